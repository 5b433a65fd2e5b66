/// What is looked for in the editions of some readers: keys of withheld text, and marks.
struct Watch: Sendable {
  let table: SuspectTable
  let marks: MarkSearch
  /// The keys that are a suspect for one of some readers: of an edition and those after it.
  private let filters: [(readers: Readers, keys: KeyFilter)]

  /// What the editions of these readers of the policy are looked through for, in their order.
  init(_ table: SuspectTable, policy: AuditPolicy, readers: [Readers], on crew: some AuditCrew) {
    self.table = table
    marks = MarkSearch(policy: policy)
    let sets = readers.indices.map { number in
      readers[number...].reduce(into: Readers()) { $0.formUnion($1) }
    }
    filters = sets.map { ($0, table.filter(for: $0, on: crew)) }
  }

  /// What is looked for in a file of the edition of one reader.
  ///
  /// What is in it may stand in the editions of others too, which are looked through after it. So what
  /// they may not have is noted along the way.
  struct Keys {
    let reader: Readers
    /// Whose editions come after.
    let after: Readers
    private let filter: KeyFilter
    /// Where something is that some of those may not have.
    private(set) var stains: [Stain] = []

    fileprivate init(reader: Readers, after: Readers, filter: KeyFilter) {
      self.reader = reader
      self.after = after
      self.filter = filter
    }

    /// Whether `isSuspect` may be true of a key; no is certain.
    @inline(__always)
    func maySuspect(_ key: UInt64) -> Bool { filter.mayContain(key) }

    /// Whether only text that the reader may not have has the key that stands at `place`.
    @inline(__always)
    mutating func isSuspect(_ key: UInt64, _ table: SuspectTable, at place: Int) -> Bool {
      filter.mayContain(key) && find(key, table, place)
    }

    @inline(never)
    private mutating func find(_ key: UInt64, _ table: SuspectTable, _ place: Int) -> Bool {
      withhold(from: table.withheld(key), at: place)
    }

    /// Notes that some may not have what is at `place`; whether the reader is one of them.
    mutating func withhold(from readers: Readers, at place: Int) -> Bool {
      let others = readers.intersection(after)
      if !others.isEmpty { stains.append(Stain(place: place, readers: others)) }
      return readers.contains(reader)
    }

    /// Notes that what is at `place` has to be looked at again in whatever file it stands.
    mutating func hold(at place: Int) {
      stains.append(Stain(place: place, readers: after.union(reader)))
    }

    /// Whether it matters to anybody that these may not have something.
    func matters(to readers: Readers) -> Bool {
      !readers.isDisjoint(with: after.union(reader))
    }

    /// Says where the stains are that came after the first `count`; nil for all over the file.
    mutating func moveStains(after count: Int, to place: (Int) -> Int?) {
      for index in count..<stains.count { stains[index].place = stains[index].place.flatMap(place) }
    }
  }

  /// A place in a text with something that some readers may not have; nil for all of the text.
  struct Stain {
    var place: Int?
    var readers: Readers
  }

  /// What is looked for in a file of the edition of `reader`, before those of `after`.
  func keys(for reader: Readers, before after: Readers) -> Keys {
    let all = after.union(reader)
    if all.isEmpty { return Keys(reader: [], after: [], filter: KeyFilter(capacity: 0)) }
    guard let filter = filters.last(where: { $0.readers.isSuperset(of: all) })?.keys else {
      preconditionFailure("an edition that is not looked through")
    }
    return Keys(reader: reader, after: after, filter: filter)
  }
}
