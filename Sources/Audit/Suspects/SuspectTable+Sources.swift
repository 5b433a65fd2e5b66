internal import Synchronization

extension SuspectTable {
  /// What is to be looked for of these sources.
  ///
  /// They are gone through twice: first for what is withheld, with who reads the same texts, then for
  /// the texts that are withheld from nobody. So the table holds nothing of a text that everybody may
  /// read. `keeping` bytes of the second are kept from the first time.
  init(_ reading: SourceReading, keeping: Int, on crew: some AuditCrew) {
    let loose = reading.looseTexts
    let all = Readers.all(reading.policy.readers.count)
    let keys = SuspectKeys()
    var signs = Signs()
    for text in loose {
      if text.isName {
        signs.withholdName(String(decoding: text.text, as: UTF8.self), from: text.withheld)
      } else {
        signs.add(text.text, Sides(withheld: text.withheld))
      }
    }
    for term in reading.policy.terms {
      signs.withhold(term: term.id, from: all)
      for text in [term.id] + term.names { signs.add(Array(text.utf8), Sides(withheld: all)) }
    }
    keys.withhold(signs.keys)
    let kept = KeptTexts(most: keeping)
    let hasPictures = Mutex(false)
    Self.each(reading, crew) { batch, passages in
      let passages = passages()
      if passages.contains(where: { $0.isPicture && !$0.withheld.isEmpty }) {
        hasPictures.withLock { $0 = true }
      }
      var signs = Signs()
      for passage in passages where !passage.withheld.isEmpty { signs.add(passage) }
      keys.withhold(signs.keys)
      let others = passages.filter { $0.withheld.isEmpty && !$0.visible.isEmpty }
      kept.keep(others, signs.shown, of: batch)
    }
    let empty = Signs(only: keys.filter(on: crew))
    var shown = empty
    for text in loose + reading.themeTexts { shown.add(text.text, Sides(visible: text.visible)) }
    keys.show(shown.keys)
    Self.each(reading, crew) { batch, passages in
      var signs = empty
      if let kept = kept.take(batch) {
        signs.add(kept.shown)
        for passage in kept.passages { signs.add(passage) }
      } else {
        for passage in passages() { signs.add(passage.shown) }
      }
      keys.show(signs.keys)
    }
    // A term is in an edition where something visible has it.
    var terms = empty
    for term in reading.policy.terms {
      let readers = Sides(visible: keys.readers(of: Sign.whole(term.id.utf8)))
      for text in [term.id] + term.names { terms.add(Array(text.utf8), readers) }
    }
    keys.show(terms.keys)
    self = keys.takeTable(on: crew)
    self.hasPictures = hasPictures.withLock(\.self)
  }

  /// Goes through all briefings, some at a time on each thread: with the number of the first, and their
  /// passages.
  private static func each(
    _ reading: SourceReading, _ crew: some AuditCrew,
    _ body: @Sendable (_ batch: Int, _ passages: () -> [Passage]) -> Void
  ) {
    let paths = reading.sources.paths
    // What a batch has more than once it looks at once.
    let size = max(16, paths.count / 64)
    let batches = stride(from: 0, to: paths.count, by: size).map {
      $0..<min(paths.count, $0 + size)
    }
    _ = crew.map(batches) { batch in
      body(batch.lowerBound) { batch.flatMap { reading.passages(paths[$0]) } }
    }
  }
}

/// What of some briefings is visible, but for texts whose keys are known already, as long as it does not
/// take much memory.
private final class KeptTexts: Sendable {
  typealias Texts = (passages: [Passage], shown: [Signs.Key])

  /// Bytes.
  private let most: Int
  private let batches = Mutex<(texts: [Int: Texts], bytes: Int)>(([:], 0))

  init(most: Int) { self.most = most }

  /// What was kept of the briefings from this one on; nil where nothing was.
  func take(_ first: Int) -> Texts? { batches.withLock { $0.texts.removeValue(forKey: first) } }

  func keep(_ passages: [Passage], _ shown: [Signs.Key], of first: Int) {
    let bytes =
      passages.reduce(0) { $0 + $1.text.count } + shown.count * MemoryLayout<Signs.Key>.stride
    batches.withLock { kept in
      guard kept.bytes < most else { return }
      kept.texts[first] = (passages, shown)
      kept.bytes += bytes
    }
  }
}
