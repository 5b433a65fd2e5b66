/// Secrets by the number of their words: a hash table with open addressing, and before it a filter
/// that says no to nearly all that is not in it without a look into memory far away.
struct SecretTable: Sendable {
  private var keys: [UInt64]
  private var secrets: [Secret]
  private var filter: [UInt64] = []
  private var mask: Int
  private var filterMask: UInt64 = 0
  private(set) var count = 0

  private static let nothing = Secret(kind: .none, source: 0, word: 0, count: 0)

  /// An empty table.
  init() { self.init(capacity: 1024) }

  private init(capacity: Int) {
    keys = Array(repeating: 0, count: capacity)
    secrets = Array(repeating: Self.nothing, count: capacity)
    mask = capacity - 1
  }

  /// Adds a secret; of two with the same number the weightier stays, the first of equals.
  mutating func insert(_ key: UInt64, _ secret: Secret) {
    if count * 2 >= keys.count { grow() }
    let slot = slot(of: key)
    if keys[slot] == 0 {
      keys[slot] = key
      secrets[slot] = secret
      count += 1
    } else if secret.kind.rawValue > secrets[slot].kind.rawValue {
      secrets[slot] = secret
    }
  }

  /// Makes no secret of what has this number.
  mutating func strike(_ key: UInt64) {
    let slot = slot(of: key)
    if keys[slot] != 0 { secrets[slot].kind = .none }
  }

  /// Notes that what has this number is part of a visible word; a stem is then no secret.
  mutating func notePart(_ key: UInt64) {
    let slot = slot(of: key)
    guard keys[slot] != 0 else { return }
    if secrets[slot].kind == .stem { secrets[slot].kind = .none }
    secrets[slot].isPartOfVisible = true
  }

  /// The secret with this number.
  func find(_ key: UInt64) -> Secret? {
    let slot = slot(of: key)
    return keys[slot] == 0 || secrets[slot].kind == .none ? nil : secrets[slot]
  }

  /// Whether there may be a secret with this number; `seal` must have been called.
  @inline(__always)
  func mayHave(_ key: UInt64) -> Bool {
    let word = filter[Int(truncatingIfNeeded: (key >> 20) & filterMask)]
    let bits: UInt64 = 1 << (key >> 2 & 63) | 1 << (key >> 8 & 63) | 1 << (key >> 14 & 63)
    return word & bits == bits
  }

  /// Leaves out what was struck, and sets up the filter.
  mutating func seal() {
    var kept = SecretTable(capacity: 1024)
    for slot in keys.indices where keys[slot] != 0 && secrets[slot].kind != .none {
      kept.insert(keys[slot], secrets[slot])
    }
    var words = 64
    while words * 4 < kept.count { words *= 2 }
    kept.filter = Array(repeating: 0, count: words)
    kept.filterMask = UInt64(words - 1)
    for key in kept.keys where key != 0 {
      let bits: UInt64 = 1 << (key >> 2 & 63) | 1 << (key >> 8 & 63) | 1 << (key >> 14 & 63)
      kept.filter[Int((key >> 20) & kept.filterMask)] |= bits
    }
    self = kept
  }

  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key >> 7) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    var larger = SecretTable(capacity: keys.count * 2)
    for slot in keys.indices where keys[slot] != 0 {
      let target = larger.slot(of: keys[slot])
      larger.keys[target] = keys[slot]
      larger.secrets[target] = secrets[slot]
    }
    larger.count = count
    self = larger
  }
}
