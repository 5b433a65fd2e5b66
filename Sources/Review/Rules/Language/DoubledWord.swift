internal import Diagnostics
internal import Manuscript

/// A word that stands twice in a row: `the the`, `op op`.
struct DoubledWord: Rule {
  let about = RuleDescription(
    code: "language/doubled-word", severity: .warning, summary: "a word that stands twice in a row")

  func review(_ paper: Paper, _ report: inout Report) {
    guard let allowed = Self.allowed[paper.front.language] else { return }
    for passage in paper.passages where passage.kind != .code {
      for (index, pair) in zip(passage.words, passage.words.dropFirst()).enumerated()
      where isDoubled(pair, in: passage.bytes) && !allowed.contains(pair.1) {
        report.add(
          at: paper.place(of: index + 1, in: passage), "a word that stands twice in a row",
          help: "delete one of the two")
      }
    }
  }

  private func isDoubled(_ pair: (Word, Word), in bytes: [UInt8]) -> Bool {
    let (first, second) = pair
    guard first.hash == second.hash,
      second.traits.isDisjoint(with: [.digit, .code, .quoted, .capital]),
      first.end < second.start
    else { return false }
    // "Very, very": anything but space between the two, and they are two.
    return bytes[first.end..<second.start].allSatisfy { $0 <= 0x20 }
  }

  /// Words that a sentence may hold twice in a row: `that that`, `log in in`, `die die`, `komt aan aan`.
  private static let allowed = [
    "en": WordSet(
      "that had is was do did her his in on up out off over by no so very far long ha bye what who"),
    "nl": WordSet(
      "die dat dit zijn was waren is als haar ze zij hun u we wij je jij er het een wie wat "
        + "in aan op uit af om toe mee bij voor over door na onder tegen rond langs weg heel zeer"),
  ]
}
