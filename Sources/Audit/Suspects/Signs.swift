internal import Crypto

/// The keys of what the audit looks for in some files of the sources, each with its readers.
struct Signs: Sendable {
  private(set) var keys: [(UInt64, Readers)] = []
  private var words = Words()
  /// The words that came before, so that a frequent one is put in once.
  private var seen = KeyTable(slots: 8192)
  /// The keys that are of use, and some more; nil for all.
  private let wanted: KeyFilter?

  init(only wanted: KeyFilter? = nil) { self.wanted = wanted }

  /// Adds a key, if it is of use.
  @inline(__always)
  private mutating func add(_ key: UInt64, _ readers: Readers) {
    if wanted.map({ $0.mayContain(key) }) ?? true { keys.append((key, readers)) }
  }

  /// Adds a key that comes often; whether it is new for these readers.
  @inline(__always)
  private mutating func addOnce(_ key: UInt64, _ readers: Readers) -> Bool {
    guard seen.insert(key, readers) else { return false }
    add(key, readers)
    return true
  }

  /// Adds what to look for of a passage.
  mutating func withhold(_ passage: Passage) {
    if passage.isPicture {
      if !passage.withheld.isEmpty { add(PictureWindow.key(passage.text), passage.withheld) }
    } else {
      withhold(passage.text, from: passage.withheld)
    }
  }

  /// Adds what readers have of a passage.
  mutating func show(_ passage: Passage) {
    if passage.isPicture {
      if !passage.visible.isEmpty { add(PictureWindow.key(passage.text), passage.visible) }
    } else {
      show(passage.text, to: passage.visible, hasAnchors: true)
    }
  }

  /// Adds what to look for of a text that these readers may not have.
  mutating func withhold(_ text: [UInt8], from readers: Readers) {
    guard !readers.isEmpty else { return }
    let plain = forEachReading(of: text) { words, bytes, signs in
      words.forEach { _, word, run in
        if Sign.isRare(word.length, word.make) { signs.withhold(word, bytes, from: readers) }
        if let run { signs.add(run, readers) }
        return true
      }
      Sign.forEachDate(in: words, bytes) { key, _ in signs.add(key, readers) }
      Sign.forEachAddress(in: words) { key, first, last in
        signs.add(key, readers)
        signs.withholdDigests(bytes[Int(words[first].start)..<Int(words[last].end)], from: readers)
      }
      Sign.forEachNumber(in: words, bytes) { key, _ in signs.add(key, readers) }
      Sign.forEachCompound(in: words, bytes) { key in signs.add(key, readers) }
    }
    // As it is written, and as it is read.
    for reading in plain == text ? [text] : [text, plain] {
      for value in Digests.of(reading) { add(Sign.digest(value), readers) }
    }
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
  ///
  /// - Parameter hasAnchors: whether a heading may be in the text, from which an address is made.
  mutating func show(_ text: [UInt8], to readers: Readers, hasAnchors: Bool = false) {
    guard !readers.isEmpty else { return }
    if text.count <= 64 { add(Sign.whole(text), readers) }
    forEachReading(of: text, isVisible: true) { words, bytes, signs in
      words.forEach { _, word, run in
        if signs.addOnce(word.key, readers) {
          signs.add(Sign.stem(word.key), readers)
          signs.addBeginnings(Letters.folded(bytes[Int(word.start)..<Int(word.end)]), readers)
        }
        if let run { signs.add(run, readers) }
        return true
      }
      Sign.forEachDate(in: words, bytes) { key, _ in signs.add(key, readers) }
      Sign.forEachAddress(in: words) { key, _, _ in signs.add(key, readers) }
      if hasAnchors { Sign.forEachSlug(in: words, bytes) { key in signs.add(key, readers) } }
      Sign.forEachNumber(in: words, bytes) { key, _ in signs.add(key, readers) }
      Sign.forEachCompound(in: words, bytes) { key in signs.add(key, readers) }
    }
  }

  /// Adds the id of a term, which is withheld until a visible text is that id.
  mutating func withhold(term id: String, from readers: Readers) {
    add(Sign.whole(id.utf8), readers)
  }

  /// Adds a rare word; with its first occurrence the word backwards and its beginnings, of shorter words
  /// too if they are codes.
  private mutating func withhold(
    _ word: Words.Word, _ text: UnsafeBufferPointer<UInt8>, from readers: Readers
  ) {
    let isCode = word.make.isSuperset(of: [.letters, .digits])
    if isCode, Sign.isClock(word, text) { return }
    guard addOnce(word.key, readers) else { return }
    let bytes = text[Int(word.start)..<Int(word.end)]
    withholdDigests(bytes, from: readers)
    let letters = Letters.folded(bytes)
    guard letters.count >= (isCode ? 4 : 6), letters.allSatisfy({ $0 < 0x80 }) else { return }
    add(WordKey.of(letters.reversed()), readers)
    addBeginnings(letters, readers)
  }

  /// Adds the hashes of a word or an address, as it is written and in small letters.
  private mutating func withholdDigests(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, from readers: Readers
  ) {
    let written = Array(bytes)
    for value in Digests.of(written) { add(Sign.digest(value), readers) }
    let small = written.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if small != written { for value in Digests.of(small) { add(Sign.digest(value), readers) } }
  }

  /// Adds the beginnings of a folded word, half of it or more, as an index may have them: also with an
  /// `i` for the `y` at its end.
  private mutating func addBeginnings(_ letters: [UInt8], _ readers: Readers) {
    guard letters.count >= 6 else { return }
    let least = max(4, (letters.count * 9 + 19) / 20)
    var key = WordKey()
    for (offset, letter) in letters.enumerated() {
      if offset >= least { add(Sign.stem(key.value), readers) }
      if offset == letters.count - 1, letter == UInt8(ascii: "y") {
        var other = key
        other.add(UInt8(ascii: "i"))
        add(Sign.stem(other.value), readers)
      }
      key.add(letter)
    }
  }

  /// Calls `body` with the words of a text without signs of Markdown, with those of the addresses in
  /// it, where those of the text as it is written are others, with them, and with what is left where
  /// percent signs are undone. A visible text is read as a script would read it, too. It gives back the
  /// text without signs.
  @discardableResult
  private mutating func forEachReading(
    of text: [UInt8], isVisible: Bool = false,
    _ body: (Words, UnsafeBufferPointer<UInt8>, inout Signs) -> Void
  ) -> [UInt8] {
    let plain = PlainText(text)
    var readings = [plain.bytes] + (plain.hasOthers ? [text] : []) + plain.addresses
    for index in readings.indices where ByteSearch.contains(UInt8(ascii: "%"), in: readings[index])
    {
      var other = readings[index]
      other.withUnsafeMutableBufferPointer { Percent.undoAll($0) }
      readings.append(other)
    }
    if isVisible, ByteSearch.contains(UInt8(ascii: "\\"), in: text) {
      var other = text
      other.withUnsafeMutableBufferPointer { Escape.undoAll($0, quotesEnd: false) }
      readings.append(other)
    }
    for reading in readings {
      reading.withUnsafeBufferPointer { bytes in
        words.cut(bytes)
        let cut = words
        body(cut, bytes, &self)
      }
    }
    return plain.bytes
  }
}

/// The hashes by which somebody could show that they know a text.
enum Digests {
  /// The first eight bytes of MD5, SHA-1 and SHA-256 of a text, trimmed and as it is written.
  static func of(_ text: [UInt8]) -> [UInt64] {
    guard text.count >= 4 else { return [] }
    return Shape.trimmed(text[...]).withUnsafeBytes { text in
      [
        first(Insecure.MD5(), of: text), first(Insecure.SHA1(), of: text),
        first(SHA256(), of: text),
      ]
    }
  }

  private static func first(
    _ function: consuming some HashFunction, of text: UnsafeRawBufferPointer
  ) -> UInt64 {
    function.update(bufferPointer: text)
    return function.finalize().withUnsafeBytes {
      UInt64(bigEndian: $0.loadUnaligned(as: UInt64.self))
    }
  }
}
