// Texts and values that are a mark and nothing else.

extension MarkSearch {
  /// The most bytes of a text that can be a mark.
  private static let longest = 160
  /// Members and attributes whose value is a mark, however short.
  private static let names = ["mark", "marking", "banner", "classification"]

  private static let ends = names.compactMap(\.utf8.last)

  /// Texts that are a mark and nothing else: of two letters or more, or behind a name that says so.
  func wholes(
    _ text: UnsafeBufferPointer<UInt8>, _ keys: inout Watch.Keys
  ) -> [Found] {
    var result: [Found] = []
    var start = 0
    var isNamed = false
    // Where such a name is.
    var name: Int?
    while result.count < MarkSearch.most {
      start = MarkSearch.skipEmpty(text, start, text.count)
      guard start < text.count else { break }
      if text[start] == Letters.gone {
        // What is gone can be the value.
        (isNamed, name) = (false, nil)
        start += 1
        continue
      }
      let end = ByteSearch.first(Letters.end, or: 0x0A, in: text, from: start, to: text.count)
      let first = text[start]
      if !isNamed, !isFirst[Int(first)], !MarkSearch.isLetter(first | 0x20) {
        start = end
        continue
      }
      var range = MarkSearch.bare(text, start..<end)
      start = end
      if range.count > MarkSearch.longest {
        (isNamed, name) = (false, nil)
        continue
      }
      if let value = MarkSearch.value(in: text, range) {
        // `banner: "S"`, or `banner` and its value in the next text.
        isNamed = true
        name = range.lowerBound
        range = MarkSearch.bare(text, value)
        if range.isEmpty { continue }
      } else if range.count == 1,
        text[range.lowerBound] == UInt8(ascii: ":")
          || isNamed && text[range].elementsEqual("content=".utf8)
      {
        continue
      }
      if isNamed || range.count > 1, isFirst[Int(text[range.lowerBound])],
        let mark = above(text, range, &keys)
      {
        result.add((mark, range.lowerBound, isNamed))
      }
      // Without the line that has the name, the value would say nothing.
      if let place = name, text[place..<range.lowerBound].contains(0x0A) {
        keys.hold(at: place)
      }
      (isNamed, name) = (false, nil)
    }
    return result
  }

  /// A range without white space, quotation marks and filled places at its ends.
  private static func bare(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Range<Int> {
    let start = skipEmpty(text, range.lowerBound, range.upperBound)
    var end = range.upperBound
    while end > start, isEmpty(text[end - 1]) { end -= 1 }
    return start..<end
  }

  /// The first place from `start` on, or the end, that is not white space, a quotation mark or filled
  /// up.
  @inline(__always)
  private static func skipEmpty(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int {
    // Where a tag was taken out, many are filled up.
    let raw = UnsafeRawBufferPointer(text)
    var start = start
    while start < end, isEmpty(text[start]) {
      start &+= 1
      while start &+ 8 <= end, raw.loadUnaligned(fromByteOffset: start, as: UInt64.self) == 0 {
        start &+= 8
      }
    }
    return start
  }

  @inline(__always)
  private static func isEmpty(_ byte: UInt8) -> Bool {
    byte <= 0x20 && byte != Letters.gone || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ",")
  }

  /// What is behind a name whose value is a mark, at the end of which only signs may stand.
  private static func value(
    in text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Range<Int>? {
    guard isLetter(text[range.lowerBound] | 0x20) else { return nil }
    // No name is longer.
    let most = min(range.upperBound, range.lowerBound + 25)
    let end = ByteSearch.first(
      UInt8(ascii: ":"), or: UInt8(ascii: "="), in: text, from: range.lowerBound, to: most)
    guard end - range.lowerBound <= 24, ends.contains(text[end - 1] | 0x20) else { return nil }
    var start = end
    while start > range.lowerBound, isLetter(text[start - 1] | 0x20) { start -= 1 }
    guard names.contains(where: { text[start..<end].elementsEqual($0.utf8) { $0 | 0x20 == $1 } })
    else { return nil }
    return min(end + 1, range.upperBound)..<range.upperBound
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
}
