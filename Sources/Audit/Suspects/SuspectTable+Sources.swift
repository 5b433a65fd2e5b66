extension SuspectTable {
  /// What is to be looked for of these sources.
  ///
  /// They are read twice: first for what is withheld, then for what is visible too. So the table
  /// holds nothing of a text that everybody may read.
  init(_ reading: SourceReading, on crew: some AuditCrew) {
    self.init()
    let loose = reading.policyTexts
    var signs = Signs()
    for text in loose {
      if text.isName {
        signs.withholdName(String(decoding: text.text, as: UTF8.self), from: text.withheld)
      } else {
        signs.withhold(text.text, from: text.withheld)
      }
    }
    let all = Readers.all(reading.policy.readers.count)
    for term in reading.policy.terms {
      signs.withhold(term: term.id, from: all)
      for text in [term.id] + term.names { signs.withhold(Array(text.utf8), from: all) }
    }
    withhold(signs)
    Self.each(reading, crew) { passage, signs in
      signs.withhold(passage.text, from: passage.withheld)
    } take: {
      withhold($0)
    }
    var shown = Signs()
    for text in loose + reading.themeTexts { shown.show(text.text, to: text.visible) }
    show(shown)
    Self.each(reading, crew) { passage, signs in
      signs.show(passage.text, to: passage.visible)
    } take: {
      show($0)
    }
    // A term is in an edition where something visible has it.
    var terms = Signs()
    for term in reading.policy.terms {
      let readers = readers(of: Sign.whole(term.id.utf8))
      for text in [term.id] + term.names { terms.show(Array(text.utf8), to: readers) }
    }
    show(terms)
  }

  /// Goes through all briefings, some at a time on each thread.
  private static func each(
    _ reading: SourceReading, _ crew: some AuditCrew,
    _ body: @Sendable (Passage, inout Signs) -> Void, take: (Signs) -> Void
  ) {
    let paths = reading.sources.paths
    for start in stride(from: 0, to: paths.count, by: 256) {
      let end = min(paths.count, start + 256)
      let batches = stride(from: start, to: end, by: 16).map {
        Array(paths[$0..<min(end, $0 + 16)])
      }
      let results = crew.map(batches) { paths in
        var signs = Signs()
        for path in paths {
          for passage in reading.passages(path) { body(passage, &signs) }
        }
        return signs
      }
      for result in results { take(result) }
    }
  }

  private mutating func withhold(_ signs: Signs) {
    for (key, readers) in signs.keys { withhold(key, from: readers) }
  }

  private mutating func show(_ signs: Signs) {
    for (key, readers) in signs.keys { show(key, to: readers) }
  }
}
