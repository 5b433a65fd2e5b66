/// Says very fast that a key is not among many, which is nearly always so (B. H. Bloom, "Space/time
/// trade-offs in hash coding with allowable errors", 1970).
struct KeyFilter: Sendable {
  private var words: [UInt64]
  private let mask: Int

  /// A filter for so many keys.
  init(capacity: Int) {
    var size = 1 << 8
    while size < capacity / 6 { size *= 2 }
    words = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// Lets a key through from now on.
  mutating func insert(_ key: UInt64) {
    let (word, bits) = place(of: key)
    words[word] |= bits
  }

  /// Whether `key` may have been put in; no is certain.
  @inline(__always)
  func mayContain(_ key: UInt64) -> Bool {
    let (word, bits) = place(of: key)
    return words.withUnsafeBufferPointer { $0[word] } & bits == bits
  }

  /// The word of a key, and the two bits in it: of the same word, so that memory is asked once.
  @inline(__always)
  private func place(of key: UInt64) -> (word: Int, bits: UInt64) {
    let spread = key &* 0x9E37_79B9_7F4A_7C15
    let bits: UInt64 = 1 &<< (spread &>> 58) | 1 &<< (spread &>> 52 & 63)
    return (Int(truncatingIfNeeded: spread &>> 20) & mask, bits)
  }
}
