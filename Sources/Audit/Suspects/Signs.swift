internal import Crypto

/// The keys of what the audit looks for in one file of the sources, each with its readers.
struct Signs: Sendable {
  private(set) var keys: [(UInt64, Readers)] = []
  private var words = Words()
  /// What came before, so that a frequent word is put in once.
  private var seen = KeyTable()
  /// The keys that are of use; nil for all.
  private let wanted: KeyTable?

  init(only wanted: KeyTable? = nil) { self.wanted = wanted }

  /// Adds a key; whether it is new for these readers.
  @discardableResult
  private mutating func add(_ key: UInt64, _ readers: Readers) -> Bool {
    guard seen.insert(key, readers) else { return false }
    if wanted.map({ $0.find(key) != nil }) ?? true { keys.append((key, readers)) }
    return true
  }

  /// Adds what to look for of a text that these readers may not have.
  mutating func withhold(_ text: [UInt8], from readers: Readers) {
    guard !readers.isEmpty else { return }
    forEachReading(of: text) { words, bytes, signs in
      for index in 0..<words.count {
        if Sign.isRare(words[index].length, words[index].make) {
          signs.add(words[index].key, readers)
          signs.addShapes(words, index, bytes, readers)
        }
        if let run = words.run(from: index) { signs.add(run, readers) }
      }
      Sign.forEachDate(in: words, bytes) { key, _ in signs.add(key, readers) }
      Sign.forEachAddress(in: words, bytes) { key, _ in signs.add(key, readers) }
    }
    for value in Digests.of(text) { keys.append((Sign.digest(value), readers)) }
  }

  /// Adds marks and short names that stand for themselves, however short.
  mutating func withholdName(_ text: String, from readers: Readers) {
    withhold(Array(text.utf8), from: readers)
    let words = Words(Array(text.utf8))
    for index in 0..<words.count where words[index].length >= 3 {
      add(words[index].key, readers)
    }
  }

  /// Adds what these readers have.
  mutating func show(_ text: [UInt8], to readers: Readers) {
    guard !readers.isEmpty else { return }
    if text.count <= 64 { add(Sign.whole(text), readers) }
    forEachReading(of: text) { words, bytes, signs in
      for index in 0..<words.count {
        if signs.add(words[index].key, readers) {
          signs.add(Sign.stem(words[index].key), readers)
        }
        if let run = words.run(from: index) { signs.add(run, readers) }
      }
      Sign.forEachDate(in: words, bytes) { key, _ in signs.add(key, readers) }
      Sign.forEachAddress(in: words, bytes) { key, _ in signs.add(key, readers) }
    }
  }

  /// Adds the id of a term, which is withheld until a visible text is that id.
  mutating func withhold(term id: String, from readers: Readers) {
    add(Sign.whole(id.utf8), readers)
  }

  /// The beginnings of a word, and the word backwards: of shorter ones too, if they are codes.
  private mutating func addShapes(
    _ words: Words, _ index: Int, _ text: UnsafeBufferPointer<UInt8>, _ readers: Readers
  ) {
    let range = Int(words[index].start)..<Int(words[index].end)
    let isCode = words[index].make.isSuperset(of: [.letters, .digits])
    guard range.count >= (isCode ? 4 : 6), words[index].length == range.count else { return }
    add(Words.key(range.reversed().map { text[$0] | 0x20 }), readers)
    guard range.count >= 6 else { return }
    let least = max(4, (range.count * 3 + 4) / 5)
    var key = Words.seed
    for (offset, place) in range.enumerated() {
      if offset >= least { add(Sign.stem(key), readers) }
      key = Words.adding(text[place] | 0x20, to: key)
    }
  }

  /// Calls `body` with the words of a text without signs of Markdown, with those of the addresses in
  /// it, and, where a sign stands inside a word, with those of the text as it is written.
  private mutating func forEachReading(
    of text: [UInt8], _ body: (Words, UnsafeBufferPointer<UInt8>, inout Signs) -> Void
  ) {
    var addresses: [[UInt8]] = []
    let plain = PlainText.plain(text, addresses: &addresses)
    for reading in [plain] + (plain.count == text.count ? [] : [text]) + addresses {
      reading.withUnsafeBufferPointer { bytes in
        words.cut(bytes)
        let cut = words
        body(cut, bytes, &self)
      }
    }
  }
}

/// The hashes by which somebody could show that they know a text.
enum Digests {
  /// The first eight bytes of MD5, SHA-1 and SHA-256 of a text, trimmed and as it is written.
  static func of(_ text: [UInt8]) -> [UInt64] {
    guard text.count >= 4 else { return [] }
    let trimmed = Array(Shape.trimmed(text[...]))
    return [
      first(Insecure.MD5.hash(data: trimmed)), first(Insecure.SHA1.hash(data: trimmed)),
      first(SHA256.hash(data: trimmed)),
    ]
  }

  private static func first(_ digest: some Sequence<UInt8>) -> UInt64 {
    digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
