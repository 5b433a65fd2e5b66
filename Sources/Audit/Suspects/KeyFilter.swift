/// Says very fast that a key is not among many, which is nearly always so (B. H. Bloom, "Space/time
/// trade-offs in hash coding with allowable errors", 1970).
struct KeyFilter: Sendable {
  /// The bits of one part of the keys behind those of another.
  private var words: [UInt64]
  /// Of the words of a part.
  private let mask: Int

  /// A filter for so many keys.
  init(capacity: Int) {
    let size = KeyFilter.size(capacity / KeyPart.count + 1)
    words = Array(repeating: 0, count: size * KeyPart.count)
    mask = size - 1
  }

  /// A filter of keys whose parts were filled by themselves, each of the same size.
  init(parts: [[UInt64]]) {
    words = parts.flatMap(\.self)
    mask = words.count / KeyPart.count - 1
  }

  /// The size of the parts of a filter for so many keys in each.
  static func size(_ counts: [Int]) -> Int { size(counts.max() ?? 0) }

  /// A part of this size, for the keys whose audiences are those.
  static func part<Audiences>(
    _ keys: KeyTable<Audiences>, size: Int, where isIn: (Audiences) -> Bool
  ) -> [UInt64] {
    [UInt64](unsafeUninitializedCapacity: size) { words, count in
      words.initialize(repeating: 0)
      count = size
      keys.forEach { key, audiences in
        guard isIn(audiences) else { return }
        let (word, bits) = place(of: key, size - 1)
        words[word] |= bits
      }
    }
  }

  /// How many words there are for so many keys of a part: a power of two.
  private static func size(_ capacity: Int) -> Int {
    var size = 1 << 5
    while size < capacity / 6 { size *= 2 }
    return size
  }

  /// Lets a key through from now on.
  mutating func insert(_ key: UInt64) {
    let (word, bits) = KeyFilter.place(of: key, mask)
    words[KeyPart.of(key) * (mask + 1) + word] |= bits
  }

  /// Whether `key` may have been put in; no is certain.
  @inline(__always)
  func mayContain(_ key: UInt64) -> Bool {
    let (word, bits) = KeyFilter.place(of: key, mask)
    let index = KeyPart.of(key) &* (mask &+ 1) &+ word
    return words.withUnsafeBufferPointer { $0[index] } & bits == bits
  }

  /// The word of a key in its part, and the two bits in it: of the same word, so that memory is asked
  /// once.
  @inline(__always)
  private static func place(of key: UInt64, _ mask: Int) -> (word: Int, bits: UInt64) {
    let spread = key &* 0x9E37_79B9_7F4A_7C15
    let bits: UInt64 = 1 &<< (spread &>> 58) | 1 &<< (spread &>> 52 & 63)
    return (Int(truncatingIfNeeded: spread &>> 20) & mask, bits)
  }
}

/// The parts in which many keys are, so that several threads can put some in and find some.
enum KeyPart {
  static let count = 8

  /// The part in which a key is.
  @inline(__always)
  static func of(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key) & (count - 1) }
}
