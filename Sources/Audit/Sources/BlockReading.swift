/// Reads the blocks of a stretch of Markdown that no container line interrupts.
///
/// It goes by the look of lines alone. Where Markdown is subtler than that, it reads text as part
/// of the block before it, whose label it then shares.
struct BlockReading {
  let defaults: Defaults
  var labels: LabelBook
  var passages: [Passage] = []

  init(defaults: Defaults, labels: LabelBook) {
    self.defaults = defaults
    self.labels = labels
  }

  /// Reads lines that stand at `stand`, below these headings.
  ///
  /// - Returns: the bare inline marks in the first paragraph, for the list item it may open.
  @discardableResult
  mutating func read(
    _ lines: [SourceLine], _ stand: Stand, _ sections: inout [Defaults.Section],
    definition: [UInt8]? = nil, depth: Int = 0
  ) -> [Passage.Bare] {
    var own: [Passage.Bare] = []
    var i = 0
    while i < lines.count {
      let isFirst = i == 0
      switch LineShape(lines[i]) {
      case .blank, .rule: i += 1
      case .fence(let mark, let count, let indent):
        let end = BlockExtent.fence(lines, from: i, mark: mark, count: count)
        let text = lines[(i + 1)..<max(i + 1, end.content)].map { $0.dropping(indent) }
        addCode(lines[i], text, stand, sections, definition)
        i = end.next
      case .heading(let level, let text):
        let bare = addHeading(text, level, lines[i].number, stand, &sections, definition)
        if isFirst { own = bare }
        i += 1
      case .item(let contentIndent, _, _, _) where depth < 40:
        let end = BlockExtent.item(lines, from: i, contentIndent: contentIndent)
        addItem(Array(lines[i..<end]), contentIndent, stand, sections, definition, depth)
        i = end
      case .quote where depth < 40:
        let end = BlockExtent.quote(lines, from: i)
        let inner = lines[i..<end].map(BlockExtent.unquoted)
        read(inner, stand, &sections, definition: definition, depth: depth + 1)
        i = end
      case .footnote(let name, _) where definition == nil:
        let end = BlockExtent.footnote(lines, from: i)
        addFootnote(name, Array(lines[i..<end]), stand, sections, depth)
        i = end
      case .reference(let name) where definition == nil:
        add(.text, lines[i].trimmed, lines[i].number, stand, sections, isRunning: false, name)
        i += 1
      default:
        let end = BlockExtent.table(lines, from: i)
        if end > i {
          addTable(Array(lines[i..<end]), stand, sections, definition)
          i = end
        } else {
          let (next, bare) = addParagraph(lines, from: i, stand, &sections, definition)
          if isFirst { own = bare }
          i = next
        }
      }
    }
    return own
  }
}

// MARK: - Portions

extension BlockReading {
  /// The label that `text` begins with, as `(LABEL)`, and the text behind it.
  mutating func leadingMark(_ text: [UInt8]) -> (label: Int, rest: [UInt8])? {
    guard text.first == UInt8(ascii: "("), let close = text.firstIndex(of: UInt8(ascii: ")")),
      close + 1 == text.count || Bytes.isSpace(text[close + 1]),
      let label = labels.read(text[1..<close])
    else { return nil }
    return (label, Bytes.trimmed(text[(close + 1)...]))
  }

  /// Adds a portion of text, and gives its bare inline marks.
  @discardableResult
  mutating func add(
    _ kind: Passage.Kind, _ text: [UInt8], _ line: Int, _ stand: Stand,
    _ sections: [Defaults.Section], isRunning: Bool = true, _ definition: [UInt8]? = nil
  ) -> [Passage.Bare] {
    if let mark = leadingMark(text) {
      let label = labels.join(mark.label, inside: stand.label)
      return add(kind, mark.rest, line, stand, label: label, isRunning: isRunning, definition)
    }
    let label = defaults.label(at: stand, in: sections, &labels)
    return add(kind, text, line, stand, label: label, isRunning: isRunning, definition)
  }

  /// Adds a portion with a known label.
  @discardableResult
  mutating func add(
    _ kind: Passage.Kind, _ text: [UInt8], _ line: Int, _ stand: Stand, label: Int,
    isRunning: Bool = true, _ definition: [UInt8]? = nil
  ) -> [Passage.Bare] {
    let inline = InlineReading(
      text, stand: stand, label: label, isRunning: isRunning, labels: &labels)
    passages.append(
      Passage(
        kind: kind, line: line, stand: stand.labelled(label), pieces: inline.pieces,
        bare: inline.bare, definition: definition))
    return inline.bare
  }

  /// Lays bare inline marks on all passages from `start` on: they go together or stay together.
  mutating func spread(_ bare: [Passage.Bare], from start: Int) {
    guard !bare.isEmpty else { return }
    for k in start..<passages.count { passages[k].bare += bare }
  }

  private mutating func addCode(
    _ opening: SourceLine, _ lines: [SourceLine], _ stand: Stand,
    _ sections: [Defaults.Section], _ definition: [UInt8]?
  ) {
    var text = opening.trimmed
    for line in lines { text += [0x0A] + line.text }
    let label = defaults.label(at: stand, in: sections, &labels)
    add(.text, text, opening.number, stand, label: label, isRunning: false, definition)
  }

  private mutating func addHeading(
    _ text: [UInt8], _ depth: Int, _ line: Int, _ stand: Stand,
    _ sections: inout [Defaults.Section], _ definition: [UInt8]?
  ) -> [Passage.Bare] {
    sections.removeAll { $0.depth >= depth }
    let bare = add(.heading, text, line, stand, sections, definition)
    sections.append(.init(depth: depth, label: leadingMark(text)?.label))
    return bare
  }

  private mutating func addParagraph(
    _ lines: [SourceLine], from start: Int, _ stand: Stand,
    _ sections: inout [Defaults.Section], _ definition: [UInt8]?
  ) -> (next: Int, bare: [Passage.Bare]) {
    let (end, setext) = BlockExtent.paragraph(lines, from: start)
    let text = Array(lines[start..<end].map(\.trimmed).joined(separator: [0x0A]))
    let line = lines[start].number
    if let setext {
      return (end + 1, addHeading(text, setext, line, stand, &sections, definition))
    }
    return (end, add(.text, text, line, stand, sections, definition))
  }

  private mutating func addFootnote(
    _ name: [UInt8], _ lines: [SourceLine], _ stand: Stand, _ sections: [Defaults.Section],
    _ depth: Int
  ) {
    guard case .footnote(_, let rest) = LineShape(lines[0]) else { return }
    var inner = lines.map { $0.dropping(4) }
    var stand = stand
    inner[0].text = rest[...]
    if let mark = leadingMark(rest) {
      stand = stand.labelled(labels.join(mark.label, inside: stand.label))
      inner[0].text = mark.rest[...]
    }
    var below = sections
    read(inner, stand, &below, definition: name, depth: depth + 1)
  }

  private mutating func addItem(
    _ lines: [SourceLine], _ contentIndent: Int, _ stand: Stand, _ sections: [Defaults.Section],
    _ definition: [UInt8]?, _ depth: Int
  ) {
    var inner = lines.map { $0.dropping(contentIndent) }
    inner[0].text = BlockExtent.itemText(lines[0], contentIndent)[...]
    var stand = stand
    if let mark = itemMark(Bytes.trimmed(inner[0].text)) {
      stand = stand.labelled(labels.join(mark.label, inside: stand.label))
      inner[0].text = mark.rest[...]
    }
    var below = sections
    let start = passages.count
    let own = read(inner, stand, &below, definition: definition, depth: depth + 1)
    spread(own, from: start)
  }

  /// The mark of an item: first in it, whatever block it opens.
  private mutating func itemMark(_ text: [UInt8]) -> (label: Int, rest: [UInt8])? {
    for box in ["[ ] ", "[x] ", "[X] "] where text.starts(with: box.utf8) {
      return leadingMark(Array(text.dropFirst(4)))
    }
    switch LineShape(SourceLine(text: text[...], number: 0)) {
    case .heading(let depth, let heading):
      guard let mark = leadingMark(heading) else { return nil }
      return (mark.label, [UInt8](repeating: UInt8(ascii: "#"), count: depth) + [0x20] + mark.rest)
    case .item(let contentIndent, _, _, _):
      let line = SourceLine(text: text[...], number: 0)
      return itemMark(Bytes.trimmed(BlockExtent.itemText(line, contentIndent)))
    case .quote:
      return itemMark(Bytes.trimmed(BlockExtent.unquoted(.init(text: text[...], number: 0)).text))
    default: return leadingMark(text)
    }
  }
}
