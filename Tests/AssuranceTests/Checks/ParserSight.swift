import Markdown

/// Which words of a source the marks in it withhold, by what the Markdown parser alone sees of it.
///
/// Words are told by their sign, `w` and a number. It knows leading marks `(S)` and `(U)` of paragraphs,
/// items, footnotes, rows, columns and cells, under `unmarked: U`; nothing of lines, definitions or
/// containers.
struct ParserSight {
  /// A block as the parser sees it.
  private typealias Seen = Markdown.Node

  /// Words that a reader without clearance may not have.
  private(set) var withheld: Set<String> = []
  /// Words of marked footnotes, which such a reader may not have either.
  private(set) var noted: Set<String> = []
  /// Words that such a reader has to get.
  private(set) var visible: Set<String> = []
  /// Whether a heading is marked, whose section it would govern.
  private(set) var hasMarkedHeading = false
  /// Whether anything is marked as withheld.
  var hasMarks: Bool { !withheld.isEmpty || !noted.isEmpty }

  /// What the parser sees of a body.
  init(_ body: String) {
    for node in Parser.parse(Array(body.utf8)).children { see(node, isWithheld: false) }
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

  private mutating func see(_ node: Seen, isWithheld: Bool) {
    switch node.kind {
    case .paragraph: add(node, isWithheld || ParserSight.isMarked(node.plainText))
    case .heading:
      if node.plainText.hasPrefix("(") { hasMarkedHeading = true }
      // One of which the section is empty is in no edition that omits.
      add(node, isWithheld, isSure: false)
    case .item:
      let isMarked = ParserSight.firstText(of: node).map(ParserSight.isMarked) ?? false
      for child in node.children { see(child, isWithheld: isWithheld || isMarked) }
    case .footnote:
      // It can be there for nobody: where references to it are lost, or stand in it alone.
      let isMarked = ParserSight.firstText(of: node).map(ParserSight.isMarked) ?? false
      if isMarked { noted.formUnion(ParserSight.words(in: node.plainText)) }
    case .table: see(table: node, isWithheld)
    case .code, .htmlBlock: add(node, isWithheld)
    default: for child in node.children { see(child, isWithheld: isWithheld) }
    }
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

  private mutating func add(_ node: Seen, _ isWithheld: Bool, isSure: Bool = true) {
    let words = ParserSight.words(in: node.plainText)
    if isWithheld {
      withheld.formUnion(words)
    } else if isSure {
      visible.formUnion(words)
    }
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
