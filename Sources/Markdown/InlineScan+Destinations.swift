extension InlineScan {
  /// The most parentheses that are open in a destination.
  private static let depth = 32

  /// A link destination at `start`: `<…>`, or a run without spaces up to a parenthesis that closes none
  /// of it. As the library has it, one that opens in it need not close.
  public static func destination(_ bytes: [UInt8], at start: Int) -> (range: Range<Int>, end: Int)?
  {
    var index = start
    if index < bytes.count, bytes[index] == UInt8(ascii: "<") {
      index += 1
      while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
        if bytes[index] == 0x0A || bytes[index] == UInt8(ascii: "<") { return nil }
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      return index < bytes.count ? (start + 1..<index, index + 1) : nil
    }
    var depth = 0
    while index < bytes.count, bytes[index] > 0x20 {
      if bytes[index] == UInt8(ascii: "\\") {
        let escapes = index + 1 < bytes.count && isPunctuation(bytes[index + 1])
        index += escapes ? 2 : 1
        continue
      }
      if bytes[index] == UInt8(ascii: "(") {
        depth += 1
        if depth > InlineScan.depth { return nil }
      }
      if bytes[index] == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      index += 1
    }
    return (start..<index, index)
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  /// The end of a link title that begins at `start`, or nil where none begins.
  static func titleEnd(_ bytes: [UInt8], at start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    let close: UInt8
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = bytes[start]
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == close { return index + 1 }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }
}
