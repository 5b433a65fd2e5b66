/// Writes text into HTML so that it can be nothing but text, in an element or a quoted attribute.
///
/// It looks at bytes and never at characters: to Swift a `"` followed by a combining accent or a
/// joiner is one character that is not `"`, but to a browser it ends the attribute.
enum HTMLEscaping {
  /// A set bit for each of `"`, `&`, `'`, `<` and `>`, all of which are below 64.
  private static let special: UInt64 =
    1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

  /// Appends `text` with the five characters replaced by references.
  static func append(_ text: String, to output: inout [UInt8]) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { append($0, to: &output) }
    if isDone == nil {
      Array(text.utf8).withUnsafeBufferPointer { append($0, to: &output) }
    }
  }

  private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var start = 0
    for offset in bytes.indices {
      let byte = bytes[offset]
      guard byte < 64, special >> UInt64(byte) & 1 == 1 else { continue }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<offset]))
      append(reference(to: byte), to: &output)
      start = offset + 1
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  private static func append(_ reference: StaticString, to output: inout [UInt8]) {
    output.append(
      contentsOf: UnsafeBufferPointer(
        start: reference.utf8Start, count: reference.utf8CodeUnitCount))
  }

  private static func reference(to byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: "&#39;"
    }
  }
}
