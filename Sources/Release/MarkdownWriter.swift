internal import Manuscript
internal import Markdown
internal import Marking

/// Writes visible blocks as Markdown of one fixed form.
///
/// One blank line between blocks, one indent, numbers from 1: the bytes say nothing about how the
/// source was laid out, so nothing about what stood in it.
struct MarkdownWriter {
  /// Writes a mark in front of portions; nil where the audience is shown none.
  let mark: ((Label) -> String)?

  /// The blocks as Markdown, with a line end behind the last line.
  func write(_ blocks: [VisibleBlock]) -> [UInt8] {
    var output: [UInt8] = []
    for line in lines(of: MarkdownWriter.joiningLists(blocks), isTight: false) {
      output += line
      output.append(0x0A)
    }
    return output
  }

  typealias Line = [UInt8]

  private func lines(of blocks: [VisibleBlock], isTight: Bool, ownLabel: Label? = nil) -> [Line] {
    var result: [Line] = []
    for (index, block) in blocks.enumerated() {
      if index > 0 {
        let before = blocks[index - 1]
        if !isTight || before.endsWithBlank || MarkdownWriter.wouldMerge(before, block) {
          result.append([])
        }
      }
      result += lines(of: block, ownLabel: index == 0 ? ownLabel : nil)
    }
    return result
  }

  private func prefix(_ label: Label?) -> Line {
    guard let mark, let label else { return [] }
    return Array("(\(mark(label))) ".utf8)
  }

  private func lines(of block: VisibleBlock, ownLabel: Label?) -> [Line] {
    let label = ownLabel.map { $0.joined(with: block.label) } ?? block.label
    switch block.kind {
    case .paragraph(let text): return MarkdownWriter.split(prefix(label) + text)
    case .heading(let level, let setext, let text):
      let marked = prefix(label) + text
      if !setext {
        let hashes = Line(repeating: UInt8(ascii: "#"), count: level)
        return [marked.isEmpty ? hashes : hashes + [0x20] + MarkdownWriter.unclosed(marked)]
      }
      return MarkdownWriter.split(marked) + [Array((level == 1 ? "===" : "---").utf8)]
    case .code(let info, let text): return MarkdownWriter.fenced(text, info)
    // Neither a bullet nor the underline of a heading, wherever it comes to stand.
    case .thematicBreak: return [Array("___".utf8)]
    case .list(let ordered, let marker, let items): return list(items, ordered, marker)
    case .quote(let blocks):
      return lines(of: MarkdownWriter.joiningLists(blocks), isTight: false).map { line in
        line.isEmpty ? [UInt8(ascii: ">")] : Array("> ".utf8) + line
      }
    case .table(let table): return self.table(table)
    case .footnote(let written, _, let blocks):
      return indented(
        lines(of: MarkdownWriter.joiningLists(blocks), isTight: false, ownLabel: block.label),
        first: Array("[^\(written)]: ".utf8), by: 4)
    case .definition(let definition): return [MarkdownWriter.definition(definition)]
    case .token(let ground): return [Token.text(ground)]
    }
  }

  private func list(_ items: [VisibleItem], _ ordered: Bool, _ marker: UInt8) -> [Line] {
    var result: [Line] = []
    for (index, item) in items.enumerated() {
      if index > 0, items[index - 1].endsWithBlank { result.append([]) }
      var first: Line = ordered ? Array("\(index + 1)".utf8) + [marker, 0x20] : [marker, 0x20]
      let width = first.count
      if let task = item.task { first += Array((task ? "[x] " : "[ ] ").utf8) }
      let inner = lines(
        of: MarkdownWriter.joiningLists(item.blocks), isTight: true,
        ownLabel: item.isToken ? nil : item.label)
      result += indented(inner, first: first, by: width)
    }
    return result
  }

  private func indented(_ lines: [Line], first: Line, by width: Int) -> [Line] {
    guard let head = lines.first else { return [Array(first.dropLast())] }
    let indent = Line(repeating: 0x20, count: width)
    return [first + head] + lines.dropFirst().map { $0.isEmpty ? [] : indent + $0 }
  }

  private func table(_ table: VisibleTable) -> [Line] {
    func text(_ cell: VisibleCell) -> [UInt8] {
      cell.showsMark ? prefix(cell.label) + cell.text : cell.text
    }
    return [TableRow.line(table.header.map(text)), TableRow.delimiter(table.alignments)]
      + table.rows.map { TableRow.line($0.cells.map(text)) }
  }

  private static func split(_ text: [UInt8]) -> [Line] {
    text[...].lines.map(Array.init)
  }

  /// Code within a fence longer than any in it.
  private static func fenced(_ text: [UInt8], _ info: String) -> [Line] {
    let character = info.contains("`") ? UInt8(ascii: "~") : UInt8(ascii: "`")
    var longest = 0
    var run = 0
    for byte in text {
      run = byte == character ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = Line(repeating: character, count: max(3, longest + 1))
    return [fence + Array(info.utf8)] + (text.isEmpty ? [] : split(text)) + [fence]
  }

  /// The text of a heading with a backslash before hashes at its end, which would close the heading: they
  /// came there where something behind them was taken out.
  private static func unclosed(_ text: Line) -> Line {
    let hashes = text.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    let start = text.count - hashes
    guard hashes > 0, start == 0 || text[start - 1] == 0x20 || text[start - 1] == 0x09 else {
      return text
    }
    return text[..<start] + [UInt8(ascii: "\\")] + text[start...]
  }

  private static func definition(_ definition: ReferenceDefinition) -> Line {
    var line = Array("[".utf8) + definition.writtenLabel.map { $0 == 0x0A ? 0x20 : $0 }
    line += "]: ".utf8
    // Spaces and single parentheses end a destination that has none.
    let needsBrackets =
      definition.destination.isEmpty
      || InlineScan.destination(definition.destination, at: 0)?.end != definition.destination.count
    line += needsBrackets ? [0x3C] + definition.destination + [0x3E] : definition.destination
    if !definition.title.isEmpty {
      line += [0x20] + definition.title.map { $0 == 0x0A ? 0x20 : $0 }
    }
    return line
  }

  /// Lists of one kind that came to stand next to each other are one list to every reader of
  /// Markdown; as one they are numbered through.
  static func joiningLists(_ blocks: [VisibleBlock]) -> [VisibleBlock] {
    var result: [VisibleBlock] = []
    for block in blocks {
      if case .list(let ordered, let marker, let more) = block.kind,
        case .list(ordered, marker, let items)? = result.last?.kind
      {
        result[result.count - 1].kind = .list(ordered: ordered, marker: marker, items + more)
      } else {
        result.append(block)
      }
    }
    return result
  }

  /// Whether two blocks would be read as one without a blank line between them.
  private static func wouldMerge(_ first: VisibleBlock, _ second: VisibleBlock) -> Bool {
    switch (first.kind, second.kind) {
    case (.quote, .quote), (.definition, _), (_, .definition), (_, .footnote): return true
    case (_, .heading(_, true, _)), (_, .paragraph), (_, .token), (_, .table):
      return first.endsWithText
    default: return false
    }
  }
}

extension VisibleBlock {
  /// Whether a blank line of the source belongs to the end of the block.
  var endsWithBlank: Bool {
    if case .list(_, _, let items) = kind { return items.last?.endsWithBlank ?? false }
    return trailsBlank
  }

  /// Whether a line of text below would go on with the end of the block.
  var endsWithText: Bool {
    switch kind {
    case .paragraph, .token, .table: true
    case .list(_, _, let items): items.last?.blocks.last?.endsWithText ?? false
    case .quote(let blocks), .footnote(_, _, let blocks): blocks.last?.endsWithText ?? false
    case .heading, .code, .thematicBreak, .definition: false
    }
  }
}

extension VisibleItem {
  /// Whether a blank line of the source belongs to the end of the item.
  var endsWithBlank: Bool { blocks.last?.endsWithBlank ?? trailsBlank }
}
