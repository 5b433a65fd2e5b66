/// A text of the sources that is read to find out what hits come from.
struct TracedText {
  let bytes: [UInt8]
  let place: String
  let line: Int
  let visible: Readers
  /// Its words, as readers see them.
  let words: Words

  /// Whether it is a piece of a picture.
  let isPicture: Bool

  init(_ bytes: [UInt8], _ place: String, _ line: Int, visible: Readers, isPicture: Bool = false) {
    self.bytes = bytes
    self.place = place
    self.line = line
    self.visible = visible
    self.isPicture = isPicture
    words = isPicture ? Words() : Words(PlainText(bytes).bytes)
  }
}

extension [Trace] {
  /// Reads all sources once more, for all editions that have hits.
  mutating func read(_ reading: SourceReading, on crew: some AuditCrew) {
    guard contains(where: { !$0.wanted.isEmpty }) else { return }
    var wanted = KeyFilter(capacity: reduce(0) { $0 + $1.wanted.count })
    for trace in self {
      for key in trace.wanted { wanted.insert(key) }
    }
    let (empty, signs) = (self, Signs(only: wanted))
    var first = signs
    for loose in reading.looseTexts + reading.themeTexts {
      read(
        TracedText(loose.text, loose.place, 1, visible: loose.visible), loose.withheld, &first)
    }
    let paths = reading.sources.paths
    let batches = stride(from: 0, to: paths.count, by: 16).map {
      paths[$0..<Swift.min(paths.count, $0 + 16)]
    }
    let results = crew.map(batches) { paths in
      var (traces, signs) = (empty, signs)
      for path in paths {
        for passage in reading.passages(path) {
          traces.read(
            TracedText(
              passage.text, path, passage.line, visible: passage.visible,
              isPicture: passage.isPicture), passage.withheld, &signs)
        }
      }
      return traces
    }
    for result in results {
      for index in indices { self[index].merge(result[index]) }
    }
  }

  private mutating func read(_ text: TracedText, _ withheld: Readers, _ signs: inout Signs) {
    let before = signs.keys.count
    signs.withhold(
      Passage(
        text: text.bytes, line: text.line, visible: [], withheld: withheld,
        isPicture: text.isPicture))
    for index in indices {
      self[index].note(signs.keys[before...], in: text)
      self[index].show(text)
    }
  }
}
