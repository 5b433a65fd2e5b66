/// Takes the words out of a text of inline Markdown, in one pass over its bytes.
///
/// Destinations of links, addresses and references to footnotes are no words. Sentences end at
/// `.`, `!` or `?` with white space and then anything but a small letter behind it, so that `16.00`
/// and `bijv. in` end none.
struct WordScanner {
  private let bytes: [UInt8]
  private let isCode: Bool
  private var index = 0
  private var words: [Word] = []
  private var sentence = 0
  private var isQuoted = false
  /// Whether the quotation began with a single mark, which is an apostrophe too.
  private var isSingleQuoted = false
  private var codeFence = 0
  private var opensClause = true
  private var opensParenthesis = false

  /// The words of `bytes`.
  ///
  /// - Parameter isCode: whether the text is code, in which nothing is markup.
  static func words(of bytes: [UInt8], isCode: Bool = false) -> [Word] {
    var scanner = WordScanner(bytes: bytes, isCode: isCode)
    scanner.scan()
    return scanner.words
  }

  private init(bytes: [UInt8], isCode: Bool) {
    self.bytes = bytes
    self.isCode = isCode
    words.reserveCapacity(bytes.count / 6)
  }

  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func scan() {
    while index < bytes.count {
      let next = bytes[index]
      if WordScanner.isLetter(next), !isPunctuation(at: index) {
        word()
      } else if isCode {
        index += 1
      } else {
        markup(next)
      }
    }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
  }

  /// Whether a character of General Punctuation (U+2010 to U+203F), `«` or `»` begins here.
  private func isPunctuation(at index: Int) -> Bool {
    switch bytes[index] {
    case 0xE2: byte(index + 1) == 0x80
    case 0xC2: byte(index + 1) == 0xAB || byte(index + 1) == 0xBB || byte(index + 1) == 0xA0
    default: false
    }
  }

  private mutating func word() {
    let start = index
    var hasher = WordHash()
    var capitals = 0
    var hasSmall = false
    var hasDigit = false
    while index < bytes.count {
      let next = bytes[index]
      let isJoint =
        (next == UInt8(ascii: "-") || next == UInt8(ascii: "'"))
        && index + 1 < bytes.count && WordScanner.isLetter(bytes[index + 1])
      guard isJoint || WordScanner.isLetter(next) && !isPunctuation(at: index) else { break }
      switch next {
      case 0x41...0x5A: capitals += 1
      case 0x61...0x7A: hasSmall = true
      case 0x30...0x39: hasDigit = true
      case 0x80...: hasSmall = true
      default: break
      }
      hasher.add(next)
      index += 1
    }
    var traits: Word.Traits = []
    if (0x41...0x5A).contains(bytes[start]) { traits.insert(.capital) }
    if capitals > 1, !hasSmall { traits.insert(.allCapitals) }
    if hasDigit { traits.insert(.digit) }
    if isQuoted { traits.insert(.quoted) }
    if codeFence > 0 { traits.insert(.code) }
    if opensClause { traits.insert(.opensClause) }
    if opensParenthesis { traits.insert(.parenthesis) }
    opensClause = false
    opensParenthesis = false
    words.append(
      Word(
        start: start, end: index, hash: hasher.value, sentence: sentence, traits: traits))
  }

  private mutating func markup(_ next: UInt8) {
    switch next {
    case UInt8(ascii: "`"):
      let run = bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count
      if codeFence == 0 { codeFence = run } else if codeFence == run { codeFence = 0 }
      index += run
      return
    case UInt8(ascii: "]") where codeFence == 0 && byte(index + 1) == UInt8(ascii: "("):
      skip(to: UInt8(ascii: ")"))
      return
    case UInt8(ascii: "[") where codeFence == 0 && byte(index + 1) == UInt8(ascii: "^"):
      skip(to: UInt8(ascii: "]"))
      return
    case UInt8(ascii: "<") where codeFence == 0: skip(to: UInt8(ascii: ">"))
    case UInt8(ascii: "\""): isQuoted.toggle()
    case UInt8(ascii: "'"): straightQuotation()
    case UInt8(ascii: "("):
      opensParenthesis = true
      opensClause = true
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): endSentence()
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): opensClause = true
    case 0xE2 where byte(index + 1) == 0x80: quotation()
    case 0xC2: angleQuotation()
    default: break
    }
    index += 1
  }

  private mutating func skip(to end: UInt8) {
    let stop = bytes[index...].prefix(2000).firstIndex(of: end)
    index = (stop ?? index) + 1
  }

  /// `“`, `”`, `„`, `‘`, `’` and the like.
  private mutating func quotation() {
    switch byte(index + 2) {
    case 0x98 where !isQuoted && closesSingleQuotation(from: index + 3):
      isQuoted = true
      isSingleQuoted = true
    case 0x99 where isSingleQuoted && !WordScanner.isLetter(byte(index + 3)):
      isQuoted = false
      isSingleQuoted = false
    case 0x9C, 0x9E: isQuoted = true
    case 0x9D: isQuoted = false
    default: break
    }
    index += 2
  }

  /// `'` round a quotation; in `'s avonds` and `the guards' gate` it is an apostrophe.
  private mutating func straightQuotation() {
    let quote = UInt8(ascii: "'")
    func ends(_ place: Int) -> Bool {
      byte(place) == quote && byte(place - 1) > 0x20 && !WordScanner.isLetter(byte(place + 1))
    }
    if isSingleQuoted {
      guard ends(index) else { return }
      isQuoted = false
      isSingleQuoted = false
    } else if !isQuoted, index == 0 || [0x20, 0x0A, 0x28].contains(byte(index - 1)),
      byte(index + 1) > 0x39, WordScanner.isLetter(byte(index + 1)),
      WordScanner.isLetter(byte(index + 2))
    {
      let rest = index + 1..<min(index + 300, bytes.count)
      isQuoted = rest.contains(where: ends)
      isSingleQuoted = isQuoted
    }
  }

  /// Whether a `’` follows that is no apostrophe: `‘s avonds` begins no quotation.
  private func closesSingleQuotation(from start: Int) -> Bool {
    let rest = bytes[start...].prefix(300)
    return zip(rest.indices, rest).contains { place, first in
      first == 0xE2 && byte(place + 1) == 0x80 && byte(place + 2) == 0x99
        && !WordScanner.isLetter(byte(place + 3))
    }
  }

  private mutating func angleQuotation() {
    switch byte(index + 1) {
    case 0xAB: isQuoted = true
    case 0xBB: isQuoted = false
    default: break
    }
    index += 1
  }

  private mutating func endSentence() {
    var next = index + 1
    while next < bytes.count, [0x22, 0x29, 0x2A, 0x5F, 0x5D].contains(bytes[next]) { next += 1 }
    guard next < bytes.count else { return }
    guard bytes[next] <= 0x20 || bytes[next] == 0xE2 || bytes[next] == UInt8(ascii: "[") else {
      return
    }
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
    guard next < bytes.count, !(0x61...0x7A).contains(bytes[next]) else { return }
    sentence += 1
    opensClause = true
  }
}
