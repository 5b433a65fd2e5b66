/// Says very fast that a key is not among many, which is nearly always so (B. H. Bloom, "Space/time
/// trade-offs in hash coding with allowable errors", 1970).
struct KeyFilter: Sendable {
  private var bits: [UInt64]
  private let mask: UInt64

  /// A filter for so many keys.
  init(capacity: Int) {
    var size = 1 << 14
    while size < capacity * 16 { size *= 2 }
    bits = Array(repeating: 0, count: size / 64)
    mask = UInt64(size - 1)
  }

  /// Lets a key through from now on.
  mutating func insert(_ key: UInt64) {
    let bit = KeyFilter.spread(key) & mask
    bits[Int(bit &>> 6)] |= 1 &<< (bit & 63)
  }

  @inline(__always)
  private static func spread(_ key: UInt64) -> UInt64 { (key &* 0x9E37_79B9_7F4A_7C15) &>> 24 }

  /// Whether `key` may have been put in; no is certain.
  @inline(__always)
  func mayContain(_ key: UInt64) -> Bool {
    let bit = KeyFilter.spread(key) & mask
    return bits.withUnsafeBufferPointer { $0[Int(bit &>> 6)] } & (1 &<< (bit & 63)) != 0
  }
}
