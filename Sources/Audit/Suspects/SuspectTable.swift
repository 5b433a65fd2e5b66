/// What the audit looks for: keys of withheld text, with who may not read it and who reads it
/// elsewhere.
struct SuspectTable: Sendable {
  /// Keys of text that somebody may not read, with who may not.
  let withheld: KeyTable
  /// Who reads what has the key of a slot.
  private var visible: [Readers]

  /// A table of these keys, which nobody reads so far.
  init(withheld: KeyTable) {
    self.withheld = withheld
    visible = Array(repeating: [], count: withheld.slots.count)
  }

  /// Notes that `readers` read what has this key, if it is looked for at all.
  mutating func show(_ key: UInt64, to readers: Readers) {
    if let slot = withheld.find(key) { visible[slot].formUnion(readers) }
  }

  /// The readers who may not have anything that has the key.
  func withheld(_ key: UInt64) -> Readers {
    withheld.find(key).map { suspect(at: $0).readers } ?? []
  }

  /// The readers who read what has this key, of those that are looked for.
  func readers(of key: UInt64) -> Readers { withheld.find(key).map { visible[$0] } ?? [] }

  /// A filter of the keys that only text which one of these readers may not have has.
  func filter(for readers: Readers) -> KeyFilter {
    if readers.isEmpty { return KeyFilter(capacity: 0) }
    func isSuspect(_ slot: Int) -> Bool { !suspect(at: slot).readers.isDisjoint(with: readers) }
    var filter = KeyFilter(capacity: withheld.slots.count(where: isSuspect))
    for slot in withheld.slots where isSuspect(slot) { filter.insert(suspect(at: slot).key) }
    return filter
  }

  /// A key, and the readers for whom it is a suspect: none for a slot without a key.
  @inline(__always)
  private func suspect(at slot: Int) -> (key: UInt64, readers: Readers) {
    guard let entry = withheld.entry(slot) else { return (0, []) }
    return (entry.key, entry.readers.subtracting(visible[slot]))
  }
}
