/// Reads Markdown into blocks with their source.
public struct SourceBlockReader {
  /// The blocks of a text given by its lines, which are numbered from 0 in their order.
  ///
  /// The text is a document of its own: nothing outside it can open, close or define anything in
  /// it. Callers have checked `Limits`.
  public static func blocks(of lines: [SourceLine]) -> [SourceBlock] {
    let labels = footnoteLabels(in: lines)
    // cmark drops footnotes that nothing refers to: refer to each, in a paragraph of our own.
    var text: [UInt8] = []
    let preamble = labels.isEmpty ? 0 : 2
    if preamble > 0 {
      for label in labels { text += "[^\(label)]".utf8 }
      text += [0x0A, 0x0A]
    }
    for line in lines {
      // A lone carriage return, which is refused, would be a line end to the parser and none here.
      text += line.bytes.lazy.map { $0 == 0x0D ? 0x20 : $0 }
      text.append(0x0A)
    }
    var nodes = Parser.parse(text, inlines: false).children
    if preamble > 0 { nodes.removeFirst() }
    return SourceBlockReader(offset: preamble).blocks(nodes, in: lines)
  }

  /// Lines that the parsed text has before the first of ours.
  private let offset: Int

  func lines(of node: Node) -> Range<Int> {
    max(0, node.lines.lowerBound - offset)..<max(0, node.lines.upperBound - offset)
  }

  func blocks(_ nodes: [Node], in lines: [SourceLine]) -> [SourceBlock] {
    var result: [SourceBlock] = []
    var next = 0  // the first of `lines` that no block has taken yet
    for node in placed(nodes, in: lines) {
      let range = self.lines(of: node)
      let start = lines[next...].firstIndex { $0.number >= range.lowerBound } ?? lines.count
      definitions(in: lines[next..<start], to: &result)
      var end = lines[start...].firstIndex { $0.number >= range.upperBound } ?? lines.count
      if case .heading = node.kind { end = headingEnd(lines[start..<end]) }
      guard start < end else { continue }
      let hasBlank = start > 0 && lines[start - 1].isBlank
      for var block in block(node, lines[start..<end]) {
        block.followsBlank = hasBlank && !result.isEmpty
        result.append(block)
      }
      next = end
    }
    definitions(in: lines[next...], to: &result)
    return result
  }

  /// The nodes by line; a table that ends a paragraph takes the paragraph's place in cmark's
  /// account of lines, so both get theirs back.
  private func placed(_ nodes: [Node], in lines: [SourceLine]) -> [Node] {
    var result = nodes
    for index in result.indices.dropFirst() {
      guard case .table(let alignments) = result[index].kind, result[index - 1].lines.isEmpty else {
        continue
      }
      let all = self.lines(of: result[index])
      guard
        let header = header(
          alignments.count, result[index].children.count - 1,
          lines.filter { all.contains($0.number) && !$0.isBlank })
      else {
        // Where it begins is in doubt: it is refused, as what no marks can stand in.
        result[index] = Node(.htmlBlock(""), lines: result[index].lines)
        continue
      }
      result[index - 1].lines = result[index].lines.lowerBound..<header + offset
      result[index].lines = header + offset..<result[index].lines.upperBound
    }
    return result.sorted { $0.lines.lowerBound < $1.lines.lowerBound }
  }

  /// The line of the header in a paragraph's lines and a table's: above a row of hyphens, both with as
  /// many cells as the table has columns, with all the table's rows behind it.
  private func header(_ columns: Int, _ rows: Int, _ lines: [SourceLine]) -> Int? {
    let delimiter = lines.count - rows - 1
    guard delimiter > 0, TableRow.isDelimiter(lines[delimiter].bytes),
      [delimiter - 1, delimiter].allSatisfy({
        TableRow.cells(of: lines[$0].bytes).count == columns
      })
    else { return nil }
    return lines[delimiter - 1].number
  }

  /// A setext heading ends with its first line of `=` or `-`, any other with its first line.
  private func headingEnd(_ lines: ArraySlice<SourceLine>) -> Int {
    guard let first = lines.first else { return lines.startIndex }
    if isATX(first) { return lines.startIndex + 1 }
    for (index, line) in zip(lines.indices, lines).dropFirst() {
      let text = line.bytes.drop { $0 == 0x20 || $0 == 0x09 }
      let marks = text.prefix { $0 == text.first }
      if line.indent < 4, let mark = text.first, mark == 0x3D || mark == 0x2D,
        text.dropFirst(marks.count).allSatisfy({ $0 == 0x20 || $0 == 0x09 })
      {
        return index + 1
      }
    }
    return lines.endIndex
  }

  /// Whether a heading's first line begins with its signs: `#1 in a list` begins with a word.
  private func isATX(_ line: SourceLine) -> Bool {
    let text = line.bytes.drop { $0 == 0x20 || $0 == 0x09 }
    let signs = text.prefix { $0 == UInt8(ascii: "#") }
    return (1...6).contains(signs.count)
      && [nil, 0x20, 0x09].contains(text.dropFirst(signs.count).first)
  }

  private func block(_ node: Node, _ lines: ArraySlice<SourceLine>) -> [SourceBlock] {
    guard let first = lines.first else { return [] }
    func made(_ kind: SourceBlock.Kind) -> [SourceBlock] { [SourceBlock(kind, line: first.number)] }
    switch node.kind {
    case .paragraph: return made(.paragraph(text(lines)))
    case .heading(let level): return made(heading(level, lines))
    case .code(let info, let text, let fenced):
      return made(code(info: info, text: text, fenced: fenced, lines))
    case .thematicBreak: return made(.thematicBreak)
    case .list(let style): return made(list(ordered: style.ordered, node.children, lines))
    case .quote:
      let inner = lines.map { line in
        var line = line
        line.stripQuote()
        return line
      }
      return made(.quote(blocks(node.children, in: inner)))
    case .table(let alignments): return made(table(alignments, node.children, lines))
    case .footnote: return made(footnote(node.children, lines))
    default: return made(.html)
    }
  }

  /// A paragraph's lines, without the white space that Markdown drops.
  func text(_ lines: ArraySlice<SourceLine>) -> [SourceLine] {
    var result = lines.filter { !$0.isBlank }
    for index in result.indices {
      // A line indented by four or more cannot start a block there; it has to stay so.
      if index == 0 || result[index].indent < 4 { result[index].stripIndent() }
      let spaces = result[index].bytes.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
      let isLast = index == result.count - 1
      let kept = spaces >= 2 && result[index].bytes.last == 0x20 && !isLast ? 2 : 0
      result[index].bytes = result[index].bytes.dropLast(spaces - kept)
    }
    return Array(result)
  }

  private func heading(_ level: Int, _ lines: ArraySlice<SourceLine>) -> SourceBlock.Kind {
    guard var line = lines.first, isATX(line) else {
      return .heading(level: level, setext: true, text(lines.dropLast()))
    }
    line.stripIndent()
    line.drop(level)
    line.stripIndent()
    var bytes = line.bytes
    func trim() { while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() } }
    trim()
    let hashes = bytes.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    let before = bytes.dropLast(hashes).last
    if hashes > 0, before == nil || before == 0x20 || before == 0x09 {
      bytes = bytes.dropLast(hashes)
      trim()
    }
    line.bytes = bytes
    return .heading(level: level, setext: false, [line])
  }

  private func code(
    info: String, text: String, fenced: Bool, _ lines: ArraySlice<SourceLine>
  ) -> SourceBlock.Kind {
    var content: [SourceLine] = []
    var number = (lines.first?.number ?? 0) + (fenced ? 1 : 0)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      content.append(SourceLine(number: number, bytes: rest[..<end]))
      rest = rest[end...].dropFirst()
      number += 1
    }
    let fence = lines.first?.bytes.drop { $0 == 0x20 || $0 == 0x09 } ?? []
    let length = fence.prefix { $0 == fence.first }.count
    let last = lines.last.map { $0.bytes.filter { $0 != 0x20 && $0 != 0x09 } } ?? []
    let closed =
      lines.count > 1 && lines.count >= content.count + 2 && last.count >= length
      && last.allSatisfy { $0 == fence.first }
    return .code(info: info, lines: content, fenced: fenced, closed: closed)
  }

  /// Lines that cmark gave to no block are link reference definitions.
  private func definitions(in lines: ArraySlice<SourceLine>, to result: inout [SourceBlock]) {
    let taken = lines.filter { !$0.isBlank }
    guard let first = taken.first else { return }
    result.append(SourceBlock(.definitions(Array(taken)), line: first.number))
  }

  /// The labels of all `[^label]:` in the text, wherever they stand.
  private static func footnoteLabels(in lines: [SourceLine]) -> [String] {
    var result: [String] = []
    for line in lines {
      var rest = line.bytes
      while let open = rest.firstIndex(of: UInt8(ascii: "[")) {
        rest = rest[(open + 1)...]
        guard rest.first == UInt8(ascii: "^"),
          let close = rest.firstIndex(of: UInt8(ascii: "]")),
          rest[(close + 1)...].first == UInt8(ascii: ":")
        else { continue }
        let label = rest[(rest.startIndex + 1)..<close]
        let isLabel = !label.isEmpty && !label.contains { $0 <= 0x20 || $0 == UInt8(ascii: "[") }
        if isLabel { result.append(String(decoding: label, as: UTF8.self)) }
      }
    }
    return Array(Set(result)).sorted()
  }
}
