/// A set of words by their numbers, which are hashes already: every word of every briefing is looked
/// up in several of them.
struct WordSet: Sendable {
  /// Numbers, each at the first free slot from where it leads; 0 where there is none.
  private var slots: [UInt64]
  private let hasZero: Bool

  /// The words of a text with white space between them.
  init(_ words: String) { self.init(words.split(whereSeparator: \.isWhitespace).map(Word.hash)) }

  /// The words that have these numbers.
  init(_ hashes: some Collection<UInt64>) {
    var size = 16
    while size < hashes.count * 3 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    hasZero = hashes.contains(0)
    for hash in hashes { slots[slot(hash)] = hash }
  }

  /// Whether a word is in it.
  func contains(_ word: Word) -> Bool { contains(hash: word.hash) }

  /// Whether a word is in it, by its number.
  func contains(hash: UInt64) -> Bool { hash == 0 ? hasZero : slots[slot(hash)] == hash }

  /// Where a number is, or would be.
  private func slot(_ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) &>> 40) & mask
    while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }
}
