/// All words of the documents of one language, with the documents that have them.
struct Lexicon: Sendable {
  /// A word by its part and its place there.
  struct Word: Hashable, Sendable {
    var part: Int
    var place: Int
  }

  let parts: [LexiconPart]

  /// The words of `bags`, which stand in the order of the documents.
  init(_ bags: [WordBag], on crew: some Crew) {
    parts = crew.map(Array(0..<WordBag.partCount)) { LexiconPart(bags, part: $0) }
  }

  /// The word of these letters, if a document has it.
  func word(_ letters: ArraySlice<UInt8>) -> Word? {
    let hash = WordHash.of(letters)
    let part = WordBag.part(of: hash)
    return letters.withUnsafeBufferPointer { letters in
      parts[part].table.place(of: letters, hash: hash).map { Word(part: part, place: $0) }
    }
  }

  /// The letters of a word.
  func letters(of word: Word) -> ArraySlice<UInt8> {
    parts[word.part].table.word(word.place)
  }
}

/// The words of one part of a lexicon.
struct LexiconPart: Sendable {
  let table: WordTable
  /// Where the documents of each word begin, and behind the last where they end.
  private let starts: [Int32]
  /// The documents of each word in order, one word after the other, and its weights in them.
  private let documents: [Int32]
  private let weights: [UInt8]

  init(_ bags: [WordBag], part: Int) {
    var table = WordTable(room: 4096)
    var words: [Int32] = []
    var found: [(document: Int32, weight: UInt8)] = []
    var counts: [Int32] = []
    for (document, bag) in bags.enumerated() {
      bag.read(part: part) { word, weight in
        let place = table.add(word, hash: WordHash.of(word))
        if place == counts.count { counts.append(0) }
        counts[place] += 1
        words.append(Int32(place))
        found.append((Int32(document), weight))
      }
    }
    var starts: [Int32] = [0]
    starts.reserveCapacity(counts.count + 1)
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    var next = starts
    var documents = [Int32](repeating: 0, count: found.count)
    var weights = [UInt8](repeating: 0, count: found.count)
    for (word, entry) in zip(words, found) {
      let place = Int(next[Int(word)])
      documents[place] = entry.document
      weights[place] = entry.weight
      next[Int(word)] += 1
    }
    self.table = table
    self.starts = starts
    self.documents = documents
    self.weights = weights
  }

  /// Calls `take` with each document that has a word, in order, and the word's weight there.
  @inline(__always)
  func readDocuments(of place: Int, _ take: (_ document: Int, _ weight: Int) -> Void) {
    for index in Int(starts[place])..<Int(starts[place + 1]) {
      take(Int(documents[index]), Int(weights[index]))
    }
  }
}
