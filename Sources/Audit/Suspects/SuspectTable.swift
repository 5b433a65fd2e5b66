/// Keys of words and runs of words, with who may not read them and who may.
///
/// Open addressing with linear probing: the keys are hashes already, and a build asks for millions.
struct SuspectTable: Sendable {
  private var keys: [UInt64]
  private var withheld: [UInt8]
  private var visible: [UInt8]
  private var mask: Int
  /// How many keys there are.
  private(set) var count = 0

  /// An empty table.
  init() {
    keys = Array(repeating: 0, count: 1024)
    withheld = Array(repeating: 0, count: 1024)
    visible = Array(repeating: 0, count: 1024)
    mask = 1023
  }

  /// Puts in that `readers` may not read what has this key.
  mutating func withhold(_ key: UInt64, from readers: Readers) {
    if count * 3 >= keys.count * 2 { grow() }
    let key = key == 0 ? 1 : key
    let slot = slot(key)
    if keys[slot] == 0 {
      keys[slot] = key
      count += 1
    }
    withheld[slot] |= readers.rawValue
  }

  /// Notes that `readers` read what has this key, if it is in the table.
  mutating func show(_ key: UInt64, to readers: Readers) {
    let key = key == 0 ? 1 : key
    let slot = slot(key)
    if keys[slot] == key { visible[slot] |= readers.rawValue }
  }

  /// Whether only text that this reader may not have has the key.
  func isSuspect(_ key: UInt64, of reader: Readers) -> Bool {
    let key = key == 0 ? 1 : key
    let slot = slot(key)
    return keys[slot] == key && withheld[slot] & reader.rawValue != 0
      && visible[slot] & reader.rawValue == 0
  }

  /// The readers who read what has this key.
  func readers(of key: UInt64) -> Readers {
    let slot = slot(key == 0 ? 1 : key)
    return Readers(rawValue: visible[slot])
  }

  /// A filter of the keys that only text which this reader may not have has.
  func filter(for reader: Readers) -> KeyFilter {
    var suspects = 0
    for slot in keys.indices where isSuspect(at: slot, of: reader) { suspects += 1 }
    var filter = KeyFilter(capacity: suspects)
    for slot in keys.indices where isSuspect(at: slot, of: reader) { filter.insert(keys[slot]) }
    return filter
  }

  @inline(__always)
  private func isSuspect(at slot: Int, of reader: Readers) -> Bool {
    withheld[slot] & reader.rawValue != 0 && visible[slot] & reader.rawValue == 0
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 20) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot &+ 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldWithheld, oldVisible) = (keys, withheld, visible)
    let size = keys.count * 2
    keys = Array(repeating: 0, count: size)
    withheld = Array(repeating: 0, count: size)
    visible = Array(repeating: 0, count: size)
    mask = size - 1
    for (index, key) in oldKeys.enumerated() where key != 0 {
      let slot = slot(key)
      keys[slot] = key
      withheld[slot] = oldWithheld[index]
      visible[slot] = oldVisible[index]
    }
  }
}
