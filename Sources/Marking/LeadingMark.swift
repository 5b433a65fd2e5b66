/// What stands at the start of a text, where a leading mark would stand.
public enum LeadingMark: Hashable, Sendable {
  /// No mark, and nothing that looks like one.
  case none
  /// A mark; the text begins at `end`, a UTF-8 offset behind the mark and the white space after it.
  case mark(Label, end: Int)
  /// A known label with no space behind it.
  case missingSpace
  /// Something that looks like a label and is not one: the part that does.
  case unknown(String)

  /// Reads the start of `text`.
  ///
  /// - Parameters:
  ///   - text: UTF-8, without white space at its start.
  ///   - flattened: gives the text as a reader would see it (entities decoded, markup gone, NFKC);
  ///     asked only where the first bytes leave it open.
  public static func read(
    _ text: ArraySlice<UInt8>, scheme: MarkingScheme, words: Set<String>,
    flattened: () -> String
  ) -> LeadingMark {
    if text.first == UInt8(ascii: "("),
      let close = text.firstIndex(of: UInt8(ascii: ")"))
    {
      let content = String(decoding: text[(text.startIndex + 1)..<close], as: UTF8.self)
      if let label = scheme.label(content) {
        var end = close + 1
        guard end == text.endIndex || isSpace(text[end]) else { return .missingSpace }
        while end < text.endIndex, isSpace(text[end]) { end += 1 }
        return .mark(label, end: end - text.startIndex)
      }
    }
    guard mayLookLikeMark(text, scheme: scheme) else { return .none }
    return scheme.shape.match(flattened(), words: words).map(LeadingMark.unknown) ?? .none
  }

  /// Whether the first bytes could be those of something that looks like a mark: only a bracket,
  /// markup, an entity, another script, or a short word with a bracket behind it.
  private static func mayLookLikeMark(_ text: ArraySlice<UInt8>, scheme: MarkingScheme) -> Bool {
    guard let first = text.first else { return false }
    let isLetter = (0x41...0x5A).contains(first & 0xDF)
    guard isLetter else { return first != UInt8(ascii: "\\") }
    guard scheme.shape.canBegin(text) else { return false }
    // `S//BRAVO) text`, however long the label is.
    if text.prefix(scheme.shape.longest + 4).contains(UInt8(ascii: "/")) { return true }
    return text.prefix(scheme.shape.longest * 3 + 8).contains { byte in
      byte >= 0x80 || [0x29, 0x5D, 0x7D, 0x3E, 0x26, 0x2A, 0x5F].contains(byte)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A
  }
}
