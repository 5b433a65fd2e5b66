/// The key of a word, from its folded bytes in their order: equal words have equal keys, others
/// hardly ever.
///
/// The bytes go in eight at a time, as they lie in memory, so that a word of usual length is one
/// step; they can come one by one as well, where a word is in pieces.
struct WordKey {
  private var state = Self.seed
  /// The bytes since the last eight, the first in the lowest place.
  private var pending: UInt64 = 0
  private var count: UInt64 = 0

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The key of these folded bytes.
  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var key = WordKey()
    for byte in bytes { key.add(byte) }
    return key.value
  }

  /// One byte more.
  @inline(__always)
  mutating func add(_ byte: UInt8) {
    pending |= UInt64(byte) &<< ((count & 7) &* 8)
    count &+= 1
    if count & 7 == 0 { absorb() }
  }

  /// Eight bytes more, where a multiple of eight came before.
  @inline(__always)
  mutating func add(eight: UInt64) {
    pending = eight
    count &+= 8
    absorb()
  }

  /// The last bytes, fewer than eight, where a multiple of eight came before; the rest of `last` is 0.
  @inline(__always)
  mutating func add(last: UInt64, _ bytes: Int) {
    pending = last
    count &+= UInt64(truncatingIfNeeded: bytes)
  }

  @inline(__always)
  private mutating func absorb() {
    state = WordKey.mixed(state ^ pending)
    pending = 0
  }

  /// The key of the bytes so far.
  @inline(__always)
  var value: UInt64 {
    let all = count & 7 == 0 ? state : WordKey.mixed(state ^ pending)
    // How many there are tells apart what ends in zeros.
    let key = (all &+ count) &* 0x94D0_49BB_1331_11EB
    return key ^ key &>> 29
  }

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let key = value &* 0xBF58_476D_1CE4_E5B9
    return key ^ key &>> 32
  }

  /// The key of some keys in their order.
  @inline(__always)
  static func joined(_ keys: UInt64, _ next: UInt64) -> UInt64 {
    mixed(keys &* 0x9E37_79B9_7F4A_7C15 &+ next)
  }
}

/// The key of a run of four words, from word to word.
struct RunKey {
  private var last: UInt64 = 0
  private var lastButOne: UInt64 = 0
  private var lastButTwo: UInt64 = 0
  /// How many words came since the text last parted them.
  private var count = 0

  /// One word more; the key of the run that ends with it, nil where there is none.
  ///
  /// Each word is turned by another number of bits, so that their order tells.
  @inline(__always)
  mutating func add(_ key: UInt64, isFirst: Bool) -> UInt64? {
    count = isFirst ? 1 : count &+ 1
    let run = lastButTwo ^ lastButOne ^ last ^ key
    lastButTwo = RunKey.turned(lastButOne)
    lastButOne = RunKey.turned(last)
    last = RunKey.turned(key)
    return count >= 4 ? run : nil
  }

  @inline(__always)
  private static func turned(_ key: UInt64) -> UInt64 { key &<< 13 | key &>> 51 }
}
