internal import Diagnostics
internal import Manuscript

/// A sentence of an outline that nobody replaced, or a word that says that something is still to be
/// written.
///
/// A draft is let off: it is there to be filled in.
struct Placeholder: Rule {
  let about = RuleDescription(
    code: "language/placeholder", severity: .warning,
    summary: "a text that is still to be written")

  func review(_ paper: Paper, _ report: inout Report) {
    guard paper.front.status != .draft else { return }
    for passage in paper.passages {
      if let word = paper.book.outlines.sentence(in: passage) {
        report.add(
          at: paper.place(of: word, in: passage), "a sentence of the outline that nobody replaced",
          help: "write what it asks for, or delete it")
      } else if let word = todo(in: passage) {
        report.add(
          at: paper.place(of: word, in: passage),
          "a word that says that something is still to come",
          help: "write what is to stand here; notes to colleagues go into 'remarks'")
      }
    }
  }

  /// Written in capitals, they say so in any text.
  static let capitals = WordSet("todo fixme tbd tbc xxx ntb")
  private static let phrases = Phrases([
    "lorem ipsum", "to be completed", "to be added", "to be confirmed", "to be written",
    "nog invullen", "nog in te vullen", "nader in te vullen", "nog aanvullen", "nog aan te vullen",
    "nog uitzoeken", "nog uit te zoeken", "nog navragen", "nog te bepalen", "nog nagaan",
  ])
  /// What stands in brackets where a word is still to come: `[date]`.
  private static let slots = WordSet(
    "date datum name naam place plaats number aantal title titel source bron link url text tekst "
      + "time tijd location locatie here hier")
  private static let fillers = WordSet("insert fill in invullen van of the a de het your uw")
  private static let doubleX = Word.hash("xx")
  private static let centuries = WordSet("century centuries eeuw")

  private func todo(in passage: Passage) -> Int? {
    // Who is not known yet, AdviceOwner asks for.
    if case .adviceDetail = passage.kind { return nil }
    guard passage.kind != .code else { return nil }
    return passage.words.indices.first { index in
      let word = passage.words[index]
      guard word.traits.isDisjoint(with: [.code, .quoted]) else { return false }
      return word.traits.contains(.allCapitals) && Self.capitals.contains(word)
        || isSlot(index, passage.words, passage.bytes) || isDoubleX(index, passage.words)
        || Self.phrases.match(passage.words, at: index) != nil
    }
  }

  /// Up to four words in brackets that are no link, no reference and no inline mark.
  private func isSlot(_ index: Int, _ words: [Word], _ bytes: [UInt8]) -> Bool {
    guard words[index].start > 0, bytes[words[index].start - 1] == UInt8(ascii: "[") else {
      return false
    }
    let rest = words[index...].prefix(4)
    guard let last = rest.first(where: { $0.end < bytes.count && bytes[$0.end] == 0x5D }),
      last.end + 1 == bytes.count || ![0x28, 0x5B, 0x7B].contains(bytes[last.end + 1])
    else { return false }
    let inside = rest.prefix { $0.start <= last.start }
    return inside.contains(where: Self.slots.contains)
      && inside.allSatisfy { Self.slots.contains($0) || Self.fillers.contains($0) }
  }

  /// "XX towns", "XX september"; not "the XX century", nor a name.
  private func isDoubleX(_ index: Int, _ words: [Word]) -> Bool {
    guard words[index].hash == Self.doubleX, words[index].traits.contains(.allCapitals),
      index + 1 < words.count, words[index + 1].sentence == words[index].sentence
    else { return false }
    let next = words[index + 1]
    return next.traits.isDisjoint(with: [.capital, .opensClause]) && !Self.centuries.contains(next)
  }
}
