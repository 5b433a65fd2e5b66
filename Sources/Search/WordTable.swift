/// Words in the order in which they first came, found by their letters.
struct WordTable {
  /// The letters of all words.
  private(set) var letters: [UInt8] = []
  /// Where each word begins in `letters`, and behind the last where it ends.
  private var starts: [Int32] = [0]
  private(set) var hashes: [UInt64] = []
  private var slots: [Int32]

  /// An empty table with room for `count` words.
  init(room count: Int = 512) {
    var size = 16
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    letters.reserveCapacity(count * 8)
    starts.reserveCapacity(count + 1)
    hashes.reserveCapacity(count)
  }

  /// How many words there are.
  var count: Int { hashes.count }

  /// Where a word stands in `letters`.
  func range(of place: Int) -> Range<Int> { Int(starts[place])..<Int(starts[place + 1]) }

  /// The letters of a word.
  func word(_ place: Int) -> ArraySlice<UInt8> { letters[range(of: place)] }

  /// The place of a word, which is added if it is not there.
  mutating func add(_ word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let slot = slot(of: word, hash)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    let place = count
    slots[slot] = Int32(place)
    letters += word
    starts.append(Int32(letters.count))
    hashes.append(hash)
    if count * 2 > slots.count { grow() }
    return place
  }

  /// The place of a word, if it is there.
  func place(of word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int? {
    let place = slots[slot(of: word, hash)]
    return place < 0 ? nil : Int(place)
  }

  /// The slot of a word, or the free one where it belongs.
  private func slot(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    // The lowest bits say which part of the index a word is in, and are the same for all of one.
    var slot = Int(truncatingIfNeeded: hash >> 8) & mask
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if hashes[place] == hash, isEqual(place, word) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  @inline(__always)
  private func isEqual(_ place: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[place])
    guard Int(starts[place + 1]) - start == word.count else { return false }
    for index in word.indices where letters[start + index] != word[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 4)
    let mask = slots.count - 1
    for (place, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash >> 8) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(place)
    }
  }
}
