/// A line of a document: its bytes without the line end, and its number counted from 1.
struct SourceLine: Sendable {
  var text: ArraySlice<UInt8>
  var number: Int

  /// The lines of a file; carriage returns before line ends and a byte order mark are not there.
  static func all(of bytes: [UInt8]) -> [SourceLine] {
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    var lines: [SourceLine] = []
    var start = rest.startIndex
    while start <= rest.endIndex {
      let end = rest[start...].firstIndex(of: 0x0A) ?? rest.endIndex
      var text = rest[start..<end]
      if text.last == 0x0D { text = text.dropLast() }
      lines.append(SourceLine(text: text, number: lines.count + 1))
      start = end + 1
    }
    return lines
  }

  /// Whether only white space is on it.
  var isBlank: Bool { text.allSatisfy(Bytes.isSpace) }

  /// How far its text is from the margin; a tab goes to the next multiple of four.
  var indent: Int {
    var column = 0
    for byte in text {
      if byte == 0x20 {
        column += 1
      } else if byte == 0x09 {
        column += 4 - column % 4
      } else {
        break
      }
    }
    return column
  }

  /// The line without `columns` of white space at its start, or what there is of them.
  func dropping(_ columns: Int) -> SourceLine {
    var column = 0
    var rest = text
    while column < columns, let byte = rest.first {
      if byte == 0x20 {
        column += 1
      } else if byte == 0x09 {
        column += 4 - column % 4
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    if column > columns {
      rest = (repeatElement(0x20, count: column - columns) + Array(rest))[...]
    }
    return SourceLine(text: rest, number: number)
  }

  /// Its text without white space at the ends.
  var trimmed: [UInt8] { Bytes.trimmed(text) }
}
