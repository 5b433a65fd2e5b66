import Markdown

/// Which words of a source the marks in it withhold, by what the Markdown parser alone sees of it.
///
/// Words are told by their sign, `w` and a number. It knows leading marks `(S)` and `(U)` of paragraphs,
/// headings with their sections, items, footnotes, rows, columns and cells, and inline marks of `S` with
/// substitutes, under `unmarked: U`, and containers with their versions and readers; nothing of lines or
/// definitions.
struct ParserSight {
  /// A block as the parser sees it.
  private typealias Seen = Markdown.Node

  /// Words that a reader without clearance may not have.
  private(set) var withheld: Set<String> = []
  /// Words of marked footnotes, which such a reader may not have either.
  private(set) var noted: Set<String> = []
  /// Words that such a reader has to get.
  private(set) var visible: Set<String> = []
  /// Words of substitutes, which a reader with clearance does not get; and of those in withheld text,
  /// which nobody gets.
  private(set) var replaced: Set<String> = []
  private(set) var unseen: Set<String> = []
  /// Words that this reader never gets: in what is for others, and in versions that are not the reader's.
  private(set) var gone: Set<String> = []
  /// Whether a marked heading governs something.
  private(set) var hasMarkedSection = false
  /// Whether anything is marked as withheld.
  var hasMarks: Bool { !withheld.isEmpty || !noted.isEmpty }

  /// Words that a reader without clearance has not.
  var hidden: Set<String> { withheld.union(noted).union(unseen).union(gone) }

  /// The reader: `public`, without clearance, or `high`, with it.
  private let reader: String

  /// What the parser sees of a body for one reader.
  init(_ body: String, for reader: String) {
    self.reader = reader
    var sections: [Section] = []
    see(Fenced.parts(of: body), Around(), &sections)
    visible.subtract(withheld.union(noted))
  }

  /// The words of a text.
  static func words(in text: String) -> Set<String> {
    Set(
      text.split { !$0.isLetter && !$0.isNumber }.map(String.init).filter {
        $0.first == "w" && $0.dropFirst().allSatisfy(\.isNumber) && $0.count > 1
      })
  }

  /// The kinds of block that the parser sees, with the words in each, without what no edition keeps.
  static func shape(_ body: String) -> String {
    joined(Parser.parse(Array(body.utf8)).children)
  }

  /// The shapes of some blocks. What stood between two lists of a kind can be in no edition, as a
  /// footnote that nothing refers to is, and then they are one.
  private static func joined(_ nodes: [Seen]) -> String {
    nodes.map(shape).joined().replacing("</ul><ul>", with: "").replacing("</ol><ol>", with: "")
  }

  private static func shape(_ node: Seen) -> String {
    let inner = joined(node.children)
    let words = words(in: node.plainText).sorted().joined(separator: " ")
    // A quote without anything in it is in no edition, nor is what holds nothing else.
    if inner.isEmpty, !node.children.isEmpty, node.children[0].kind.isNested { return "" }
    switch node.kind {
    case .paragraph: return "<p \(words)>"
    case .heading(let level): return "<h\(level) \(words)>"
    case .code: return "<code \(words)>"
    case .thematicBreak: return "<hr>"
    case .list(let style): return style.ordered ? "<ol>\(inner)</ol>" : "<ul>\(inner)</ul>"
    case .item(let task): return "<li\(task.map { " \($0)" } ?? "") \(inner)>"
    case .quote: return inner.isEmpty ? "" : "<quote \(inner)>"
    case .table(let alignments): return "<table \(alignments.count) \(inner)>"
    case .row: return "<row \(words)>"
    default: return ""
    }
  }

  // MARK: - Containers

  /// A heading whose section is not over.
  private typealias Section = (level: Int, isMarked: Bool)

  /// Sees the parts of a container, in which the sections of headings end.
  private mutating func see(_ parts: [Fenced], _ around: Around, _ sections: inout [Section]) {
    for part in parts {
      switch part {
      case .text(let text): see(Parser.parse(Array(text.utf8)).children, around, &sections)
      case .container(let readers, let versions):
        let isForReader = readers == nil || readers == reader
        let own = versions.firstIndex { reader == "high" || $0.label != "S" }
        for (number, version) in versions.enumerated() {
          guard isForReader, number == own || own == nil && number == 0 else {
            gone.formUnion(ParserSight.words(in: Fenced.joined(version.parts)))
            continue
          }
          see(version, within(around, sections))
        }
      }
    }
  }

  private mutating func see(_ version: Fenced.Version, _ around: Around) {
    var here = around
    if let label = version.label {
      here = Around(isWithheld: around.isWithheld || label == "S", isLabelled: true)
    }
    var sections: [Section] = []
    see(version.parts, here, &sections)
  }

  /// What is around a block that stands in some sections.
  private func within(_ around: Around, _ sections: [Section]) -> Around {
    var here = around
    if sections.contains(where: \.isMarked), !around.isLabelled { here.isInMarkedSection = true }
    return here
  }

  // MARK: - Marks

  /// What is around a block.
  private struct Around {
    /// Whether something withheld encloses it.
    var isWithheld = false
    /// Whether a marked heading governs it.
    var isInMarkedSection = false
    /// Whether an item with a mark or a container with a label is around it, which counts before the marks
    /// of headings.
    var isLabelled = false
  }

  /// Sees the blocks of a scope, in which the sections of headings end.
  private mutating func see(_ nodes: [Seen], _ around: Around) {
    var sections: [Section] = []
    see(nodes, around, &sections)
  }

  private mutating func see(_ nodes: [Seen], _ around: Around, _ sections: inout [Section]) {
    for node in nodes {
      guard case .heading(let level) = node.kind else {
        let here = within(around, sections)
        hasMarkedSection = hasMarkedSection || here.isInMarkedSection
        see(node, here)
        continue
      }
      sections.removeAll { $0.level >= level }
      // One of which the section is empty is in no edition that omits.
      add(node, isWithheld(node.plainText, within(around, sections)), isSure: false)
      sections.append((level, ParserSight.isMarked(node.plainText)))
    }
  }

  private mutating func see(_ node: Seen, _ around: Around) {
    switch node.kind {
    case .paragraph: add(node, isWithheld(node.plainText, around))
    case .item:
      let text = ParserSight.firstText(of: node) ?? ""
      // What an item holds has the item's label, the section's too.
      see(
        node.children,
        Around(
          isWithheld: isWithheld(text, around),
          isLabelled: around.isLabelled || text.hasPrefix("(U) ")))
    case .footnote:
      // It can be there for nobody: where references to it are lost, or stand in it alone.
      let isMarked = ParserSight.firstText(of: node).map(ParserSight.isMarked) ?? false
      if isMarked || around.isWithheld { noted.formUnion(ParserSight.words(in: node.plainText)) }
    case .table:
      see(table: node, around.isWithheld || around.isInMarkedSection)
    case .code, .htmlBlock: add(node, around.isWithheld || around.isInMarkedSection)
    default: see(node.children, around)
    }
  }

  private func isWithheld(_ text: String, _ around: Around) -> Bool {
    around.isWithheld || ParserSight.isMarked(text)
      || around.isInMarkedSection && !text.hasPrefix("(U) ")
  }

  private mutating func see(table node: Seen, _ isWithheld: Bool) {
    let header = node.children.first?.children ?? []
    let columns = header.map { isWithheld || ParserSight.isMarked($0.plainText) }
    for (cell, isMarked) in zip(header, columns) { add(cell, isMarked, isSure: false) }
    for row in node.children.dropFirst() {
      let isRowMarked = row.children.first.map { ParserSight.isMarked($0.plainText) } ?? false
      for (cell, isColumnMarked) in zip(row.children, columns) {
        add(cell, isRowMarked || isColumnMarked || ParserSight.isMarked(cell.plainText))
      }
    }
  }

  /// Adds the words of a text: those of inline marks `[w1]{S|w2}` by themselves.
  private mutating func add(_ node: Seen, _ isWithheld: Bool, isSure: Bool = true) {
    let text = node.plainText
    let parts = text.matches(of: /\[([^\]\[]*)\]\{S\|([^}]*)\}/)
    let substitutes = parts.reduce(into: Set<String>()) {
      $0.formUnion(ParserSight.words(in: String($1.output.2)))
    }
    replaced.formUnion(substitutes)
    let words = ParserSight.words(in: text)
    let marked = parts.reduce(into: Set<String>()) {
      $0.formUnion(ParserSight.words(in: String($1.output.1)))
    }
    withheld.formUnion(isWithheld ? words.subtracting(substitutes) : marked)
    if isWithheld { unseen.formUnion(substitutes) }
    if !isWithheld, isSure { visible.formUnion(words.subtracting(marked)) }
  }

  /// The first text in a block, whatever block it opens; none where that is code, a line or a table.
  private static func firstText(of node: Seen) -> String? {
    switch node.kind {
    case .paragraph, .heading: node.plainText
    case .item, .footnote, .quote, .list: node.children.first.flatMap(firstText)
    default: nil
    }
  }

  private static func isMarked(_ text: String) -> Bool { text == "(S)" || text.hasPrefix("(S) ") }
}

extension Markdown.Node.Kind {
  /// Whether it is a list, an item or a quote.
  fileprivate var isNested: Bool {
    switch self {
    case .list, .item, .quote: true
    default: false
    }
  }
}
