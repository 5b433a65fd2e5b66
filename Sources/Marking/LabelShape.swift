/// Tells text that looks like a leading mark from text that does not.
///
/// A tired author writes `(s)`, `[S]`, `(Secret)`, `(S text`; a hostile one writes a Cyrillic
/// `(Ѕ)`. None of these may quietly be text. The input is the start of a block as a reader would
/// see it: entities decoded, inline markup gone, Unicode NFKC.
struct LabelShape: Hashable, Sendable {
  /// Level marks, folded, as scalars.
  private let marks: [[Unicode.Scalar]]
  /// Level names, folded, as scalars.
  private let names: [[Unicode.Scalar]]
  /// Marks and names, folded, in UTF-8.
  private let heads: [[UInt8]]
  /// UTF-8 bytes of the longest mark or name.
  let longest: Int

  init(marks: [String], names: [String]) {
    self.marks = marks.map { Array(LabelShape.folded($0).unicodeScalars) }
    self.names = names.map { Array(LabelShape.folded($0).unicodeScalars) }
    heads = (marks + names).map { Array(LabelShape.folded($0).utf8) }
    longest = (marks + names).map(\.utf8.count).max() ?? 0
  }

  /// Whether a text that begins with an unmarked word can look like a mark; asked first, because
  /// nearly every text does so and hardly any can.
  ///
  /// A first word of ASCII letters and digits with a space behind it stays what it is under all that
  /// makes the text as a reader sees it. Then a mark or a name is what the text begins with only if
  /// it begins with that word. Everything else may be anything.
  func canBegin(_ text: ArraySlice<UInt8>) -> Bool {
    let word = text.prefix { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }
    guard !word.isEmpty, word.endIndex < text.endIndex, text[word.endIndex] == 0x20 else {
      return true
    }
    return heads.contains { head in
      head.count >= word.count
        && zip(head, word).allSatisfy { $0 == ($1 >= 0x41 && $1 <= 0x5A ? $1 | 0x20 : $1) }
    }
  }

  /// The part of `start` that looks like a mark, or nil.
  ///
  /// - Parameter words: texts that the policy allows in parentheses.
  func match(_ start: String, words: Set<String>) -> String? {
    let scalars = Array(start.unicodeScalars)
    guard let first = scalars.first else { return nil }
    if LabelShape.isOpening(first) {
      let close = LabelShape.closing(of: scalars)
      if let close, first == "(", scalars[close] == ")" {
        let content = LabelShape.text(scalars[1..<close])
        if words.contains(content) { return nil }
        if LabelShape.isCapitals(content) { return LabelShape.text(scalars[...close]) }
      }
      return matchLevel(scalars, close: close)
    }
    return matchUnopened(scalars)
  }

  /// `( S )`, `[Secret]`, `(s//bravo)`, `(S text`.
  private func matchLevel(_ scalars: [Unicode.Scalar], close: Int?) -> String? {
    var start = 1
    // `((s))` and `[(Secret)]` too.
    while start < scalars.count,
      scalars[start].properties.isWhitespace || LabelShape.isOpening(scalars[start])
    {
      start += 1
    }
    let rest = Array(LabelShape.folded(LabelShape.text(scalars[start...])).unicodeScalars)
    let whole = LabelShape.text(scalars[...(close ?? min(scalars.count - 1, start + 12))])
    for mark in marks where rest.starts(with: mark) && LabelShape.ends(rest, at: mark.count) {
      return whole
    }
    for name in names where rest.starts(with: name) && LabelShape.ends(rest, at: name.count) {
      // A sentence in parentheses may begin with a level's name: "(Secret ballots were held.)"
      let next = rest[name.count...].first { !$0.properties.isWhitespace }
      let isNameAlone = next.map { LabelShape.isClosing($0) || $0 == "/" } ?? true
      if isNameAlone || close == nil { return whole }
    }
    return nil
  }

  /// `S) text`, `Secret] text`, `S//BRAVO) text`.
  private func matchUnopened(_ scalars: [Unicode.Scalar]) -> String? {
    let rest = Array(LabelShape.folded(LabelShape.text(scalars[...])).unicodeScalars)
    for word in marks + names where rest.starts(with: word) {
      var end = word.count
      while end < rest.count, rest[end].properties.isWhitespace { end += 1 }
      if end + 1 < rest.count, rest[end] == "/", rest[end + 1] == "/" {
        while end < rest.count, LabelShape.isPart(rest[end]) { end += 1 }
      }
      if end < rest.count, LabelShape.isClosing(rest[end]) {
        return String(String.UnicodeScalarView(rest[...end]))
      }
    }
    return nil
  }

  /// A capital first, then only capitals, digits, spaces and `/ , : + - .`
  static func isCapitals(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isCapital(first) else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      isCapital(scalar) || scalar.properties.numericType != nil
        || scalar.properties.isWhitespace || "/,:+-.".unicodeScalars.contains(scalar)
    }
  }

  /// Whether a label goes on with this.
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.isWhitespace || "/,:+-.".unicodeScalars.contains(scalar)
  }

  private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .uppercaseLetter
      || scalar.properties.generalCategory == .titlecaseLetter
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .openPunctuation && scalar != "\u{FD3F}"
      || scalar == "<" || scalar == "\u{FD3E}"
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .closePunctuation && scalar != "\u{FD3E}"
      || scalar == ">" || scalar == "\u{FD3F}"
  }

  /// Where the bracket that opens the text is closed.
  private static func closing(of scalars: [Unicode.Scalar]) -> Int? {
    var depth = 0
    for (index, scalar) in scalars.enumerated() {
      if isOpening(scalar) { depth += 1 }
      if isClosing(scalar) {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  private static func ends(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index < scalars.count else { return true }
    return !scalars[index].properties.isAlphabetic && scalars[index].properties.numericType == nil
      && scalars[index] != "'" && scalars[index] != "\u{2019}"
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// Lower case, with letters of other scripts that look like Latin ones turned into these, and white
  /// space of any kind and length as one space.
  private static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      guard scalar.properties.isWhitespace else {
        result.append(lookalikes[scalar] ?? scalar)
        continue
      }
      if result.last != " " { result.append(" ") }
    }
    return String(result)
  }

  private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = "аaвbсcеeнhіiјjкkмmоoрpѕsтtхxуyԁdԛqԝwαaβbεeηhιiκkμmνnοoρpτtυuχx"
    var result: [Unicode.Scalar: Unicode.Scalar] = [:]
    let scalars = Array(pairs.unicodeScalars)
    for index in stride(from: 0, to: scalars.count - 1, by: 2) {
      result[scalars[index]] = scalars[index + 1]
    }
    return result
  }()
}
