/// A text of the sources that is read to find out what hits come from.
struct TracedText {
  let passage: Passage
  /// The file that it stands in.
  let place: String
  /// Its words, as readers see them; none of a piece of a picture.
  let words: Words

  init(_ passage: Passage, in place: String) {
    self.passage = passage
    self.place = place
    words = passage.isPicture ? Words() : Words(PlainText(passage.text).bytes)
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
      let passage = Passage(
        text: loose.text, line: 1, visible: loose.visible, withheld: loose.withheld)
      read(TracedText(passage, in: loose.place), &first)
    }
    let paths = reading.sources.paths
    let batches = stride(from: 0, to: paths.count, by: 16).map {
      paths[$0..<Swift.min(paths.count, $0 + 16)]
    }
    let results = crew.map(batches) { paths in
      var (traces, signs) = (empty, signs)
      for path in paths {
        for passage in reading.passages(path) {
          traces.read(TracedText(passage, in: path), &signs)
        }
      }
      return traces
    }
    for result in results {
      for index in indices { self[index].merge(result[index]) }
    }
  }

  private mutating func read(_ text: TracedText, _ signs: inout Signs) {
    let before = signs.keys.count
    signs.add(text.passage)
    for index in indices {
      self[index].note(signs.keys[before...], in: text)
      self[index].show(text)
    }
  }
}
