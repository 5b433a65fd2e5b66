internal import Synchronization

extension SuspectTable {
  /// What is to be looked for of these sources.
  ///
  /// They are gone through twice: first for what is withheld, then for what is visible too. So the
  /// table holds nothing of a text that everybody may read. As much of them as is small is kept from
  /// the first time to the second.
  init(_ reading: SourceReading, on crew: some AuditCrew) {
    let loose = reading.looseTexts
    let all = Readers.all(reading.policy.readers.count)
    let keys = SuspectKeys()
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
    keys.withhold(signs.keys)
    let kept = KeptPassages()
    let hasPictures = Mutex(false)
    Self.each(reading, crew, kept) { passages in
      if passages.contains(where: { $0.isPicture && !$0.withheld.isEmpty }) {
        hasPictures.withLock { $0 = true }
      }
      var signs = Signs()
      for passage in passages { signs.withhold(passage) }
      keys.withhold(signs.keys)
    }
    let empty = Signs(only: keys.filter)
    var shown = empty
    for text in loose + reading.themeTexts { shown.show(text.text, to: text.visible) }
    keys.show(shown.keys)
    Self.each(reading, crew, kept) { passages in
      var signs = empty
      for passage in passages { signs.show(passage) }
      keys.show(signs.keys)
    }
    // A term is in an edition where something visible has it.
    var terms = empty
    for term in reading.policy.terms {
      let readers = keys.readers(of: Sign.whole(term.id.utf8))
      for text in [term.id] + term.names { terms.show(Array(text.utf8), to: readers) }
    }
    keys.show(terms.keys)
    self = keys.takeTable()
    self.hasPictures = hasPictures.withLock(\.self)
  }

  /// Goes through all briefings, some at a time on each thread.
  private static func each(
    _ reading: SourceReading, _ crew: some AuditCrew, _ kept: KeptPassages,
    _ body: @Sendable ([Passage]) -> Void
  ) {
    let paths = reading.sources.paths
    // What a batch has more than once it looks at once.
    let size = max(16, paths.count / 64)
    let batches = stride(from: 0, to: paths.count, by: size).map {
      $0..<min(paths.count, $0 + size)
    }
    _ = crew.map(batches) { batch in
      let passages =
        kept[batch.lowerBound] ?? batch.flatMap { reading.passages(paths[$0]) }
      kept.keep(passages, of: batch.lowerBound)
      body(passages)
    }
  }
}

/// The passages of the first briefings, as long as they do not take much memory.
private final class KeptPassages: Sendable {
  /// Bytes of text: those of some 10,000 briefings, about as much as the table takes for them.
  private static let most = 64 << 20

  private let batches = Mutex<(passages: [Int: [Passage]], bytes: Int)>(([:], 0))

  /// The passages of the briefings from this one on; nil where they were not kept.
  subscript(first: Int) -> [Passage]? { batches.withLock { $0.passages[first] } }

  func keep(_ passages: [Passage], of first: Int) {
    let bytes = passages.reduce(0) { $0 + $1.text.count }
    batches.withLock { kept in
      guard kept.passages[first] == nil, kept.bytes < Self.most else { return }
      kept.passages[first] = passages
      kept.bytes += bytes
    }
  }
}
