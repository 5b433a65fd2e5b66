/// A line of Markdown source, or what is left of it inside a quote, an item or a footnote.
public struct SourceLine: Hashable, Sendable {
  /// Position of the line in the text that was parsed, counted from 0.
  public var number: Int
  /// The bytes, without the line's end.
  public var bytes: ArraySlice<UInt8>
  /// The visual column at which `bytes` begin; tabs stop at multiples of 4.
  public var column: Int

  /// A whole line.
  public init(number: Int, bytes: ArraySlice<UInt8>) {
    self.number = number
    self.bytes = bytes
    column = 0
  }

  /// Whether there is nothing but white space in it.
  public var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// Columns of white space at the start.
  var indent: Int {
    var at = column
    for byte in bytes {
      if byte == 0x20 { at += 1 } else if byte == 0x09 { at += 4 - at % 4 } else { break }
    }
    return at - column
  }

  /// Whether it begins with the box of a task.
  var hasBox: Bool {
    let text = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    guard text.count >= 3, text[text.startIndex] == UInt8(ascii: "["),
      text[text.startIndex + 2] == UInt8(ascii: "]"),
      [0x20, UInt8(ascii: "x"), UInt8(ascii: "X")].contains(text[text.startIndex + 1])
    else { return false }
    return [nil, 0x20, 0x09].contains(text.dropFirst(3).first)
  }

  /// Whether it begins with a number, with or without one more sign, and a box behind it.
  var hasBoxBehindNumber: Bool {
    let text = bytes.drop { $0 == 0x20 || $0 == 0x09 }
    let rest = text.drop { (0x30...0x39).contains($0) }
    guard rest.startIndex > text.startIndex else { return false }
    // A sign has four bytes at most.
    let sign = rest.prefix { $0 != 0x20 && $0 != 0x09 }
    var line = self
    line.bytes = rest.dropFirst(sign.count)
    return sign.count <= 4 && line.indent > 0 && line.hasBox
  }

  /// Takes up to `columns` columns of white space from the start; what is left of a tab that was
  /// cut becomes spaces, as CommonMark has it.
  mutating func strip(columns: Int) {
    let goal = column + columns
    while column < goal, let byte = bytes.first, byte == 0x20 || byte == 0x09 {
      let width = byte == 0x20 ? 1 : 4 - column % 4
      bytes.removeFirst()
      column += width
      if column > goal {
        bytes = ArraySlice(repeatElement(0x20, count: column - goal) + bytes)
        column = goal
      }
    }
  }

  /// Takes all white space from the start.
  public mutating func stripIndent() { strip(columns: indent) }

  /// Takes `count` bytes that are not tabs.
  public mutating func drop(_ count: Int) {
    bytes = bytes.dropFirst(count)
    column += count
  }

  /// Takes a quote's `>` and the space after it.
  mutating func stripQuote() {
    guard indent <= 3 else { return stripIndent() }
    stripIndent()
    guard bytes.first == UInt8(ascii: ">") else { return }
    drop(1)
    strip(columns: 1)
  }

  /// Takes a list marker and the space after it.
  ///
  /// - Returns: the columns at which the item's content begins, counted from the start of the
  ///   line, and the marker's last byte: a bullet, or the delimiter after a number.
  mutating func stripListMarker() -> (offset: Int, marker: UInt8) {
    let start = column
    stripIndent()
    let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
    drop(digits)
    let marker = bytes.first ?? 0
    drop(1)
    let afterMarker = column
    if isBlank {
      bytes = []
      return (afterMarker + 1 - start, marker)
    }
    let space = indent
    strip(columns: space >= 5 ? 1 : space)
    return (column - start, marker)
  }
}
