/// What a mark looks like, for marks that are ordinary letters elsewhere.
enum MarkForm {
  /// Whether a word stands as a mark does: `(S)`, `(S//…`, `{S}`, `{S|…`, `S//…`, `REL TO S`.
  static func isMark(_ word: Word, _ trail: WordTrail) -> Bool {
    let opens = word.before == UInt8(ascii: "(") || word.before == UInt8(ascii: "{")
    let closes =
      word.after == UInt8(ascii: ")") || word.after == UInt8(ascii: "}")
      || word.after == UInt8(ascii: "|")
    let slash = UInt8(ascii: "/")
    let isLabel = word.after == slash && word.afterNext == slash
    return opens && closes || isLabel || trail.isReleased
  }
}
