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
  private static let phrases = Phrases(["lorem ipsum", "nog invullen", "nog in te vullen"])

  private func todo(in passage: Passage) -> Int? {
    // Who is not known yet, AdviceOwner asks for.
    if case .adviceDetail = passage.kind { return nil }
    guard passage.kind != .code else { return nil }
    return passage.words.indices.first { index in
      let word = passage.words[index]
      guard word.traits.isDisjoint(with: [.code, .quoted]) else { return false }
      return word.traits.contains(.allCapitals) && Self.capitals.contains(word)
        || Self.phrases.match(passage.words, at: index) != nil
    }
  }
}
