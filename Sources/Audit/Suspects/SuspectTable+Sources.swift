extension SuspectTable {
  /// What is to be looked for of these sources.
  ///
  /// They are gone through twice: first for what is withheld, then for what is visible too. So the
  /// table holds nothing of a text that everybody may read. As much of them as is small is kept from
  /// the first time to the second.
  init(_ reading: SourceReading, on crew: some AuditCrew) {
    let loose = reading.policyTexts
    let all = Readers.all(reading.policy.readers.count)
    var keys = KeyTable()
    var signs = Signs()
    for text in loose {
      if text.isName {
        signs.withholdName(String(decoding: text.text, as: UTF8.self), from: text.withheld)
      } else {
        signs.withhold(text.text, from: text.withheld)
      }
    }
    for term in reading.policy.terms {
      signs.withhold(term: term.id, from: all)
      for text in [term.id] + term.names { signs.withhold(Array(text.utf8), from: all) }
    }
    for (key, readers) in signs.keys { keys.insert(key, readers) }
    var kept = KeptPassages()
    Self.each(reading, crew, Signs(), keep: &kept) { passage, signs in
      signs.withhold(passage.text, from: passage.withheld)
    } take: {
      for (key, readers) in $0.keys { keys.insert(key, readers) }
    }
    self.init(withheld: keys)
    var shown = Signs(only: keys)
    for text in loose + reading.themeTexts { shown.show(text.text, to: text.visible) }
    show(shown)
    Self.each(reading, crew, Signs(only: keys), keep: &kept) { passage, signs in
      signs.show(passage.text, to: passage.visible)
    } take: {
      show($0)
    }
    // A term is in an edition where something visible has it.
    var terms = Signs(only: keys)
    for term in reading.policy.terms {
      let readers = readers(of: Sign.whole(term.id.utf8))
      for text in [term.id] + term.names { terms.show(Array(text.utf8), to: readers) }
    }
    show(terms)
  }

  /// Goes through all briefings, some at a time on each thread.
  private static func each(
    _ reading: SourceReading, _ crew: some AuditCrew, _ empty: Signs, keep: inout KeptPassages,
    _ body: @Sendable (Passage, inout Signs) -> Void, take: (Signs) -> Void
  ) {
    let paths = reading.sources.paths
    for start in stride(from: 0, to: paths.count, by: 256) {
      let batches = stride(from: start, to: min(paths.count, start + 256), by: 16).map {
        $0..<min(paths.count, $0 + 16)
      }
      let kept = keep
      let results = crew.map(batches) { batch in
        var signs = empty
        let passages = kept[batch.lowerBound] ?? batch.flatMap { reading.passages(paths[$0]) }
        for passage in passages { body(passage, &signs) }
        return (signs, passages)
      }
      for (batch, (signs, passages)) in zip(batches, results) {
        keep.keep(passages, of: batch.lowerBound)
        take(signs)
      }
    }
  }

  private mutating func show(_ signs: Signs) {
    for (key, readers) in signs.keys { show(key, to: readers) }
  }
}

/// The passages of the first briefings, as long as they do not take much memory.
private struct KeptPassages {
  /// Bytes of text: those of some 10,000 briefings, about as much as the table takes for them.
  private static let most = 64 << 20

  private var batches: [Int: [Passage]] = [:]
  private var bytes = 0

  /// The passages of the briefings from this one on; nil where they were not kept.
  subscript(first: Int) -> [Passage]? { batches[first] }

  mutating func keep(_ passages: [Passage], of first: Int) {
    guard batches[first] == nil, bytes < Self.most else { return }
    batches[first] = passages
    bytes += passages.reduce(0) { $0 + $1.text.count }
  }
}
