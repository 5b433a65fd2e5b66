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

  /// Calls `body` with the key of every address in a text: three or more words with nothing but
  /// single stops, colons or at signs between them. It is given the first and the last of them.
  static func forEachAddress(
    in words: Words, _ body: (UInt64, Int, Int) -> Void
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
      if index - start >= 2 { body(key, start, index) }
      last = index
    }
  }

  /// Whether a word is the hour of a time behind a date, `02T00`: every edition has such.
  static func isClock(_ word: Words.Word, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = text[Int(word.start)..<Int(word.end)]
    return bytes.count == 5 && bytes[bytes.startIndex + 2] | 0x20 == UInt8(ascii: "t")
      && bytes.indices.allSatisfy {
        $0 == bytes.startIndex + 2 || (0x30...0x39).contains(bytes[$0])
      }
  }
}
