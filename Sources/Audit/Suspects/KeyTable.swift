/// Keys of words and runs of words, each with audiences.
///
/// The audiences are a value of one or more sets of them.
///
/// Open addressing with linear probing: the keys are hashes already, and a build asks for millions.
struct KeyTable<Audiences: OptionSet & Sendable>: Sendable where Audiences.Element == Audiences {
  private var keys: [UInt64]
  private var readers: [Audiences]
  private var mask: Int
  /// How many keys there are.
  private(set) var count = 0

  /// An empty table with so many slots, a power of two, until it has to grow.
  init(slots: Int = 1024) {
    keys = Array(repeating: 0, count: slots)
    readers = Array(repeating: [], count: slots)
    mask = slots - 1
  }

  /// Adds `more` to the audiences of a key; whether that made a difference.
  @discardableResult
  mutating func insert(_ key: UInt64, _ more: Audiences) -> Bool {
    if count * 3 >= keys.count * 2 { grow() }
    let key = KeyTable.stored(key)
    let slot = slot(key)
    if keys[slot] == 0 {
      keys[slot] = key
      readers[slot] = more
      count += 1
      return true
    }
    if more.isSubset(of: readers[slot]) { return false }
    readers[slot].formUnion(more)
    return true
  }

  /// Whether a key is in the table.
  @inline(__always)
  func contains(_ key: UInt64) -> Bool { find(key) != nil }

  /// The slot of a key; nil where it is not in the table.
  @inline(__always)
  private func find(_ key: UInt64) -> Int? {
    let key = KeyTable.stored(key)
    let slot = slot(key)
    return keys[slot] == key ? slot : nil
  }

  /// The audiences of a key; none where it is not in the table.
  @inline(__always)
  func readers(of key: UInt64) -> Audiences { find(key).map { readers[$0] } ?? [] }

  /// What is in the slot where a key would be first.
  typealias First = (key: UInt64, readers: Audiences)

  /// Asks for the slot of a key, some time before the answer is needed.
  @inline(__always)
  func first(of key: UInt64) -> First {
    let slot = home(KeyTable.stored(key))
    return (keys[slot], readers[slot])
  }

  /// The audiences of a key of which `first` was asked before.
  @inline(__always)
  func readers(of key: UInt64, _ first: First) -> Audiences {
    if first.key == KeyTable.stored(key) { return first.readers }
    return first.key == 0 ? [] : readers(of: key)
  }

  /// A key and some audiences.
  typealias Entry = (key: UInt64, sides: Audiences)

  /// Adds to the audiences of each key.
  mutating func insert(_ entries: ArraySlice<Entry>) {
    for group in Groups(entries) {
      if (count + group.count) * 3 >= keys.count * 2 { grow() }
      let first = firstKeys(group)
      for (entry, found) in zip(group, first.indices) {
        let key = KeyTable.stored(entry.key)
        if first[found] == key {
          readers[home(key)].formUnion(entry.sides)
        } else {
          insert(entry.key, entry.sides)
        }
      }
    }
  }

  /// Adds to the audiences of each key that is in the table.
  mutating func add(_ entries: ArraySlice<Entry>) {
    for group in Groups(entries) {
      let first = firstKeys(group)
      for (entry, found) in zip(group, first.indices) where first[found] != 0 {
        if let slot = find(entry.key) { readers[slot].formUnion(entry.sides) }
      }
    }
  }

  /// What is in the slots where the keys of some entries would be first.
  ///
  /// A large table lies in memory that is slow to answer: here it is asked for many slots, none of which
  /// waits for the one before.
  @inline(__always)
  private func firstKeys(_ group: ArraySlice<Entry>) -> SIMD16<UInt64> {
    var result = SIMD16<UInt64>()
    keys.withUnsafeBufferPointer { keys in
      for (entry, index) in zip(group, result.indices) {
        result[index] = keys[home(KeyTable.stored(entry.key))]
      }
    }
    return result
  }

  /// Entries, sixteen at a time.
  private struct Groups: Sequence, IteratorProtocol {
    private var rest: ArraySlice<Entry>

    init(_ entries: ArraySlice<Entry>) { rest = entries }

    mutating func next() -> ArraySlice<Entry>? {
      if rest.isEmpty { return nil }
      defer { rest = rest.dropFirst(16) }
      return rest.prefix(16)
    }
  }

  /// The same keys, each with other audiences.
  func map<Others: OptionSet>(_ other: (Audiences) -> Others) -> KeyTable<Others> {
    KeyTable<Others>(keys: keys, readers: readers.map(other), count: count)
  }

  private init(keys: [UInt64], readers: [Audiences], count: Int) {
    (self.keys, self.readers, self.count) = (keys, readers, count)
    mask = keys.count - 1
  }

  /// How many keys have audiences that fit.
  func count(where fits: (Audiences) -> Bool) -> Int {
    var result = 0
    forEach { _, audiences in result += fits(audiences) ? 1 : 0 }
    return result
  }

  /// Calls `body` with each key and its audiences.
  @inline(__always)
  func forEach(_ body: (UInt64, Audiences) -> Void) {
    for slot in keys.indices where keys[slot] != 0 { body(keys[slot], readers[slot]) }
  }

  /// No key is 0, which says that a slot is empty.
  @inline(__always)
  private static func stored(_ key: UInt64) -> UInt64 { key == 0 ? 1 : key }

  /// The slot in which a key is if no other is there.
  @inline(__always)
  private func home(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 20) & mask
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    keys.withUnsafeBufferPointer { keys in
      var slot = home(key)
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
