/// Reading characters of several bytes from a text that may be none.
enum UTF8Reading {
  /// The value of the character at `index`, which is moved behind it. A byte that begins none is
  /// U+FFFD, by itself.
  static func scalar(_ base: UnsafePointer<UInt8>, _ index: inout Int, _ count: Int) -> UInt32 {
    let first = base[index]
    let (length, bits): (Int, UInt32)
    switch first {
    case 0xC2...0xDF: (length, bits) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF: (length, bits) = (3, UInt32(first & 0x0F))
    case 0xF0...0xF4: (length, bits) = (4, UInt32(first & 0x07))
    default:
      index += 1
      return 0xFFFD
    }
    guard index + length <= count else {
      index += 1
      return 0xFFFD
    }
    var value = bits
    for offset in 1..<length {
      let byte = base[index + offset]
      guard byte & 0xC0 == 0x80 else {
        index += 1
        return 0xFFFD
      }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    index += length
    return value
  }

  /// Appends a character.
  static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else {
      bytes.append(0x20)
      return
    }
    bytes.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [0x20])
  }
}
