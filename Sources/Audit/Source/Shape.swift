/// What a line of Markdown looks like, by CommonMark 0.29 and GitHub's tables, in rough strokes.
enum Shape {
  typealias Bytes = ArraySlice<UInt8>

  /// A line that begins an item.
  struct Item {
    /// How far the lines that belong to it are indented.
    var indent: Int
    /// What is behind the marker.
    var content: Bytes
  }

  /// The line without white space at its ends.
  static func trimmed(_ line: Bytes) -> Bytes {
    var line = line.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
    return line
  }

  /// How far a line is indented, in columns; a tab goes to the next fourth.
  ///
  /// - Parameter start: the column that it begins in.
  static func indent(_ line: Bytes, from start: Int = 0) -> Int {
    var column = start
    for byte in line {
      switch byte {
      case 0x20: column += 1
      case 0x09: column += 4 - column % 4
      default: return column - start
      }
    }
    return column - start
  }

  /// The line without so many columns of white space.
  static func unindented(_ line: Bytes, _ columns: Int) -> Bytes {
    var rest = line
    var column = 0
    while column < columns, let byte = rest.first, byte == 0x20 || byte == 0x09 {
      column += byte == 0x20 ? 1 : 4 - column % 4
      rest.removeFirst()
    }
    // What is left of a tab is as many spaces.
    return column > columns ? Array(repeating: 0x20, count: column - columns) + rest : rest
  }

  /// The level of an ATX heading.
  static func heading(_ line: Bytes) -> Int? {
    guard indent(line) < 4 else { return nil }
    let text = trimmed(line)
    let level = text.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level) else { return nil }
    let rest = text.dropFirst(level)
    return rest.isEmpty || rest.first == 0x20 || rest.first == 0x09 ? level : nil
  }

  /// The hashes of a heading with the white space behind them, and its text.
  static func headingParts(_ line: Bytes) -> (hashes: Bytes, text: Bytes)? {
    guard heading(line) != nil else { return nil }
    let start = line.firstIndex { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: "#") }
    guard let start else { return nil }
    return (line[line.startIndex..<start], line[start...])
  }

  /// The level of a heading that this line underlines.
  static func underline(_ line: Bytes) -> Int? {
    guard indent(line) < 4 else { return nil }
    let text = trimmed(line)
    if text.allSatisfy({ $0 == UInt8(ascii: "=") }) { return 1 }
    return text.allSatisfy { $0 == UInt8(ascii: "-") } ? 2 : nil
  }

  /// Whether a line is a thematic break.
  static func isRule(_ line: Bytes) -> Bool {
    guard indent(line) < 4 else { return false }
    var mark: UInt8?
    var count = 0
    for byte in line where byte != 0x20 && byte != 0x09 {
      guard byte == mark ?? byte, "*-_".utf8.contains(byte) else { return false }
      mark = byte
      count += 1
    }
    return count >= 3
  }

  /// The fence that opens code.
  static func codeFence(_ line: Bytes) -> Bytes? {
    guard indent(line) < 4 else { return nil }
    let text = trimmed(line)
    guard let first = text.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
      return nil
    }
    let fence = text.prefix { $0 == first }
    guard fence.count >= 3 else { return nil }
    return first == UInt8(ascii: "`") && text.dropFirst(fence.count).contains(first) ? nil : fence
  }

  /// Whether a line closes the code that `fence` opened.
  static func closes(_ line: Bytes, _ fence: Bytes) -> Bool {
    let text = trimmed(line)
    return indent(line) < 4 && text.count >= fence.count
      && text.allSatisfy { $0 == fence.first }
  }

  static func isQuote(_ line: Bytes) -> Bool {
    indent(line) < 4 && trimmed(line).first == UInt8(ascii: ">")
  }

  /// The lines inside the quote that begins at `start`, and where it ends.
  static func quote(
    _ lines: [BodyScan.Line], _ start: Int
  ) -> (inner: [BodyScan.Line], end: Int) {
    var inner: [BodyScan.Line] = []
    var end = start
    while end < lines.count {
      let line = lines[end]
      if isQuote(line.bytes) {
        var rest = line.bytes.drop { $0 == 0x20 || $0 == 0x09 }.dropFirst()
        if rest.first == 0x20 { rest.removeFirst() }
        inner.append(BodyScan.Line(bytes: rest, number: line.number))
      } else if let last = inner.last, mayGoOn(last.bytes), !line.isBlank, !opensBlock(line.bytes) {
        inner.append(line)
      } else {
        break
      }
      end += 1
    }
    return (inner, end)
  }

  /// Whether a line can be one of a paragraph, which goes on below the quote or item that it is in.
  static func mayGoOn(_ line: Bytes) -> Bool {
    var rest = line
    while isQuote(rest) { rest = trimmed(rest).dropFirst() }
    return !rest.allSatisfy { $0 == 0x20 || $0 == 0x09 } && heading(rest) == nil && !isRule(rest)
      && codeFence(rest) == nil
  }

  /// Whether a line begins a block outside of the quote or item above it, whose paragraph it does not
  /// continue then: a list with any number does.
  static func opensBlock(_ line: Bytes) -> Bool { interrupts(line) || item(line) != nil }

  /// The item that a line begins.
  static func item(_ line: Bytes) -> Item? {
    let outer = indent(line)
    guard outer < 4 else { return nil }
    let text = line.drop { $0 == 0x20 || $0 == 0x09 }
    let width: Int
    if let first = text.first, "-+*".utf8.contains(first) {
      width = 1
    } else {
      let digits = text.prefix { (0x30...0x39).contains($0) }.count
      guard (1...9).contains(digits), let mark = text.dropFirst(digits).first,
        mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
      else { return nil }
      width = digits + 1
    }
    let rest = text.dropFirst(width)
    guard let next = rest.first else { return Item(indent: outer + width + 1, content: rest) }
    guard next == 0x20 || next == 0x09 else { return nil }
    let content = rest.drop { $0 == 0x20 || $0 == 0x09 }
    let space = indent(rest, from: outer + width)
    guard !content.isEmpty, space < 5 else {
      return Item(indent: outer + width + 1, content: unindented(rest, 1))
    }
    return Item(indent: outer + width + space, content: content)
  }

  /// The content of an item without the box of a task.
  static func withoutTask(_ content: Bytes) -> Bytes {
    for box in ["[ ] ", "[x] ", "[X] "] where content.starts(with: box.utf8) {
      return trimmed(content.dropFirst(4))
    }
    return content
  }

  /// The signs of the blocks that a line opens, and the text behind them.
  static func opening(_ line: Bytes) -> (signs: Bytes, text: Bytes) {
    let whole = trimmed(line)
    var text = whole
    var depth = 0
    while depth < BlockScan.deepest, !isRule(text) {
      depth += 1
      let rest =
        isQuote(text)
        ? text.dropFirst()
        : headingParts(text)?.text ?? withoutTask(item(text)?.content ?? text)
      guard rest.count < text.count else { break }
      text = trimmed(rest)
    }
    return (whole.prefix(whole.count - text.count), text)
  }

  /// The definition that a line begins.
  static func definition(_ line: Bytes) -> (isFootnote: Bool, text: Bytes)? {
    guard line.first == UInt8(ascii: "["), let close = line.firstIndex(of: UInt8(ascii: "]")),
      close + 1 < line.endIndex, line[close + 1] == UInt8(ascii: ":"),
      close > line.startIndex + 1
    else { return nil }
    return (line[line.startIndex + 1] == UInt8(ascii: "^"), line[(close + 2)...])
  }

  /// Whether a line ends the paragraph above it.
  static func interrupts(_ line: Bytes) -> Bool {
    if heading(line) != nil || isRule(line) || isQuote(line) || codeFence(line) != nil
      || definition(line)?.isFootnote == true
    {
      return true
    }
    guard let item = item(line), !item.content.isEmpty else { return false }
    let text = trimmed(line)
    let isOrdered = text.first.map { (0x30...0x39).contains($0) } ?? false
    return !isOrdered || text.starts(with: "1.".utf8) || text.starts(with: "1)".utf8)
  }

  /// Whether two lines begin a table.
  static func isTable(_ header: Bytes, _ rule: Bytes) -> Bool {
    let text = trimmed(rule)
    // Nothing but hyphens underlines a heading.
    guard text.contains(UInt8(ascii: "-")), underline(rule) == nil,
      header.contains(UInt8(ascii: "|")),
      text.allSatisfy({ "|:- \t".utf8.contains($0) })
    else { return false }
    return TableScan.cells(header).count == TableScan.cells(rule).count
  }
}
