internal import Synchronization

/// Keys of withheld text, and who reads what has them all the same, as several threads find them.
///
/// They are in parts, each with a lock of its own, so that the threads hardly wait for each other.
/// First all withheld keys are put in, then what is visible is held against them.
struct SuspectKeys: Sendable {
  private final class Part: Sendable {
    /// Keys of text that somebody may not read.
    let keys = Mutex(KeyTable<Sides>())
  }

  private let parts = (0..<KeyPart.count).map { _ in Part() }

  /// No keys.
  init() {}

  /// Adds keys of texts that somebody may not read.
  func withhold(_ keys: [Signs.Key]) {
    forEachPart(of: keys) { table, keys in table.insert(keys) }
  }

  /// Notes who reads what has these keys, of those that are withheld from somebody.
  ///
  /// - Parameter keys: of visible texts alone.
  func show(_ keys: [Signs.Key]) {
    forEachPart(of: keys) { table, keys in table.add(keys) }
  }

  /// Calls `body` with each part's table and those of some keys that belong there.
  private func forEachPart(
    of keys: [Signs.Key], _ body: (inout KeyTable<Sides>, ArraySlice<Signs.Key>) -> Void
  ) {
    // Counted by their parts, then each put into its place.
    var ends = Array(repeating: 0, count: KeyPart.count)
    for key in keys { ends[KeyPart.of(key.key)] += 1 }
    for part in 1..<KeyPart.count { ends[part] += ends[part - 1] }
    var places = [0] + ends.dropLast()
    let sorted = [Signs.Key](unsafeUninitializedCapacity: keys.count) { sorted, count in
      for key in keys {
        let part = KeyPart.of(key.key)
        sorted.initializeElement(at: places[part], to: key)
        places[part] += 1
      }
      count = keys.count
    }
    // Each thread begins with another part.
    let first = Int.random(in: 0..<KeyPart.count)
    for part in (first..<first + KeyPart.count).map({ $0 % KeyPart.count }) {
      let start = part == 0 ? 0 : ends[part - 1]
      parts[part].keys.withLock { body(&$0, sorted[start..<ends[part]]) }
    }
  }

  /// The readers who read what has this key, of those that are looked for.
  func readers(of key: UInt64) -> Readers {
    parts[KeyPart.of(key)].keys.withLock { $0.readers(of: key) }.visible
  }

  /// A filter of all that is withheld from somebody.
  func filter(on crew: some AuditCrew) -> KeyFilter {
    let tables = parts.map { $0.keys.withLock { $0 } }
    let size = KeyFilter.size(tables.map(\.count))
    return KeyFilter(parts: crew.map(tables) { KeyFilter.part($0, size: size) { _ in true } })
  }

  /// Takes out what is to be looked for; no keys are left here.
  func takeTable(on crew: some AuditCrew) -> SuspectTable {
    SuspectTable(
      parts: crew.map(parts) { part in
        part.keys.withLock { keys in
          let suspects = keys.map { $0.withheld.subtracting($0.visible) }
          keys = KeyTable()
          return suspects
        }
      })
  }
}
