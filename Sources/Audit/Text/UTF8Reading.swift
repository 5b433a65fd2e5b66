/// Reading characters of several bytes from a text that may be none.
enum UTF8Reading {
  /// The value of the character at `index`, which is moved behind it. A byte that begins none is what it
  /// is in Latin-1, if a letter, or else U+FFFD.
  static func scalar(_ base: UnsafePointer<UInt8>, _ index: inout Int, _ count: Int) -> UInt32 {
    let first = base[index]
    let (length, bits): (Int, UInt32)
    switch first {
    case 0xC2...0xDF: (length, bits) = (2, UInt32(first & 0x1F))
    case 0xE0...0xEF: (length, bits) = (3, UInt32(first & 0x0F))
    case 0xF0...0xF4: (length, bits) = (4, UInt32(first & 0x07))
    default: return single(first, &index)
    }
    guard index + length <= count else { return single(first, &index) }
    var value = bits
    for offset in 1..<length {
      let byte = base[index + offset]
      guard byte & 0xC0 == 0x80 else { return single(first, &index) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    index += length
    return value
  }

  private static func single(_ byte: UInt8, _ index: inout Int) -> UInt32 {
    index += 1
    return byte >= 0xC0 ? UInt32(byte) : 0xFFFD
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
