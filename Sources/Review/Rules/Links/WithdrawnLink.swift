internal import Diagnostics
internal import Manuscript

/// A reference to a briefing that was withdrawn: its readers find a notice there, and no text.
struct WithdrawnLink: Rule {
  let about = RuleDescription(
    code: "link/withdrawn", severity: .note,
    summary: "a reference to a briefing that was withdrawn")

  func review(_ library: Library, _ report: inout Report) {
    for (briefing, link) in library.references
    where briefing.front.status == .published
      && !library.tellingOfWithdrawal.contains(briefing.path)
    {
      // Where another has taken its place, `link/superseded` names that one.
      let target = library.briefing(link.id, in: briefing.front.language)
      guard target?.front.status == .withdrawn, library.successors[link.id] == nil else {
        continue
      }
      report.add(
        at: Place(briefing.path, line: link.line),
        "a reference to '\(link.id)', which was withdrawn",
        help: "take the reference out, or say in the text that it was withdrawn")
    }
  }

  private static let words = WordSet(
    "withdrawn withdrew withdraw withdrawal retracted ingetrokken intrekking intrekken trok")

  /// Whether a text of the briefing tells its readers that something was withdrawn.
  static func isTold(in paper: Paper) -> Bool {
    paper.passages.contains { passage in
      passage.kind != .code && passage.words.contains(where: words.contains)
    }
  }
}
