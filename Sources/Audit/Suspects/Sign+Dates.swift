// Dates, however they are written.

extension Sign {
  /// Calls `body` with the key of every date in a text, and of every day of a month: `2026-11-02`,
  /// `2/11/2026`, `20261102`, `2 November 2026`, `November 2nd, 2026`, `2 November`.
  static func forEachDate(
    in words: Words, _ text: UnsafeBufferPointer<UInt8>, _ body: (UInt64, Int) -> Void
  ) {
    for index in words.odd where words[index].make.contains(.digits) {
      if let date = together(words[index], text) { date.keys.forEach { body($0, index) } }
      if index >= 2, let date = date(words, index - 2, text) ?? behindOf(words, index, text) {
        date.keys.forEach { body($0, index - 2) }
      }
      if let (key, first) = dayOfMonth(words, index, text) { body(key, first) }
    }
  }

  /// A day of the calendar.
  private struct Date {
    var year: UInt64
    var month: UInt64
    var day: UInt64

    /// The key of the date, and that of the day whatever the year.
    var keys: [UInt64] {
      [((year * 100 + month) * 100 + day) &* 0xD1B5_4A32_D192_ED03, Date.key(day, of: month)]
    }

    /// A date, where the month may come first: `08/14/2026`.
    init(_ year: UInt64, _ month: UInt64, _ day: UInt64) {
      let isTurned = month > 12 && day <= 12
      (self.year, self.month, self.day) = (year, isTurned ? day : month, isTurned ? month : day)
    }

    static func key(_ day: UInt64, of month: UInt64) -> UInt64 {
      (month * 100 + day) &* 0xA24B_AED4_963E_E407
    }
  }

  /// `14 August` or `August 14th`, at the word with the number: the key, and the first word.
  private static func dayOfMonth(
    _ words: Words, _ index: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> (key: UInt64, first: Int)? {
    guard words[index].length <= 4, let day = day(words[index], text), (1...31).contains(day) else {
      return nil
    }
    if index + 1 < words.count, let month = month(words[index + 1]),
      isNear(words, index, text)
    {
      return (Date.key(day, of: month), index)
    }
    if index + 2 < words.count, words[index + 1].key == of, let month = month(words[index + 2]) {
      return (Date.key(day, of: month), index)
    }
    guard index > 0, !words[index].make.contains(.first),
      let month = month(named: words[index - 1]), isNear(words, index - 1, text)
    else { return nil }
    return (Date.key(day, of: month), index - 1)
  }

  /// Whether nothing that numbers a list, a note or a table stands between a word and the next: `3. March`
  /// at the start of a line, `[^1]: March`, `Table 1: March`.
  private static func isNear(
    _ words: Words, _ index: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let (one, other) = (words[index], words[index + 1])
    let gap = text[Int(one.end)..<Int(other.start)]
    if gap.contains(where: { ":)]".utf8.contains($0) }) { return false }
    // A point behind a number that a line or a text begins with.
    guard gap.first == UInt8(ascii: "."), !one.make.contains(.letters) else { return true }
    let before = text[..<Int(one.start)].last { $0 != 0x20 && $0 != Letters.fill }
    return before.map { $0 != 0x0A && $0 != Letters.end && $0 != Letters.gone } ?? false
  }

  /// The month that a word is which goes on the text before it.
  private static func month(_ word: Words.Word) -> UInt64? {
    word.make.contains(.first) ? nil : month(named: word)
  }

  /// The month that a word is the name of.
  private static func month(named word: Words.Word) -> UInt64? {
    guard word.length >= 3, word.make.isDisjoint(with: .digits) else { return nil }
    let next = months.partitioningIndex { $0.key >= word.key }
    return next < months.count && months[next].key == word.key ? months[next].month : nil
  }

  /// `14th of August 2026`, at the year.
  private static func behindOf(
    _ words: Words, _ index: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Date? {
    guard index >= 3, words[index - 2].key == of else { return nil }
    return date(words[index - 3], words[index - 1], words[index], text)
  }

  private static let of = WordKey.of("of".utf8)

  /// The date that three words in a row are.
  private static func date(
    _ words: Words, _ first: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Date? {
    let (a, b, c) = (words[first], words[first + 1], words[first + 2])
    guard let date = date(a, b, c, text) else { return nil }
    // `2. June 2026` at the start of a line is an item about a month.
    let isNumbered = b.make.isDisjoint(with: .digits) && !isNear(words, first, text)
    return isNumbered ? nil : date
  }

  private static func date(
    _ a: Words.Word, _ b: Words.Word, _ c: Words.Word, _ text: UnsafeBufferPointer<UInt8>
  ) -> Date? {
    if a.make.contains(.digits), b.make.contains(.digits) {
      guard let sign = separator(a, b, text), separator(b, c, text) == sign else { return nil }
      if a.length == 4, b.length <= 2, let year = number(a, text), let month = number(b, text),
        // Behind the day a time may stand.
        c.length <= 2 || sign == UInt8(ascii: "-"), let day = number(c, text, most: 2)
      {
        return Date(year, month, day)
      }
      guard c.length == 4, a.length <= 2, b.length <= 2, let day = number(a, text),
        let month = number(b, text), let year = number(c, text)
      else { return nil }
      return Date(year, month, day)
    }
    guard c.length == 4, !b.make.union(c.make).contains(.first), let year = number(c, text) else {
      return nil
    }
    if let month = month(named: b), let day = day(a, text) { return Date(year, month, day) }
    if let month = month(named: a), let day = day(b, text) { return Date(year, month, day) }
    return nil
  }

  /// The sign between two parts of a date: a hyphen or a dash of any kind is `-`.
  private static func separator(
    _ one: Words.Word, _ other: Words.Word, _ text: UnsafeBufferPointer<UInt8>
  ) -> UInt8? {
    let (start, end) = (Int(one.end), Int(other.start))
    let first = text[start]
    if "-/._".utf8.contains(first) { return first }
    let isDash =
      first == 0xE2 && end - start == 3
      && (text[start + 1] == 0x80 && (0x90...0x95).contains(text[start + 2])
        || text[start + 1] == 0x88 && text[start + 2] == 0x92)
    return isDash ? UInt8(ascii: "-") : nil
  }

  /// The date that eight digits are, alone or in front of a time: `20261102T0900`.
  private static func together(
    _ word: Words.Word, _ text: UnsafeBufferPointer<UInt8>
  ) -> Date? {
    let isAlone =
      word.length == 8
      || word.length > 8 && Int(word.start) + 8 < text.count
        && text[Int(word.start) + 8] | 0x20 == UInt8(ascii: "t")
    guard isAlone, let digits = number(word, text, most: 8), digits / 10_000 >= 1900,
      digits / 10_000 < 2200, (1...12).contains(digits / 100 % 100),
      (1...31).contains(digits % 100)
    else { return nil }
    return Date(digits / 10_000, digits / 100 % 100, digits % 100)
  }

  /// The day of a month, as `2`, `2e` or `2nd`.
  private static func day(_ word: Words.Word, _ text: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard word.make.contains(.digits), word.length <= 4 else { return nil }
    if word.length <= 2, let number = number(word, text) { return number }
    guard word.make.contains(.letters) else { return nil }
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
      if text[place] >= 0x80 { return wideNumber(word, text, most: most) }
      guard (0x30...0x39).contains(text[place]) else { return nil }
      value = value * 10 + UInt64(text[place] - 0x30)
      count += 1
    }
    return value
  }

  /// The number that a word is in which other characters than those of ASCII stand: digits of full
  /// width, or what nobody sees.
  private static func wideNumber(
    _ word: Words.Word, _ text: UnsafeBufferPointer<UInt8>, most: Int
  ) -> UInt64? {
    let digits = Letters.folded(text[Int(word.start)..<Int(word.end)]).prefix(most)
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + UInt64($1 - 0x30) }
  }

  /// English and Dutch.
  private static let months: [(key: UInt64, month: UInt64)] = {
    let names = [
      ["january", "januari", "jan"], ["february", "februari", "feb"],
      ["march", "maart", "mar", "mrt"],
      ["april", "apr"], ["may", "mei"], ["june", "juni", "jun"], ["july", "juli", "jul"],
      ["august", "augustus", "aug"], ["september", "sep", "sept"],
      ["october", "oktober", "oct", "okt"],
      ["november", "nov"], ["december", "dec"],
    ]
    let all = names.enumerated().flatMap { number, names in
      names.map { (key: WordKey.of($0.utf8), month: UInt64(number + 1)) }
    }
    return all.sorted { $0.key < $1.key }
  }()
}
