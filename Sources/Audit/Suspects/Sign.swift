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

  /// Calls `body` with the key of every date in a text: `2026-11-02`, `2 November 2026`.
  static func forEachDate(
    in words: Words, _ text: UnsafeBufferPointer<UInt8>, _ body: (UInt64, Int) -> Void
  ) {
    for index in words.odd where index >= 2 {
      let (a, b, c) = (index - 2, index - 1, index)
      guard words[a].make.contains(.digits), words[c].make.contains(.digits) else { continue }
      if words[a].length == 4, words[b].length == 2, words[c].length >= 2,
        text[Int(words[a].end)] == UInt8(ascii: "-"),
        text[Int(words[b].end)] == UInt8(ascii: "-"),
        let year = number(words, a, text), let month = number(words, b, text),
        let day = number(words, c, text, most: 2)
      {
        body(date(year, month, day), a)
      } else if words[c].length == 4, words[a].length <= 2,
        !words[b].make.union(words[c].make).contains(.first), let month = months[words[b].key],
        let day = number(words, a, text), let year = number(words, c, text)
      {
        body(date(year, month, day), a)
      }
    }
  }

  private static func number(
    _ words: Words, _ index: Int, _ text: UnsafeBufferPointer<UInt8>, most: Int = 4
  ) -> UInt64? {
    var value: UInt64 = 0
    let end = min(Int(words[index].end), Int(words[index].start) + most)
    for place in Int(words[index].start)..<end {
      guard (0x30...0x39).contains(text[place]) else { return nil }
      value = value * 10 + UInt64(text[place] - 0x30)
    }
    return value
  }

  private static func date(_ year: UInt64, _ month: UInt64, _ day: UInt64) -> UInt64 {
    ((year * 100 + month) * 100 + day) &* 0xD1B5_4A32_D192_ED03
  }

  /// English and Dutch.
  private static let months: [UInt64: UInt64] = {
    let names = [
      ["january", "januari", "jan"], ["february", "februari", "feb"], ["march", "maart", "mar"],
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
