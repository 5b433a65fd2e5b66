/// What the audit looks for: keys of withheld text, each with those who may not read it and do not read
/// the same elsewhere.
struct SuspectTable: Sendable {
  private let parts: [KeyTable]
  /// Whether there are pieces of pictures among them.
  var hasPictures = false

  /// A table of keys, in the parts that `SuspectKeys` gives them.
  init(parts: [KeyTable]) { self.parts = parts }

  /// The readers who may not have anything that has the key.
  func withheld(_ key: UInt64) -> Readers { parts[SuspectKeys.part(of: key)].readers(of: key) }

  /// A filter of the keys that only text which one of these readers may not have has.
  func filter(for readers: Readers) -> KeyFilter {
    if readers.isEmpty { return KeyFilter(capacity: 0) }
    var suspects: [UInt64] = []
    for part in parts {
      part.forEach { key, withheld, _ in
        if !withheld.isDisjoint(with: readers) { suspects.append(key) }
      }
    }
    var filter = KeyFilter(capacity: suspects.count)
    for key in suspects { filter.insert(key) }
    return filter
  }
}
