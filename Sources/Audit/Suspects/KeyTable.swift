/// Keys of words and runs of words, each with audiences.
///
/// Open addressing with linear probing: the keys are hashes already, and a build asks for millions.
struct KeyTable: Sendable {
  private var keys: [UInt64]
  private var readers: [Readers]
  private var mask: Int
  /// How many keys there are.
  private(set) var count = 0

  /// An empty table with so many slots, a power of two, until it has to grow.
  init(slots: Int = 1024) {
    keys = Array(repeating: 0, count: slots)
    readers = Array(repeating: [], count: slots)
    mask = slots - 1
  }

  /// How many slots there are; a key that is put in can move all.
  var slots: Range<Int> { keys.indices }

  /// Adds `more` to the audiences of a key; whether that made a difference.
  @discardableResult
  mutating func insert(_ key: UInt64, _ more: Readers) -> Bool {
    if count * 3 >= keys.count * 2 { grow() }
    let key = KeyTable.stored(key)
    let slot = slot(key)
    if keys[slot] == 0 {
      keys[slot] = key
      count += 1
    } else if more.isSubset(of: readers[slot]) {
      return false
    }
    readers[slot].formUnion(more)
    return true
  }

  /// The slot of a key; nil where it is not in the table.
  @inline(__always)
  func find(_ key: UInt64) -> Int? {
    let key = KeyTable.stored(key)
    let slot = slot(key)
    return keys[slot] == key ? slot : nil
  }

  /// The audiences of a key; none where it is not in the table.
  func readers(of key: UInt64) -> Readers { find(key).map { readers[$0] } ?? [] }

  /// Takes audiences from those of the key in each slot.
  mutating func subtract(_ others: [Readers]) {
    for slot in keys.indices { readers[slot].subtract(others[slot]) }
  }

  /// Calls `body` with each key, its audiences and its slot.
  @inline(__always)
  func forEach(_ body: (UInt64, Readers, Int) -> Void) {
    for slot in keys.indices where keys[slot] != 0 { body(keys[slot], readers[slot], slot) }
  }

  /// No key is 0, which says that a slot is empty.
  @inline(__always)
  private static func stored(_ key: UInt64) -> UInt64 { key == 0 ? 1 : key }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    keys.withUnsafeBufferPointer { keys in
      var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 20) & mask
      while keys[slot] != 0, keys[slot] != key { slot = (slot &+ 1) & mask }
      return slot
    }
  }

  private mutating func grow() {
    let (oldKeys, oldReaders) = (keys, readers)
    let size = keys.count * 2
    keys = Array(repeating: 0, count: size)
    readers = Array(repeating: [], count: size)
    mask = size - 1
    for (index, key) in oldKeys.enumerated() where key != 0 {
      let slot = slot(key)
      keys[slot] = key
      readers[slot] = oldReaders[index]
    }
  }
}
