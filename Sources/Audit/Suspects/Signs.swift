internal import Crypto

/// The keys of what the audit looks for in some files of the sources, each with who may not read what
/// has it and who reads it.
struct Signs: Sendable {
  /// A key, and those of the text that has it.
  typealias Key = KeyTable<Sides>.Entry

  private(set) var keys: [Key] = []
  /// The keys that only visible text has, as long as nobody knows which are of use.
  private(set) var shown: [Key] = []
  private var words = Words()
  /// The words that came before, of withheld and of visible texts, so that a frequent one is put in
  /// once.
  private var seen = KeyTable<Readers>(slots: 8192)
  private var seenVisible = KeyTable<Readers>(slots: 8192)
  /// The keys that are of use, and some more; nil for all.
  private let wanted: KeyFilter?

  init(only wanted: KeyFilter? = nil) { self.wanted = wanted }

  /// Adds a key, if it is of use.
  @inline(__always)
  private mutating func add(_ key: UInt64, _ sides: Sides) {
    if let wanted {
      if wanted.mayContain(key) { keys.append((key, sides)) }
    } else if sides == sides.shown {
      shown.append((key, sides))
    } else {
      keys.append((key, sides))
    }
  }

  /// Adds keys that were found before anybody knew which are of use.
  mutating func add(_ shown: [Key]) {
    for key in shown { add(key.key, key.sides) }
  }

  /// Adds what to look for of a passage, and what of it is visible all the same.
  mutating func add(_ passage: Passage) {
    let sides = Sides(withheld: passage.withheld, visible: passage.visible)
    if passage.isPicture {
      if !sides.isEmpty { add(PictureWindow.key(passage.text), sides) }
    } else {
      add(passage.text, sides, hasAnchors: true)
    }
  }

  /// Adds what to look for of a text that some may not have, and what others have of it.
  ///
  /// - Parameter hasAnchors: whether a heading may be in the text, from which an address is made.
  mutating func add(_ text: [UInt8], _ sides: Sides, hasAnchors: Bool = false) {
    guard !sides.isEmpty else { return }
    let (withheld, visible) = (sides.withheld, sides.visible)
    if !visible.isEmpty, text.count <= 64 { add(Sign.whole(text), sides.shown) }
    let plain = forEachReading(of: text, sides) { words, bytes, sides, signs in
      let (withheld, visible) = (sides.withheld, sides.visible)
      words.forEach { _, word in
        if !withheld.isEmpty, Sign.isRare(word.length, word.make) {
          signs.withhold(word, bytes, from: withheld)
        }
        if !visible.isEmpty, signs.seenVisible.insert(word.key, visible) {
          signs.show(word, bytes, to: visible)
        }
        return true
      }
      words.forEachRun { _, run in signs.add(run, sides) }
      Sign.forEachDate(in: words, bytes) { key, _ in signs.add(key, sides) }
      Sign.forEachAddress(in: words) { key, first, last in
        signs.add(key, sides)
        if !withheld.isEmpty {
          let address = bytes[Int(words[first].start)..<Int(words[last].end)]
          signs.withholdDigests(address, from: withheld)
        }
      }
      if hasAnchors, !visible.isEmpty {
        Sign.forEachSlug(in: words, bytes) { key in signs.add(key, sides.shown) }
      }
      Sign.forEachNumber(in: words, bytes) { key, _ in signs.add(key, sides) }
      Sign.forEachCompound(in: words, bytes) { key in signs.add(key, sides) }
    }
    guard !withheld.isEmpty else { return }
    // As it is written, and as it is read.
    for reading in plain == text ? [text] : [text, plain] {
      for value in Digests.of(reading) { add(Sign.digest(value), sides.hidden) }
    }
  }

  /// Adds marks and short names that stand for themselves, however short.
  mutating func withholdName(_ text: String, from readers: Readers) {
    let sides = Sides(withheld: readers)
    add(Array(text.utf8), sides)
    let words = Words(Array(text.utf8))
    for index in 0..<words.count where words[index].length >= 3 { add(words[index].key, sides) }
  }

  /// Adds the id of a term, which is withheld until a visible text is that id.
  mutating func withhold(term id: String, from readers: Readers) {
    add(Sign.whole(id.utf8), Sides(withheld: readers))
  }

  /// Adds a word that is visible, with its beginnings.
  private mutating func show(
    _ word: Words.Word, _ text: UnsafeBufferPointer<UInt8>, to readers: Readers
  ) {
    let sides = Sides(visible: readers)
    add(word.key, sides)
    add(Sign.stem(word.key), sides)
    addBeginnings(Letters.folded(text[Int(word.start)..<Int(word.end)]), sides)
  }

  /// Adds a rare word; with its first occurrence the word backwards and its beginnings, of shorter words
  /// too if they are codes.
  private mutating func withhold(
    _ word: Words.Word, _ text: UnsafeBufferPointer<UInt8>, from readers: Readers
  ) {
    let isCode = word.make.isSuperset(of: [.letters, .digits])
    if isCode, Sign.isClock(word, text) { return }
    guard seen.insert(word.key, readers) else { return }
    let sides = Sides(withheld: readers)
    add(word.key, sides)
    let bytes = text[Int(word.start)..<Int(word.end)]
    withholdDigests(bytes, from: readers)
    let letters = Letters.folded(bytes)
    guard letters.count >= (isCode ? 4 : 6), letters.allSatisfy({ $0 < 0x80 }) else { return }
    add(WordKey.of(letters.reversed()), sides)
    addBeginnings(letters, sides)
  }

  /// Adds the hashes of a word or an address, as it is written and in small letters.
  private mutating func withholdDigests(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>, from readers: Readers
  ) {
    let sides = Sides(withheld: readers)
    let written = Array(bytes)
    for value in Digests.of(written) { add(Sign.digest(value), sides) }
    let small = written.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if small != written { for value in Digests.of(small) { add(Sign.digest(value), sides) } }
  }

  /// Adds the beginnings of a folded word, half of it or more, as an index may have them: also with an
  /// `i` for the `y` at its end.
  private mutating func addBeginnings(_ letters: [UInt8], _ sides: Sides) {
    guard letters.count >= 6 else { return }
    let least = max(4, (letters.count * 9 + 19) / 20)
    var key = WordKey()
    for (offset, letter) in letters.enumerated() {
      if offset >= least { add(Sign.stem(key.value), sides) }
      if offset == letters.count - 1, letter == UInt8(ascii: "y") {
        var other = key
        other.add(UInt8(ascii: "i"))
        add(Sign.stem(other.value), sides)
      }
      key.add(letter)
    }
  }

  /// Calls `body` with the words of a text without signs of Markdown, with those of the addresses in
  /// it, where those of the text as it is written are others, with them, and with what is left where
  /// percent signs are undone, each with those of the text. What a visible text is as a script would read
  /// it, and with its signs but without entities, is visible, too. It gives back the text without signs.
  @discardableResult
  private mutating func forEachReading(
    of text: [UInt8], _ sides: Sides,
    _ body: (Words, UnsafeBufferPointer<UInt8>, Sides, inout Signs) -> Void
  ) -> [UInt8] {
    let plain = PlainText(text)
    var readings = [plain.bytes] + (plain.hasOthers ? [text] : []) + plain.addresses
    for index in readings.indices where ByteSearch.contains(UInt8(ascii: "%"), in: readings[index])
    {
      var other = readings[index]
      other.withUnsafeMutableBufferPointer { Percent.undoAll($0) }
      readings.append(other)
    }
    let count = readings.count
    if !sides.visible.isEmpty, ByteSearch.contains(UInt8(ascii: "\\"), in: text) {
      var other = text
      other.withUnsafeMutableBufferPointer { Escape.undoAll($0, quotesEnd: false) }
      readings.append(other)
    }
    if !sides.visible.isEmpty, ByteSearch.contains(UInt8(ascii: "&"), in: text) {
      var other = text
      other.withUnsafeMutableBufferPointer { Entity.undoAll($0, from: 0) }
      readings.append(other)
    }
    for (index, reading) in readings.enumerated() {
      reading.withUnsafeBufferPointer { bytes in
        words.cut(bytes)
        let cut = words
        body(cut, bytes, index < count ? sides : sides.shown, &self)
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
