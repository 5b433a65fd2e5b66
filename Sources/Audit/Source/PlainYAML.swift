/// The YAML that nearly all front matter is written in, line by line: names with a value behind them
/// or below them, lists, values in quotation marks, and brackets on one line.
///
/// It takes nothing that is in doubt: not a value of several lines, an escape, a remark behind a value,
/// an empty value, an anchor, a tag. What it takes means the same to the library.
struct PlainYAML {
  private struct Line {
    var indent: Int
    /// The line without the spaces around it.
    var text: ArraySlice<UInt8>
    var number: Int
  }

  /// Levels of lists and mappings.
  private static let levels = 16
  /// Names in a mapping: each is held against those before.
  static let most = 256

  private var lines: [Line] = []
  private var next = 0

  /// The root; nil where it is not in this form or is no mapping.
  static func root(_ bytes: [UInt8]) -> Field? {
    var reader = PlainYAML()
    guard reader.cut(bytes), let first = reader.lines.first, first.indent == 0,
      let root = reader.map(at: 0, level: 0), reader.next == reader.lines.count
    else { return nil }
    return root
  }

  /// Takes the lines that are neither empty nor remarks; whether no sign in them is special.
  private mutating func cut(_ bytes: [UInt8]) -> Bool {
    guard String(validating: bytes, as: UTF8.self) != nil, !Self.hasSpecial(bytes) else {
      return false
    }
    let all = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in all.enumerated() {
      guard let first = line.firstIndex(where: { $0 != 0x20 }),
        let last = line.lastIndex(where: { $0 != 0x20 }), line[first] != UInt8(ascii: "#")
      else { continue }
      lines.append(
        Line(indent: first - line.startIndex, text: line[first...last], number: number + 1))
    }
    return true
  }

  /// Whether there are bytes of a character that ends a line or is not printed, or of some others.
  private static func hasSpecial(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { index in
      switch bytes[index] {
      case 0x20..<0x7F, 0x0A: false
      case 0x00..<0x20, 0x7F, 0xC2, 0xEF...0xFF: true
      // U+2028, U+2029.
      case 0xE2: bytes[index + 1] == 0x80 && [0xA8, 0xA9].contains(bytes[index + 2])
      default: false
      }
    }
  }

  // MARK: - Blocks

  private mutating func map(at indent: Int, level: Int) -> Field? {
    guard level < Self.levels, next < lines.count else { return nil }
    let number = lines[next].number
    var entries: [(key: String, value: Field)] = []
    while next < lines.count, lines[next].indent == indent {
      let line = lines[next]
      guard let (name, rest) = Self.name(line.text), entries.count < Self.most,
        !entries.contains(where: { $0.key == name })
      else { return nil }
      next += 1
      let value: Field?
      if !rest.isEmpty {
        value = Self.value(rest, line.number)
      } else if next < lines.count, Self.isItem(lines[next].text), lines[next].indent >= indent {
        value = list(at: lines[next].indent, level: level + 1)
      } else if next < lines.count, lines[next].indent > indent {
        value = map(at: lines[next].indent, level: level + 1)
      } else {
        value = nil
      }
      guard let value else { return nil }
      entries.append((name, value))
    }
    return next < lines.count && lines[next].indent > indent
      ? nil : .map(Field.Map(entries: entries), line: number)
  }

  private mutating func list(at indent: Int, level: Int) -> Field? {
    guard level < Self.levels else { return nil }
    let number = lines[next].number
    var elements: [Field] = []
    while next < lines.count, lines[next].indent == indent, Self.isItem(lines[next].text) {
      let line = lines[next]
      let text = line.text.dropFirst(2).drop { $0 == 0x20 }
      let element: Field?
      if Self.name(text) != nil {
        // Its names stand below the first.
        lines[next].indent += text.startIndex - line.text.startIndex
        lines[next].text = text
        element = map(at: lines[next].indent, level: level + 1)
      } else {
        next += 1
        element = Self.value(text, line.number)
      }
      guard let element else { return nil }
      elements.append(element)
    }
    return next < lines.count && lines[next].indent > indent
      ? nil : .list(elements, line: number)
  }

  private static func isItem(_ text: ArraySlice<UInt8>) -> Bool {
    text.starts(with: "- ".utf8)
  }

  /// The name in front of a colon, and what is behind it.
  private static func name(
    _ text: ArraySlice<UInt8>
  ) -> (name: String, rest: ArraySlice<UInt8>)? {
    guard let first = text.first, isLetter(first),
      let end = text.firstIndex(where: { !isOfName($0) }), text[end] == UInt8(ascii: ":")
    else { return nil }
    let rest = text[(end + 1)...]
    guard rest.first ?? 0x20 == 0x20, end - text.startIndex < 128 else { return nil }
    return (String(decoding: text[..<end], as: UTF8.self), rest.drop { $0 == 0x20 })
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }

  // MARK: - Values

  /// The value that is all of a text.
  private static func value(_ text: ArraySlice<UInt8>, _ line: Int) -> Field? {
    var flow = PlainFlow(text, line: line)
    switch text.first {
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      return flow.value(level: 0).flatMap { flow.isAtEnd ? $0 : nil }
    case let first? where PlainFlow.begins(first):
      // A colon before a space makes a name of it, a number sign behind one a remark.
      for (index, byte) in zip(text.indices, text) {
        if byte == UInt8(ascii: ":"), index + 1 == text.endIndex || text[index + 1] == 0x20 {
          return nil
        }
        if byte == UInt8(ascii: "#"), text[index - 1] == 0x20 { return nil }
      }
      return .text(String(decoding: text, as: UTF8.self), line: line)
    default: return nil
    }
  }
}
