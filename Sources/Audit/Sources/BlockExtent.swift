/// Where blocks end, by the look of their lines.
enum BlockExtent {
  /// The end of a code block: where its content ends, and the line after it.
  static func fence(
    _ lines: [SourceLine], from start: Int, mark: UInt8, count: Int
  ) -> (content: Int, next: Int) {
    for i in lines.indices.dropFirst(start + 1) {
      let text = lines[i].trimmed
      if text.count >= count, text.allSatisfy({ $0 == mark }) { return (i, i + 1) }
    }
    return (lines.count, lines.count)
  }

  /// The line after a list item: what is indented to its content belongs to it, and so do lazy
  /// continuation lines of a paragraph.
  static func item(_ lines: [SourceLine], from start: Int, contentIndent: Int) -> Int {
    var end = start + 1
    var wasBlank = false
    var code = openFence(lines[start], contentIndent)
    for i in lines.indices.dropFirst(start + 1) {
      let line = lines[i]
      if line.isBlank {
        wasBlank = true
        continue
      }
      if line.indent >= contentIndent {
        let text = line.trimmed
        if let open = code {
          if text.count >= open.count, text.allSatisfy({ $0 == open.mark }) { code = nil }
        } else {
          code = openFence(line, 0)
        }
      } else if wasBlank || code != nil || startsBlock(line) || isItem(line) {
        break
      }
      wasBlank = false
      end = i + 1
    }
    return end
  }

  /// Within a list, an item may begin with any number.
  private static func isItem(_ line: SourceLine) -> Bool {
    if case .item = LineShape(line) { true } else { false }
  }

  private static func openFence(
    _ line: SourceLine, _ contentIndent: Int
  ) -> (mark: UInt8, count: Int)? {
    let text = contentIndent > 0 ? itemText(line, contentIndent) : line.trimmed
    guard case .fence(let mark, let count, _) = LineShape(.init(text: text[...], number: 0)) else {
      return nil
    }
    return (mark, count)
  }

  /// What stands behind the marker of a list item's first line.
  static func itemText(_ line: SourceLine, _ contentIndent: Int) -> [UInt8] {
    let text = line.trimmed
    let marker = text.prefix { !Bytes.isSpace($0) }.count
    let rest = SourceLine(text: text.dropFirst(marker), number: line.number)
    let gap = max(1, contentIndent - line.indent - marker)
    return Array(rest.dropping(gap).text)
  }

  /// The line after a block quote, lazy continuation lines among them.
  static func quote(_ lines: [SourceLine], from start: Int) -> Int {
    var i = start + 1
    while i < lines.count {
      if case .quote = LineShape(lines[i]) {
      } else if lines[i].isBlank || startsBlock(lines[i]) || unquoted(lines[i - 1]).isBlank {
        break
      }
      i += 1
    }
    return i
  }

  /// A quote's line without its `>`.
  static func unquoted(_ line: SourceLine) -> SourceLine {
    let text = line.text.drop(while: Bytes.isSpace)
    guard text.first == UInt8(ascii: ">") else { return line }
    let rest = text.dropFirst()
    return SourceLine(text: rest.first == 0x20 ? rest.dropFirst() : rest, number: line.number)
  }

  /// The line after a footnote definition: indented lines belong to it, and lazy ones.
  static func footnote(_ lines: [SourceLine], from start: Int) -> Int {
    var end = start + 1
    var wasBlank = false
    for i in lines.indices.dropFirst(start + 1) {
      if lines[i].isBlank {
        wasBlank = true
        continue
      }
      if lines[i].indent < 4, wasBlank || startsBlock(lines[i]) { break }
      if case .footnote = LineShape(lines[i]) { break }
      wasBlank = false
      end = i + 1
    }
    return end
  }

  /// The line after a paragraph, and the depth of the heading that an underline makes of it.
  static func paragraph(_ lines: [SourceLine], from start: Int) -> (end: Int, setext: Int?) {
    var i = start + 1
    while i < lines.count, !lines[i].isBlank {
      let text = lines[i].trimmed
      if lines[i].indent < 4 {
        if text.allSatisfy({ $0 == UInt8(ascii: "=") }) { return (i, 1) }
        if text.allSatisfy({ $0 == UInt8(ascii: "-") }) { return (i, 2) }
        if startsBlock(lines[i]) { break }
      }
      i += 1
    }
    return (i, nil)
  }

  /// The line after a table that begins at `start`; `start` itself where none does.
  static func table(_ lines: [SourceLine], from start: Int) -> Int {
    guard start + 1 < lines.count, lines[start].text.contains(UInt8(ascii: "|")),
      isDelimiterRow(lines[start + 1])
    else { return start }
    var i = start + 2
    while i < lines.count, !lines[i].isBlank, !startsBlock(lines[i]) { i += 1 }
    return i
  }

  private static func isDelimiterRow(_ line: SourceLine) -> Bool {
    let text = line.trimmed
    return text.contains(UInt8(ascii: "-")) && text.contains(UInt8(ascii: "|"))
      && text.allSatisfy { "|:- \t".utf8.contains($0) }
  }

  /// Whether a line ends a paragraph and begins something else.
  static func startsBlock(_ line: SourceLine) -> Bool {
    switch LineShape(line) {
    case .fence, .rule, .heading, .quote, .blank: true
    case .item(_, let isEmpty, let isOrdered, let startsWithOne):
      !isEmpty && (!isOrdered || startsWithOne)
    case .footnote: true
    case .reference, .text: false
    }
  }
}
