/// Numbers for words (FNV-1a): the same on every machine and in every run.
struct WordHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes the next byte of a word.
  @inline(__always)
  mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  /// The number of the word so far.
  var value: UInt64 { state ^ state >> 32 }

  /// The number of a word.
  static func of(_ word: some Sequence<UInt8>) -> UInt64 {
    var hash = WordHash()
    for byte in word { hash.add(byte) }
    return hash.value
  }
}
