/// Takes the words of withheld texts, and makes secrets of them.
struct SecretCollector: WordSink {
  var table = SecretTable()
  private var trail = WordTrail()
  private var source: Int32 = 0
  private var ordinal: Int32 = 0

  /// Makes secrets of the text that has this position among the withheld ones.
  mutating func add(_ text: SourceText, at position: Int) {
    source = Int32(truncatingIfNeeded: position)
    ordinal = 0
    trail.reset()
    var feed = TextFeed(stream: WordStream(keepsLetters: true), depth: 4)
    feed.feed(text.bytes, into: &self)
    feed.flush(into: &self)
  }

  mutating func pause() { trail.reset() }

  mutating func take(_ word: Word, letters: [UInt32]) {
    trail.push(word)
    ordinal += 1
    addWord(word, letters)
    if let key = trail.four { insert(key, .run, words: 4) }
    if trail.isName, let key = trail.pair { insert(key, .name, words: 2) }
    if trail.isAddressPair, let key = trail.pair { insert(key, .address, words: 2) }
    if trail.isAddressTriple, let key = trail.triple { insert(key, .address, words: 3) }
    if let key = trail.joined(letters) { insert(key, .joined, words: 2) }
    if let key = trail.groupedNumber { insert(key, .number, words: 2) }
    if let key = trail.date(month: { Months.all[$0] }) { insert(key, .date, words: 2) }
  }

  private mutating func addWord(_ word: Word, _ letters: [UInt32]) {
    if word.isNumber {
      guard word.length >= 3 else { return }
      insert(word.hash, .number)
      if word.length >= 5 { insert(WordHash.of(letters.reversed()), .reversed) }
    } else if word.length >= 4 {
      guard Months.all[word.hash] == nil else { return }
      insert(word.hash, .word)
      if word.length >= 5 { insert(WordHash.of(letters.reversed()), .reversed) }
      for stem in Stems.of(letters) { insert(WordHash.of(stem), .stem) }
    } else if word.length == 3, word.isCapitals {
      insert(word.hash, .acronym)
    }
  }

  private mutating func insert(_ key: UInt64, _ kind: Secret.Kind, words: Int32 = 1) {
    table.insert(
      key,
      Secret(kind: kind, source: source, word: max(0, ordinal - words), count: UInt8(words)))
  }
}

extension SecretCollector {
  /// Makes a secret of a mark that the audience may not see, or of the capitals in a level's name.
  mutating func addMark(_ text: SourceText, at position: Int) {
    var words = WordList()
    words.read(text.bytes)
    let capitals = words.words.filter { $0.isCapitals || $0.isNumber }
    guard let first = capitals.first, capitals.count <= 3 else { return }
    var key = WordHash.mark(first.hash)
    for word in capitals.dropFirst() { key = WordHash.run(key, word.hash) }
    let isShort = capitals.reduce(0) { $0 + $1.length } < 3
    table.insert(
      key,
      Secret(
        kind: isShort ? .shortMark : .mark, source: Int32(truncatingIfNeeded: position), word: 0,
        count: UInt8(min(255, words.words.count))))
  }
}
