internal import Markdown
internal import Marking

extension SourceBriefing {
  /// The briefing with a number on every portion, and the list of its portions.
  ///
  /// The door carries the numbers along with what it lets out, so that an author can be told who
  /// gets what from the door's own decisions. What is built is not numbered.
  public func numbered() -> (briefing: SourceBriefing, portions: [SourcePortion]) {
    var (front, body) = (front, body)
    var numbering = PortionNumbering(unmarked: front.unmarked)
    numbering.number(&front)
    numbering.number(&body.parts, PortionNumbering.Around())
    let numbered = SourceBriefing(
      path: path, front: front, body: body, writtenLabels: writtenLabels, images: images,
      links: links, fieldLinks: fieldLinks, releasedBody: releasedBody)
    return (numbered, numbering.portions)
  }
}

/// Puts numbers on the portions of a briefing, and lists them.
struct PortionNumbering {
  /// The document's `unmarked:` label.
  let unmarked: Label?
  private(set) var portions: [SourcePortion] = []
  private var last = 0
  private var lastGroup = 0

  /// What surrounds a portion.
  struct Around {
    /// The innermost thing that gives its label to what is in it.
    var rule: LabelRule?
    var audiences: Set<String>?
    var ground: String?
    var versions: [SourcePortion.Version] = []

    /// The surroundings within a container.
    func inside(_ container: Container) -> Around {
      var result = self
      if let own = container.audiences {
        result.audiences = audiences.map { $0.intersection(own) } ?? Set(own)
      }
      result.ground = container.ground
      return result
    }
  }

  init(unmarked: Label?) { self.unmarked = unmarked }

  /// The next number.
  mutating func next() -> Int {
    last += 1
    return last
  }

  /// The next number for something that has versions.
  mutating func nextGroup() -> Int {
    lastGroup += 1
    return lastGroup
  }

  /// Puts the portions in the order of their lines.
  mutating func sortByLine() { portions.sort { ($0.line, $0.number) < ($1.line, $1.number) } }

  /// Puts a portion on the list.
  mutating func list(_ portion: SourcePortion) { portions.append(portion) }

  mutating func number(_ parts: inout [BodyPart], _ around: Around) {
    for index in parts.indices {
      switch parts[index] {
      case .block(var block):
        number(&block, around)
        parts[index] = .block(block)
      case .container(var container):
        number(&container, around)
        parts[index] = .container(container)
      }
    }
  }

  private mutating func number(_ container: inout Container, _ around: Around) {
    let group = container.versions.count > 1 ? nextGroup() : nil
    for index in container.versions.indices {
      var inner = around.inside(container)
      let line = container.versions[index].line
      if let group { inner.versions.append(SourcePortion.Version(group: group, line: line)) }
      if container.versions[index].label != nil {
        inner.rule = LabelRule(index == 0 ? .container : .tearVersion, line: line)
      }
      number(&container.versions[index].parts, inner)
    }
  }

  /// Numbers a block and what is in it.
  ///
  /// - Parameter opening: the item or footnote that the block opens: it carries the mark that the
  ///   block's text began with.
  private mutating func number(
    _ block: inout Block, _ around: Around, opening: (name: String, rule: LabelRule, Label?)? = nil
  ) {
    block.number = next()
    var portion = SourcePortion(
      number: block.number, name: opening?.name ?? PortionNumbering.name(block.kind),
      line: block.line, label: block.label,
      rule: opening?.rule ?? rule(block.origin, block.label, around),
      written: opening?.2 ?? block.written, text: "", audiences: around.audiences,
      ground: around.ground, versions: around.versions, spans: [])
    switch block.kind {
    case .paragraph(var text):
      take(&text, &portion)
      block.kind = .paragraph(text)
    case .heading(let level, let setext, var text):
      take(&text, &portion)
      block.kind = .heading(level: level, setext: setext, text)
    case .code(let info, var text):
      take(&text, &portion)
      block.kind = .code(info: info, text)
    case .thematicBreak: list(portion)
    case .definition(let definition):
      portion.text = String(decoding: definition.destination, as: UTF8.self)
      list(portion)
    case .quote(var blocks):
      for index in blocks.indices { number(&blocks[index], around) }
      block.kind = .quote(blocks)
    case .list(let ordered, let marker, var items):
      for index in items.indices { number(&items[index], around) }
      block.kind = .list(ordered: ordered, marker: marker, items)
    case .footnote(var footnote):
      let rule = rule(block.origin, block.label, around)
      number(&footnote.blocks, "footnote", rule, block.written, block.line, around)
      block.kind = .footnote(footnote)
    case .table(var table):
      number(&table, around, line: block.line)
      block.kind = .table(table)
    }
  }

  /// Numbers what is in an item or a footnote, whose mark stands before its first text.
  private mutating func number(
    _ blocks: inout [Block], _ name: String, _ rule: LabelRule, _ written: Label?, _ line: Int,
    _ around: Around
  ) {
    var inner = around
    inner.rule =
      rule.kind == .ownMark
      ? LabelRule(name == "footnote" ? .footnote : .listItem, line: line) : rule
    for index in blocks.indices {
      let opens = index == 0 && blocks[0].isText
      number(&blocks[index], inner, opening: opens ? (name, rule, written) : nil)
    }
  }

  private mutating func number(_ item: inout Item, _ around: Around) {
    item.number = next()
    let rule = rule(item.origin, item.label, around)
    number(&item.blocks, "list item", rule, item.written, item.line, around)
    guard item.blocks.isEmpty else { return }
    list(
      SourcePortion(
        number: item.number, name: "list item", line: item.line, label: item.label, rule: rule,
        written: item.written, text: "", audiences: around.audiences, ground: around.ground,
        versions: around.versions, spans: []))
  }

  private static func name(_ kind: Block.Kind) -> String {
    switch kind {
    case .paragraph: "paragraph"
    case .heading: "heading"
    case .code: "code"
    case .thematicBreak: "break"
    case .definition: "definition"
    case .quote: "quote"
    case .list: "list"
    case .table: "table"
    case .footnote: "footnote"
    }
  }

  /// The rule that gave a portion of the body its label.
  func rule(_ origin: LabelOrigin, _ label: Label, _ around: Around) -> LabelRule {
    switch origin {
    case .ownMark: LabelRule(.ownMark)
    case .enclosing: around.rule ?? LabelRule(.container)
    case .unmarked: LabelRule(label == unmarked ? .unmarked : .heading)
    case .classification: LabelRule(.classification)
    }
  }
}

extension Block {
  /// Whether it is a text before which a mark can stand.
  fileprivate var isText: Bool {
    switch kind {
    case .paragraph, .heading: true
    default: false
    }
  }
}
