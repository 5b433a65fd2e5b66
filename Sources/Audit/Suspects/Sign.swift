/// What the audit looks for of a text, as keys: a key of another kind is never the same.
enum Sign {
  /// A key of the beginning of a rare word, as a search index may have it.
  static func stem(_ key: UInt64) -> UInt64 { key ^ 0x5354_454D_5354_454D }
  /// A key of the first eight bytes of a hash.
  static func digest(_ value: UInt64) -> UInt64 { value ^ 0x4841_5348_4841_5348 }

  /// A key of a whole text, such as the id of a topic.
  static func whole(_ text: some Sequence<UInt8>) -> UInt64 {
    WordKey.of(text) ^ 0x5748_4F4C_5748_4F4C
  }

  /// Whether a word is rare enough to be looked for by itself: four letters or more, three digits or
  /// more.
  @inline(__always)
  static func isRare(_ length: UInt32, _ make: Words.Make) -> Bool {
    length >= 4 || length == 3 && make.contains(.digits) && !make.contains(.letters)
  }

  /// Calls `body` with the key of every date in a text: `2026-11-02`, `2/11/2026`, `20261102`,
  /// `2 November 2026`, `November 2nd, 2026`.
  static func forEachDate(
    in words: Words, _ text: UnsafeBufferPointer<UInt8>, _ body: (UInt64, Int) -> Void
  ) {
    for index in words.odd where words[index].make.contains(.digits) {
      if let key = together(words[index], text) { body(key, index) }
      guard index >= 2, let key = date(words[index - 2], words[index - 1], words[index], text)
      else { continue }
      body(key, index - 2)
    }
  }

  /// The date that three words are.
  private static func date(
    _ a: Words.Word, _ b: Words.Word, _ c: Words.Word, _ text: UnsafeBufferPointer<UInt8>
  ) -> UInt64? {
    if a.make.contains(.digits), b.make.contains(.digits) {
      let sign = text[Int(a.end)]
      guard "-/.".utf8.contains(sign), text[Int(b.end)] == sign else { return nil }
      if a.length == 4, b.length <= 2, let year = number(a, text), let month = number(b, text),
        // Behind the day a time may stand.
        c.length <= 2 || sign == UInt8(ascii: "-"), let day = number(c, text, most: 2)
      {
        return date(year, month, day)
      }
      guard c.length == 4, a.length <= 2, b.length <= 2, let day = number(a, text),
        let month = number(b, text), let year = number(c, text)
      else { return nil }
      return date(year, month, day)
    }
    guard c.length == 4, !b.make.union(c.make).contains(.first), let year = number(c, text) else {
      return nil
    }
    if let month = months[b.key], let day = day(a, text) { return date(year, month, day) }
    if let month = months[a.key], let day = day(b, text) { return date(year, month, day) }
    return nil
  }

  /// The date that eight digits are.
  private static func together(
    _ word: Words.Word, _ text: UnsafeBufferPointer<UInt8>
  ) -> UInt64? {
    guard word.length == 8, let digits = number(word, text, most: 8), digits / 10_000 >= 1900,
      digits / 10_000 < 2200, (1...12).contains(digits / 100 % 100),
      (1...31).contains(digits % 100)
    else { return nil }
    return date(digits / 10_000, digits / 100 % 100, digits % 100)
  }

  /// The day of a month, as `2` or `2nd`.
  private static func day(_ word: Words.Word, _ text: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard word.make.contains(.digits), word.length <= 4 else { return nil }
    if word.length <= 2 { return number(word, text) }
    return number(word, text, most: 2) ?? number(word, text, most: 1)
  }

  /// The number that the first digits of a word are; nil where they are not so many, unless the word
  /// ends.
  private static func number(
    _ word: Words.Word, _ text: UnsafeBufferPointer<UInt8>, most: Int = 4
  ) -> UInt64? {
    var value: UInt64 = 0
    var count = 0
    for place in Int(word.start)..<Int(word.end) where count < most {
      // Where a tag stood, or what nobody sees.
      if text[place] == Letters.fill || text[place] == Letters.seam { continue }
      guard (0x30...0x39).contains(text[place]) else { return nil }
      value = value * 10 + UInt64(text[place] - 0x30)
      count += 1
    }
    return value
  }

  private static func date(_ year: UInt64, _ month: UInt64, _ day: UInt64) -> UInt64 {
    ((year * 100 + month) * 100 + day) &* 0xD1B5_4A32_D192_ED03
  }

  /// English and Dutch.
  private static let months: [UInt64: UInt64] = {
    let names = [
      ["january", "januari", "jan"], ["february", "februari", "feb"],
      ["march", "maart", "mar", "mrt"],
      ["april", "apr"], ["may", "mei"], ["june", "juni", "jun"], ["july", "juli", "jul"],
      ["august", "augustus", "aug"], ["september", "sep"], ["october", "oktober", "oct", "okt"],
      ["november", "nov"], ["december", "dec"],
    ]
    var table: [UInt64: UInt64] = [:]
    for (number, names) in names.enumerated() {
      for name in names { table[WordKey.of(name.utf8)] = UInt64(number + 1) }
    }
    return table
  }()

  /// Calls `body` with the key of every address in a text: three or more words with nothing but
  /// single stops, colons or at signs between them.
  static func forEachAddress(
    in words: Words, _ body: (UInt64, Int) -> Void
  ) {
    var start = 0
    var last = 0
    var key: UInt64 = 0
    for index in words.odd where words[index].make.contains(.joined) {
      if index != last + 1 || last == 0 {
        start = index - 1
        key = words[start].key
      }
      key = WordKey.joined(key, words[index].key)
      if index - start >= 2 { body(key, start) }
      last = index
    }
  }
}
