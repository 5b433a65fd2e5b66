/// What the audit looks for: keys of withheld text, each with those who may not read it and do not read
/// the same elsewhere.
struct SuspectTable: Sendable {
  private let parts: [KeyTable<Readers>]
  /// Whether there are pieces of pictures among them.
  var hasPictures = false

  /// A table of keys, in their parts.
  init(parts: [KeyTable<Readers>]) { self.parts = parts }

  /// The readers who may not have anything that has the key.
  func withheld(_ key: UInt64) -> Readers { parts[KeyPart.of(key)].readers(of: key) }

  /// A filter of the keys that only text which one of these readers may not have has.
  func filter(for readers: Readers, on crew: some AuditCrew) -> KeyFilter {
    let counts = crew.map(parts) { $0.count { !$0.isDisjoint(with: readers) } }
    let size = KeyFilter.size(counts)
    return KeyFilter(
      parts: crew.map(parts) { part in
        KeyFilter.part(part, size: size) { !$0.isDisjoint(with: readers) }
      })
  }
}
