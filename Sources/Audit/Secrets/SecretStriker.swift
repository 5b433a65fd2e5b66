/// Takes the words of visible texts, and makes no secret of what they have.
///
/// It forms the same numbers in the same way as the search does: what is found in visible text is
/// never found in a page.
struct SecretStriker: ScanSink {
  var table: SecretTable
  var context: TextContext = []
  /// Every word so far.
  private(set) var seen: Set<UInt64> = []
  private var trail = WordTrail()

  init(table: SecretTable) { self.table = table }

  /// Strikes what a text has.
  mutating func strike(_ text: [UInt8]) {
    trail.reset()
    var feed = TextFeed(stream: WordStream(keepsLetters: true), depth: 4)
    feed.feed(text, into: &self)
    feed.flush(into: &self)
  }

  /// Strikes what a file of the theme has, as text and as markup.
  mutating func strikeFile(_ bytes: [UInt8]) {
    strike(bytes)
    guard bytes.contains(UInt8(ascii: "<")) else { return }
    bytes.withUnsafeBufferPointer { buffer in
      var scan = MarkupScan(.fragment, depth: 4, origin: 0, isDecoded: false, keepsLetters: true)
      scan.scan(buffer, into: &self)
    }
  }

  mutating func pause() { trail.reset() }
  mutating func report(_ construct: Construct, at offset: Int) {}
  mutating func lookUp(digest: UInt64, at offset: Int) {}
  mutating func beginHidden() {}
  mutating func endHidden(at offset: Int) {}

  mutating func take(_ word: Word, letters: [UInt32]) {
    trail.push(word)
    if seen.insert(word.hash).inserted {
      table.strike(word.hash)
      strikeParts(letters)
    }
    if let key = trail.pair { table.strike(key) }
    if let key = trail.triple { table.strike(key) }
    if let key = trail.four { table.strike(key) }
    if let key = trail.groupedNumber { table.strike(key) }
    if let key = trail.date(month: { Months.all[$0] }) { table.strike(key) }
    guard word.isCapitals || word.isNumber else { return }
    for key in trail.marks {
      guard let secret = table.find(key) else { continue }
      if secret.kind != .shortMark || MarkForm.isMark(word, trail) { table.strike(key) }
    }
  }

  private mutating func strikeParts(_ letters: [UInt32]) {
    guard letters.count >= 4, letters.count <= 64 else { return }
    for start in 0...(letters.count - 3) {
      var state = WordHash.seed
      for (k, letter) in letters[start...].enumerated() {
        state = WordHash.step(state, UInt64(letter))
        if k >= 2 { table.notePart(WordHash.finish(state)) }
      }
    }
  }
}
