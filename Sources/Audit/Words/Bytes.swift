/// Small questions about bytes of text.
enum Bytes {
  /// The parts between `separator`s.
  static func split(_ text: [UInt8], by separator: String) -> [[UInt8]] {
    let wanted = Array(separator.utf8)
    var parts: [[UInt8]] = [[]]
    var i = 0
    while i < text.count {
      if !wanted.isEmpty, text[i...].starts(with: wanted) {
        parts.append([])
        i += wanted.count
      } else {
        parts[parts.count - 1].append(text[i])
        i += 1
      }
    }
    return parts
  }

  /// Without white space at its ends.
  static func trimmed(_ text: some BidirectionalCollection<UInt8>) -> [UInt8] {
    var rest = text[...]
    while let first = rest.first, isSpace(first) { rest = rest.dropFirst() }
    while let last = rest.last, isSpace(last) { rest = rest.dropLast() }
    return Array(rest)
  }

  /// Space, tab or line end.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// A hexadecimal digit's value.
  static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// Whether `text` has `word` at `position`.
  static func has(_ text: UnsafeBufferPointer<UInt8>, _ word: StaticString, at position: Int)
    -> Bool
  {
    let count = word.utf8CodeUnitCount
    guard position >= 0, position + count <= text.count else { return false }
    for k in 0..<count where text[position + k] != word.utf8Start[k] { return false }
    return true
  }

  /// ASCII capitals made small.
  static func lowered(_ text: some Sequence<UInt8>) -> [UInt8] {
    text.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// As text, with what is not UTF-8 replaced.
  static func string(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }
}
