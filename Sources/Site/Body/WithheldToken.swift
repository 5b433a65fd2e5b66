/// What stands where something was withheld: `{{withheld}}` or `{{withheld:GROUND}}`.
enum WithheldToken {
  /// A part of a text.
  enum Part: Equatable {
    /// Text without a token.
    case text(Substring)
    /// A token and the ground it names.
    case token(ground: String?)
  }

  /// False where there is no token in `text`, as in most texts.
  static func mayBe(in text: String) -> Bool { text.holds { $0 == UInt8(ascii: "{") } }

  /// `text` cut at its tokens; empty texts are left out.
  static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var start = text.startIndex
    var cursor = text.startIndex
    while let open = text.utf8[cursor...].firstIndex(of: UInt8(ascii: "{")) {
      guard let token = token(in: text[open...]) else {
        cursor = text.utf8.index(after: open)
        continue
      }
      if start < open { parts.append(.text(text[start..<open])) }
      parts.append(.token(ground: token.ground))
      start = token.end
      cursor = token.end
    }
    if start < text.endIndex { parts.append(.text(text[start...])) }
    return parts
  }

  /// The ground of the token that `text` is, with nothing beside it; nil where it is none.
  static func alone(in text: String) -> (ground: String?, Void)? {
    guard let token = token(in: text[...]), token.end == text.endIndex else { return nil }
    return (token.ground, ())
  }

  private static func token(in text: Substring) -> (ground: String?, end: String.Index)? {
    let opening = "{{withheld"
    guard text.utf8.starts(with: opening.utf8) else { return nil }
    let rest = text.utf8.dropFirst(opening.utf8.count)
    guard let brace = rest.firstIndex(of: UInt8(ascii: "}")),
      rest[brace...].starts(with: "}}".utf8)
    else { return nil }
    let end = rest.index(brace, offsetBy: 2)
    if brace == rest.startIndex { return (nil, end) }
    guard rest.first == UInt8(ascii: ":") else { return nil }
    let ground = rest[rest.index(after: rest.startIndex)..<brace]
    return ground.isEmpty ? nil : (String(Substring(ground)), end)
  }
}
