internal import Diagnostics
internal import Manuscript

/// A briefing whose words are those of another language than its field says.
///
/// Every rule of language, the site and its search go by the field.
struct OtherLanguage: Rule {
  let about = RuleDescription(
    code: "language/other-language", severity: .warning,
    summary: "a text in another language than 'language' says")

  func review(_ paper: Paper, _ report: inout Report) {
    guard Self.telling[paper.front.language] != nil else { return }
    let counts = Self.telling.mapValues { words in
      paper.passages.reduce(0) {
        $0 + ($1.kind == .code ? 0 : $1.words.count(where: words.contains))
      }
    }
    let own = counts[paper.front.language] ?? 0
    guard let other = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }),
      other.key != paper.front.language, other.value >= 12, other.value > own * 4
    else { return }
    report.add(
      at: paper.place(line: paper.front.line(of: "language")),
      "a text that is not written in '\(paper.front.language)' but, by its words, in '\(other.key)'",
      help: paper.policy.languages.contains(other.key)
        ? "write 'language: \(other.key)'" : "check 'language' and the policy's 'languages'")
  }

  /// Frequent words of a language that the others here do not have.
  private static let telling = [
    "en": WordSet(
      "the and of to with by from this that these are were has have been not they their which when "
        + "where who what will would there it its you your"),
    "nl": WordSet(
      "het een van de en met voor door uit aan naar dit deze zijn werd worden wordt heeft hebben "
        + "niet zij hun wanneer wie wat zal zouden er ook maar bij uw"),
  ]
}
