// Numbers and words that are written in parts, and elsewhere in one.

extension Sign {
  /// Calls `body` with the key of every number in a text that is written in parts, as it would be
  /// written in one: `48,213`, `+31 6 1234 5678`, `NL91 ABNA 0417 1643 00`.
  static func forEachNumber(
    in words: Words, _ text: UnsafeBufferPointer<UInt8>, _ body: (UInt64, Int) -> Void
  ) {
    let odd = words.odd
    var next = 0
    while next < odd.count {
      let start = next
      next += 1
      guard words[odd[start]].make.contains(.digits) else { continue }
      // The words that follow each other with the same sign between them.
      var sign: ArraySlice<UInt8>?
      while next < odd.count, odd[next] == odd[next - 1] + 1,
        let between = separator(words[odd[next - 1]], words[odd[next]], text),
        sign ?? between == between
      {
        sign = between
        next += 1
      }
      let parts = odd[start..<next].map { words[$0] }
      if parts.count >= 2, isNumber(parts, text) { body(joined(parts, text), odd[start]) }
      if next > start + 1 { next -= 1 }
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
        body(joined([one, other], text))
      }
    }
  }

  /// What stands between two words: a space, of whatever width, a stop, a comma, an apostrophe or a
  /// hyphen; nil where it is something else, or the text ends there.
  private static func separator(
    _ one: Words.Word, _ other: Words.Word, _ text: UnsafeBufferPointer<UInt8>
  ) -> ArraySlice<UInt8>? {
    guard !other.make.contains(.first), other.start > one.end, other.start - one.end <= 3 else {
      return nil
    }
    let between = Array(text[Int(one.end)..<Int(other.start)])
    return separators.contains(between) ? between[...] : nil
  }

  private static let separators: Set<[UInt8]> = Set(
    [" ", ".", ",", "'", "-", "\u{A0}", "\u{202F}", "\u{2009}", "\u{2019}"].map { Array($0.utf8) })

  /// Whether parts are the thousands of a number, a telephone number, or an account's.
  private static func isNumber(
    _ parts: [Words.Word], _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let first = parts[0]
    if parts.allSatisfy({ $0.make.isDisjoint(with: .letters) }) {
      let start = Int(first.start)
      return parts.dropFirst().allSatisfy { $0.length == 3 } && first.length <= 3
        || text[start] == UInt8(ascii: "0") && parts.reduce(0) { $0 + $1.length } >= 6
        || start > 0 && text[start - 1] == UInt8(ascii: "+")
    }
    return first.length == 4 && first.make.contains([.letters, .digits])
      && parts.dropFirst().dropLast().allSatisfy { $0.length == 4 } && parts.count >= 4
  }

  /// The key of words as one.
  private static func joined(
    _ parts: [Words.Word], _ text: UnsafeBufferPointer<UInt8>
  ) -> UInt64 {
    WordKey.of(parts.flatMap { Letters.folded(text[Int($0.start)..<Int($0.end)]) })
  }
}
