/// How words and runs of words become numbers.
///
/// A step takes a character at a time (FNV-1a); finishing spreads the bits. The audit compares
/// numbers of 64 bits: among millions of words and runs, two that differ share one with a chance
/// below one in a million.
enum WordHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3

  /// The state after one more character.
  @inline(__always)
  static func step(_ state: UInt64, _ value: UInt64) -> UInt64 { (state ^ value) &* prime }

  /// The number of a word.
  @inline(__always)
  static func finish(_ state: UInt64) -> UInt64 {
    var h = state
    h ^= h >> 32
    h &*= 0xD6E8_FEB8_6659_FD93
    h ^= h >> 29
    return h | 1
  }

  /// The number of words in a row.
  @inline(__always)
  static func run(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var h = (a << 23 | a >> 41) ^ b
    h &*= 0x9E37_79B9_7F4A_7C15
    h ^= h >> 31
    return h | 1
  }

  /// The number of a word of these characters.
  static func of(_ letters: some Sequence<UInt32>) -> UInt64 {
    finish(letters.reduce(seed) { step($0, UInt64($1)) })
  }

  /// The number of a word of small ASCII letters and digits.
  static func of(_ word: String) -> UInt64 { of(word.utf8.map(UInt32.init)) }

  /// The number of a mark, which differs from that of the word that is spelled like it.
  static func mark(_ hash: UInt64) -> UInt64 { run(hash, 0x4D41_524B) }

  /// The number of a day of the year.
  static func date(month: Int, day: Int) -> UInt64 {
    run(UInt64(0x4441_5445 + month), UInt64(day))
  }
}
