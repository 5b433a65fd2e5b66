/// A word of a text: where it stands, and a number that equal words share whatever their case.
struct Word: Sendable {
  /// Where its first byte stands in the text.
  var start: Int
  /// Where it ends.
  var end: Int
  /// Equal for words that differ in case alone.
  var hash: UInt64
  /// The number of its sentence within the text, counted from 0.
  var sentence: Int
  /// What kind of text it stands in.
  var traits: Traits

  /// What a word's letters and surroundings say of it.
  struct Traits: OptionSet, Sendable {
    let rawValue: UInt8
    /// A capital first.
    static let capital = Traits(rawValue: 1)
    /// Two capitals or more, and no small letter.
    static let allCapitals = Traits(rawValue: 2)
    /// A digit in it.
    static let digit = Traits(rawValue: 4)
    /// Within quotation marks.
    static let quoted = Traits(rawValue: 8)
    /// In a code span.
    static let code = Traits(rawValue: 16)
    /// Punctuation stands before it: a clause begins with it.
    static let opensClause = Traits(rawValue: 32)
    /// Directly behind an opening parenthesis.
    static let parenthesis = Traits(rawValue: 64)
  }

  /// The number of a word, without regard to case.
  static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    var hasher = WordHash()
    for byte in word { hasher.add(byte) }
    return hasher.value
  }

  /// The number of a word of this program.
  static func hash(_ word: some StringProtocol) -> UInt64 { hash(Array(word.utf8)) }
}

/// FNV-1a (Fowler, Noll, Vo) over the small letters of Latin text in UTF-8.
struct WordHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
  private var previous: UInt8 = 0

  mutating func add(_ byte: UInt8) {
    var small = byte
    if byte >= 0x41, byte <= 0x5A { small |= 0x20 }
    // À to Þ are C3 80 to C3 9E; their small letters stand 32 behind them.
    if previous == 0xC3, byte >= 0x80, byte <= 0x9E { small += 0x20 }
    previous = byte
    value = (value ^ UInt64(small)) &* 0x100_0000_01B3
  }
}
