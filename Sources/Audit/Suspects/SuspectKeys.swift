internal import Synchronization

/// Keys of withheld text, and who reads what has them all the same, as several threads find them.
///
/// They are in parts, each with a lock of its own, so that the threads hardly wait for each other.
/// First all withheld keys are put in, then what is visible is held against them.
struct SuspectKeys: Sendable {
  private final class Part: Sendable {
    struct Content {
      /// Keys of text that somebody may not read, with who may not.
      var withheld = KeyTable()
      /// Who reads what has the key of a slot; empty before the first is known.
      var visible: [Readers] = []
    }

    let content = Mutex(Content())
  }

  private static let partCount = 8

  private let parts = (0..<partCount).map { _ in Part() }

  /// No keys.
  init() {}

  /// The part in which a key is.
  @inline(__always)
  static func part(of key: UInt64) -> Int { Int(truncatingIfNeeded: key) & (partCount - 1) }

  /// Adds keys, each with who may not read what has it.
  func withhold(_ keys: [(UInt64, Readers)]) {
    for (number, part) in parts.enumerated() {
      part.content.withLock { content in
        for (key, readers) in keys where Self.part(of: key) == number {
          content.withheld.insert(key, readers)
        }
      }
    }
  }

  /// Notes who reads what has these keys, of those that are withheld from somebody.
  func show(_ keys: [(UInt64, Readers)]) {
    for (number, part) in parts.enumerated() {
      part.content.withLock { content in
        if content.visible.isEmpty {
          content.visible = Array(repeating: [], count: content.withheld.slots.count)
        }
        for (key, readers) in keys where Self.part(of: key) == number {
          if let slot = content.withheld.find(key) { content.visible[slot].formUnion(readers) }
        }
      }
    }
  }

  /// The readers who read what has this key, of those that are looked for.
  func readers(of key: UInt64) -> Readers {
    parts[Self.part(of: key)].content.withLock { content in
      guard !content.visible.isEmpty, let slot = content.withheld.find(key) else { return [] }
      return content.visible[slot]
    }
  }

  /// A filter of all that is withheld from somebody.
  var filter: KeyFilter {
    let tables = parts.map { $0.content.withLock(\.withheld) }
    var filter = KeyFilter(capacity: tables.reduce(0) { $0 + $1.count })
    for table in tables { table.forEach { key, _, _ in filter.insert(key) } }
    return filter
  }

  /// Takes out what is to be looked for; no keys are left here.
  func takeTable() -> SuspectTable {
    SuspectTable(
      parts: parts.map { part in
        part.content.withLock { content in
          var table = KeyTable()
          swap(&table, &content.withheld)
          if !content.visible.isEmpty { table.subtract(content.visible) }
          content.visible = []
          return table
        }
      })
  }
}
