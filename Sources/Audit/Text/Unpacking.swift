/// Undoing codes that hide words: base 64, hexadecimal digits, gzip, zip, zlib.
enum Unpacking {
  /// What stands in a text in base 64 or hexadecimal digits.
  struct Codes {
    /// Texts and archives, and whether what was decoded is nothing else.
    var texts: [(bytes: [UInt8], isWhole: Bool)] = []
    /// What has the length of a hash: its first eight bytes, and where it stands.
    var digests: [(value: UInt64, start: Int)] = []
  }

  /// What stands in a text in base 64 or hexadecimal digits.
  static func codes(in words: Words, _ bytes: UnsafeBufferPointer<UInt8>) -> Codes {
    var result = Codes()
    var pairs = SpacedPairs()
    var done = 0
    for index in words.odd {
      let word = words[index]
      if word.length == 2 {
        pairs.take(word, bytes, &result)
      } else if word.length >= 8 || word.length >= 6 && isFilledUp(word, bytes), word.start >= done,
        isCode(word)
      {
        let range = extent(bytes, Int(word.start))
        done = range.upperBound
        take(bytes, range, &result)
      }
    }
    pairs.end(&result)
    return result
  }

  /// Whether the equals sign stands behind a word that fills up base 64: one of few signs is no chance
  /// then.
  private static func isFilledUp(_ word: Words.Word, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    Int(word.end) < bytes.count && bytes[Int(word.end)] == UInt8(ascii: "=")
  }

  /// Takes what some signs of base 64 stand for, or some of them, which can be hexadecimal digits.
  private static func take(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ result: inout Codes
  ) {
    // Nothing but hexadecimal digits, as hashes are written, is no text in base 64.
    if range.count >= 32, let decoded = pairs(bytes, range) {
      add(decoded, range.lowerBound, &result)
      return
    }
    // `-`, `_` and `/` are digits, and part words elsewhere: `sha256-…`, `/files/…`.
    var ranges = [range]
    for hasSlash in [false, true] {
      for part in bytes[range].split(whereSeparator: { parts($0, hasSlash) })
      where part.count >= 8 && !ranges.contains(part.indices) {
        ranges.append(part.indices)
      }
    }
    for decoded in ranges.map({ base64(bytes, $0) }) + ranges.map({ pairs(bytes, $0) }) {
      if let decoded { add(decoded, range.lowerBound, &result) }
    }
  }

  /// Adds what some signs at `start` stand for, as far as it says something.
  private static func add(_ decoded: [UInt8], _ start: Int, _ result: inout Codes) {
    // MD5, SHA-1, SHA-256.
    if decoded.count == 16 || decoded.count == 20 || decoded.count == 32 {
      let value = decoded.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
      result.digests.append((value, start))
    }
    if let text = legible(decoded) { result.texts.append(text) }
  }

  /// Whether a digit of base 64 parts words elsewhere.
  private static func parts(_ byte: UInt8, _ hasSlash: Bool) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || hasSlash && byte == UInt8(ascii: "/")
  }

  /// Pairs of hexadecimal digits with one sign between each and the next, four or more of them.
  private struct SpacedPairs {
    private var text: [UInt8] = []
    private var last: UInt32 = 0

    mutating func take(
      _ word: Words.Word, _ bytes: UnsafeBufferPointer<UInt8>, _ result: inout Codes
    ) {
      let start = Int(word.start)
      guard Int(word.end) == start + 2, let high = Digit.hex(bytes[start]),
        let low = Digit.hex(bytes[start + 1])
      else { return end(&result) }
      if word.start != last + 1 { end(&result) }
      text.append(high << 4 | low)
      last = word.end
    }

    mutating func end(_ result: inout Codes) {
      if text.count >= 4, let text = legible(text) { result.texts.append(text) }
      text.removeAll(keepingCapacity: true)
    }
  }

  /// What is to be read of decoded bytes: an archive as it is; else the text in them, where there is
  /// some, whatever stands around it. Six letters or digits together are some: a site has thousands of
  /// hashes, and fewer stand in one of them by chance.
  private static func legible(_ bytes: [UInt8]) -> (bytes: [UInt8], isWhole: Bool)? {
    guard bytes.count >= 4 else { return nil }
    var (word, longestWord) = (0, 0)
    var hasOther = false
    // What is UTF-16 is parted by zeros.
    for byte in bytes where byte != 0 {
      word = Letters.kinds[Int(byte)] & Letters.plain != 0 ? word + 1 : 0
      longestWord = max(longestWord, word)
      if !isSign(byte), byte < 0x80 { hasOther = true }
    }
    let isText = !hasOther && String(validating: bytes, as: UTF8.self) != nil
    if isText || Archive.begins(bytes) { return (bytes, true) }
    guard longestWord >= 6 else { return nil }
    return (bytes.map { isSign($0) || $0 >= 0x80 || $0 == 0 ? $0 : Letters.end }, false)
  }

  /// Whether a byte is one of a text, by itself.
  private static func isSign(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// What is in the archives that begin anywhere in a file. Two bytes of any file can look like a zlib
  /// stream: of these only some are unpacked, and behind them one is cut.
  static func archives(in bytes: [UInt8]) -> [Archive.Content] {
    var streams = 0
    return starts(in: bytes).compactMap { start in
      if bytes[start] == 0x78 {
        guard streams <= 16, let content = Archive.content(bytes, start), !content.bytes.isEmpty
        else { return nil }
        streams += 1
        return streams <= 16 ? content : Archive.Content([], isCut: true)
      }
      return Archive.content(bytes, start)
    }
  }

  /// Whether an archive begins anywhere in a file, but a zlib stream, or the file is one that cannot be
  /// unpacked here.
  static func holdsArchive(_ bytes: [UInt8]) -> Bool {
    Archive.isForeign(bytes)
      || starts(in: bytes).contains { bytes[$0] != 0x78 && Archive.content(bytes, $0) != nil }
  }

  /// Where an archive can begin: `1F 8B`, `PK`, or the two bytes of a zlib stream.
  private static func starts(in bytes: [UInt8]) -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      var result: [Int] = []
      let signs: [(UInt8, [UInt8])] = [
        (0x1F, [0x8B]), (0x50, [0x4B]), (0x78, [0x01, 0x5E, 0x9C, 0xDA]),
      ]
      for (first, seconds) in signs {
        var index = 0
        while let start = ByteSearch.first(first, in: bytes, from: index) {
          index = start + 1
          if index < bytes.count, seconds.contains(bytes[index]) { result.append(start) }
        }
      }
      return result.sorted()
    }
  }

  /// The value of the 16 hexadecimal digits at `start`; nil where there are other signs.
  static func hexadecimal(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt64? {
    guard start + 16 <= bytes.count else { return nil }
    var value: UInt64 = 0
    for index in start..<start + 16 {
      guard let digit = Digit.hex(bytes[index]) else { return nil }
      value = value << 4 | UInt64(digit)
    }
    return value
  }

  /// Whether a word looks like no word: with a capital inside, or with digits.
  @inline(__always)
  private static func isCode(_ word: Words.Word) -> Bool {
    !word.make.isDisjoint(with: [.digits, .capital])
  }

  /// The signs of base 64 around `start`.
  private static func extent(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int> {
    var first = start
    while first > 0, sextet(bytes[first - 1]) != nil { first -= 1 }
    var end = start
    while end < bytes.count, sextet(bytes[end]) != nil { end += 1 }
    return first..<end
  }

  private static func sextet(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte - 0x41)
    case 0x61...0x7A: UInt32(byte - 0x47)
    case 0x30...0x39: UInt32(byte + 4)
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }

  private static func base64(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(range.count * 3 / 4)
    var bits: UInt32 = 0
    var count = 0
    for index in range {
      guard let value = sextet(bytes[index]) else { return nil }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  private static func pairs(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> [UInt8]? {
    // `0x…`, as programs write it.
    let hasSign = range.count > 2 && bytes[range.lowerBound + 1] | 0x20 == UInt8(ascii: "x")
    let range = hasSign ? range.lowerBound + 2..<range.upperBound : range
    guard range.count.isMultiple(of: 2) else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(range.count / 2)
    for index in stride(from: range.lowerBound, to: range.upperBound, by: 2) {
      guard let high = Digit.hex(bytes[index]), let low = Digit.hex(bytes[index + 1]) else {
        return nil
      }
      result.append(high << 4 | low)
    }
    return result
  }
}
