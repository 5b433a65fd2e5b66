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

  /// Whether only text that this reader may not have has the key.
  func isSuspect(_ key: UInt64, of reader: Readers) -> Bool {
    guard let slot = withheld.find(key) else { return false }
    return isSuspect(at: slot, of: reader) != nil
  }

  /// The readers who read what has this key, of those that are looked for.
  func readers(of key: UInt64) -> Readers { withheld.find(key).map { visible[$0] } ?? [] }

  /// A filter of the keys that only text which this reader may not have has.
  func filter(for reader: Readers) -> KeyFilter {
    let suspects = withheld.slots.lazy.compactMap { isSuspect(at: $0, of: reader) }
    var filter = KeyFilter(capacity: suspects.reduce(0) { count, _ in count + 1 })
    for key in suspects { filter.insert(key) }
    return filter
  }

  @inline(__always)
  private func isSuspect(at slot: Int, of reader: Readers) -> UInt64? {
    guard let entry = withheld.entry(slot), entry.readers.contains(reader),
      visible[slot].isDisjoint(with: reader)
    else { return nil }
    return entry.key
  }
}
