extension SuspectTable {
  /// What is to be looked for of these sources.
  ///
  /// They are read twice: first for what is withheld, then for what is visible too. So the table
  /// holds nothing of a text that everybody may read.
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
    Self.each(reading, crew, Signs()) { passage, signs in
      signs.withhold(passage.text, from: passage.withheld)
    } take: {
      for (key, readers) in $0.keys { keys.insert(key, readers) }
    }
    self.init(withheld: keys)
    var shown = Signs(only: keys)
    for text in loose + reading.themeTexts { shown.show(text.text, to: text.visible) }
    show(shown)
    Self.each(reading, crew, Signs(only: keys)) { passage, signs in
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
    _ reading: SourceReading, _ crew: some AuditCrew, _ empty: Signs,
    _ body: @Sendable (Passage, inout Signs) -> Void, take: (Signs) -> Void
  ) {
    let paths = reading.sources.paths
    for start in stride(from: 0, to: paths.count, by: 256) {
      let end = min(paths.count, start + 256)
      let batches = stride(from: start, to: end, by: 16).map {
        Array(paths[$0..<min(end, $0 + 16)])
      }
      let results = crew.map(batches) { paths in
        var signs = empty
        for path in paths {
          for passage in reading.passages(path) { body(passage, &signs) }
        }
        return signs
      }
      for result in results { take(result) }
    }
  }

  private mutating func show(_ signs: Signs) {
    for (key, readers) in signs.keys { show(key, to: readers) }
  }
}
