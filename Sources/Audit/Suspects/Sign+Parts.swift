// Numbers and words that are written in parts, and elsewhere in one.

extension Sign {
  /// Calls `body` with the key of every number in a text that is written in parts, as it would be
  /// written in one: `48,213`, `+31 6 1234 5678`, `NL91 ABNA 0417 1643 00`.
  static func forEachNumber(
    in words: Words, _ text: UnsafeBufferPointer<UInt8>, _ body: (UInt64, Int) -> Void
  ) {
    let odd = words.odd
    var next = 1
    while next < odd.count {
      let start = next - 1
      guard odd[next] == odd[start] + 1, words[odd[start]].make.contains(.digits),
        let sign = separator(words[odd[start]], words[odd[next]], text)
      else {
        next += 1
        continue
      }
      // The words that follow each other with the same sign between them.
      repeat {
        next += 1
      } while next < odd.count && odd[next] == odd[next - 1] + 1
        && separator(words[odd[next - 1]], words[odd[next]], text) == sign
      let parts = odd[start]...odd[next - 1]
      if isNumber(words, parts, text) { body(joined(words, parts, text), parts.lowerBound) }
    }
  }

  /// Calls `body` with the keys of words that an apostrophe or a hyphen parts, as slugs have them in
  /// one: `o'halloran`, `counter-surveillance`.
  static func forEachCompound(
    in words: Words, _ text: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void
  ) {
    for index in 0..<max(0, words.count - 1) {
      let (one, other) = (words[index], words[index + 1])
      let end = Int(one.end)
      let next = text[end]
      let isParted =
        Int(other.start) == end + 1 && (next == UInt8(ascii: "'") || next == UInt8(ascii: "-"))
        || Int(other.start) == end + 3 && text[end..<end + 3].elementsEqual("\u{2019}".utf8)
      if isParted, one.make.union(other.make).contains(.letters) {
        body(joined(words, index...index + 1, text))
      }
    }
  }

  /// Calls `body` with the keys of words that only signs part which the address of a heading leaves out:
  /// `10.2.1`, `17,5`, `E.ON`.
  static func forEachSlug(
    in words: Words, _ text: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void
  ) {
    var start = 0
    words.forEach { index, word in
      if index > 0, isLeftOut(from: Int(words[index - 1].end), word, text) { return true }
      if index - start > 1 { body(joined(words, start...index - 1, text)) }
      start = index
      return true
    }
    if words.count - start > 1 { body(joined(words, start...words.count - 1, text)) }
  }

  /// Whether nothing but such signs stand between two words.
  @inline(__always)
  private static func isLeftOut(
    from end: Int, _ word: Words.Word, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let next = Int(word.start)
    // Nearly always it is a space.
    guard end < next, text[next &- 1] > 0x20 || text[next &- 1] == Letters.fill, next &- end <= 8,
      !word.make.contains(.first)
    else { return false }
    for place in end..<next {
      let byte = text[place]
      let isSign = byte > 0x20 && byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_")
      guard isSign || byte == Letters.fill else { return false }
    }
    return true
  }

  /// What stands between two words: a space, of whatever width, a stop, a comma, an apostrophe or a
  /// hyphen, as its bytes in a number; nil where it is something else, or the text ends there.
  private static func separator(
    _ one: Words.Word, _ other: Words.Word, _ text: UnsafeBufferPointer<UInt8>
  ) -> UInt32? {
    guard !other.make.contains(.first), other.start > one.end else { return nil }
    var sign: UInt32 = 0
    for place in Int(one.end)..<Int(other.start) {
      // Where a tag stood, or what nobody sees.
      if text[place] == Letters.fill || text[place] == Letters.seam { continue }
      guard sign < 1 << 16 else { return nil }
      sign = sign << 8 | UInt32(text[place])
    }
    return separators.contains(sign) ? sign : nil
  }

  private static let separators: [UInt32] = [
    " ", ".", ",", "'", "-", "\u{A0}", "\u{202F}", "\u{2009}", "\u{2019}",
  ].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

  /// Whether parts are the thousands of a number, a telephone number, an account's, or a code of letters
  /// and digits with hyphens: a number plate, a UUID.
  private static func isNumber(
    _ words: Words, _ parts: ClosedRange<Int>, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let first = words[parts.lowerBound]
    let rest = parts.dropFirst()
    if parts.allSatisfy({ words[$0].make.isDisjoint(with: .letters) }) {
      let start = Int(first.start)
      return rest.allSatisfy { words[$0].length == 3 } && first.length <= 3
        || text[start] == UInt8(ascii: "0") && parts.reduce(0) { $0 + words[$1].length } >= 6
        || start > 0 && text[start - 1] == UInt8(ascii: "+")
    }
    let length = parts.reduce(0) { $0 + words[$1].length }
    if text[Int(first.end)] == UInt8(ascii: "-"), parts.count >= 3, (6...40).contains(length) {
      return parts.contains { !words[$0].make.isDisjoint(with: .digits) }
    }
    return parts.count >= 4 && first.length == 4 && first.make.contains([.letters, .digits])
      && rest.dropLast().allSatisfy { words[$0].length == 4 }
  }

  /// The key of words as one.
  private static func joined(
    _ words: Words, _ parts: ClosedRange<Int>, _ text: UnsafeBufferPointer<UInt8>
  ) -> UInt64 {
    var key = WordKey()
    for index in parts {
      let word = words[index]
      for byte in Letters.folded(text[Int(word.start)..<Int(word.end)]) { key.add(byte) }
    }
    return key.value
  }
}
