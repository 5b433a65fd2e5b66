/// Decodes what text may be written with: entities, percent signs, backslashes.
enum Unescape {
  /// Whether the text has a sign that begins an escape.
  static func mayBeNeeded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in bytes where byte == 0x26 || byte == 0x25 || byte == 0x5C { return true }
    return false
  }

  /// The text with its escapes decoded, escapes within escapes too; nil where it has none.
  ///
  /// - Returns: also whether the text may mean something else as it stands, as a percent sign or a
  ///   backslash may.
  static func decoded(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (bytes: [UInt8], hasOtherReading: Bool)? {
    guard var (result, other) = pass(bytes) else { return nil }
    for _ in 0..<3 {
      guard let next = result.withUnsafeBufferPointer({ pass($0) }) else { break }
      result = next.0
      other = other || next.1
    }
    return (result, other)
  }

  private static func pass(_ bytes: UnsafeBufferPointer<UInt8>) -> ([UInt8], Bool)? {
    var result: [UInt8] = []
    var hasChanged = false
    var hasOther = false
    var i = 0
    while i < bytes.count {
      let escape: (text: [UInt8], width: Int)? =
        switch bytes[i] {
        case UInt8(ascii: "&"): Entity.decode(bytes, i)
        case UInt8(ascii: "%"): percent(bytes, i)
        case UInt8(ascii: "\\"): backslash(bytes, i)
        default: nil
        }
      guard let escape else {
        result.append(bytes[i])
        i += 1
        continue
      }
      if !hasChanged { result.reserveCapacity(bytes.count) }
      hasChanged = true
      if bytes[i] != UInt8(ascii: "&") { hasOther = true }
      result += escape.text
      i += escape.width
    }
    return hasChanged ? (result, hasOther) : nil
  }

  private static func percent(
    _ bytes: UnsafeBufferPointer<UInt8>, _ i: Int
  ) -> ([UInt8], Int)? {
    guard let value = hex(bytes, i + 1, 2) else { return nil }
    return ([UInt8(value)], 3)
  }

  /// `\u0044`, `\u{44}`, `\x44`, and `\44 ` as in style sheets.
  private static func backslash(
    _ bytes: UnsafeBufferPointer<UInt8>, _ i: Int
  ) -> ([UInt8], Int)? {
    guard i + 2 < bytes.count else { return nil }
    switch bytes[i + 1] {
    case UInt8(ascii: "u"), UInt8(ascii: "U"):
      if bytes[i + 2] == UInt8(ascii: "{") { return braced(bytes, i) }
      return unit(bytes, i)
    case UInt8(ascii: "x"): return hex(bytes, i + 2, 2).map { (utf8($0), 4) }
    default:
      var value: UInt32 = 0
      var end = i + 1
      while end < bytes.count, end < i + 7, let digit = Bytes.hexValue(bytes[end]) {
        value = value << 4 | UInt32(digit)
        end += 1
      }
      guard end >= i + 3 else { return nil }
      if end < bytes.count, bytes[end] == 0x20 { end += 1 }
      return (utf8(value), end - i)
    }
  }

  private static func braced(
    _ bytes: UnsafeBufferPointer<UInt8>, _ i: Int
  ) -> ([UInt8], Int)? {
    var value: UInt32 = 0
    var end = i + 3
    while end < bytes.count, end < i + 9, let digit = Bytes.hexValue(bytes[end]) {
      value = value << 4 | UInt32(digit)
      end += 1
    }
    guard end > i + 3, end < bytes.count, bytes[end] == UInt8(ascii: "}") else { return nil }
    return (utf8(value), end + 1 - i)
  }

  /// What `\uXXXX` at the beginning of `bytes` stands for, and how long it is.
  static func codeUnits(_ bytes: UnsafeBufferPointer<UInt8>) -> ([UInt8], Int)? { unit(bytes, 0) }

  /// A code unit of UTF-16, or two that belong together.
  private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> ([UInt8], Int)? {
    guard let first = hex(bytes, i + 2, 4) else { return nil }
    if (0xD800..<0xDC00).contains(first), i + 7 < bytes.count,
      bytes[i + 6] == UInt8(ascii: "\\"), let second = hex(bytes, i + 8, 4),
      (0xDC00..<0xE000).contains(second)
    {
      return (utf8(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)), 12)
    }
    return (utf8(first), 6)
  }

  private static func hex(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int
  ) -> UInt32? {
    guard start + count <= bytes.count else { return nil }
    var value: UInt32 = 0
    for k in start..<(start + count) {
      guard let digit = Bytes.hexValue(bytes[k]) else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// A scalar's bytes; a space where there is no such scalar.
  static func utf8(_ value: UInt32) -> [UInt8] {
    guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else {
      return [0x20]
    }
    return value == 0 ? [0x20] : Array(encoded)
  }
}
