internal import Diagnostics

/// A briefing of which an audience gets less than half the text: what is left may say something
/// else than the whole.
struct MostlyWithheld: Rule {
  let about = RuleDescription(
    code: "meaning/mostly-withheld", severity: .warning,
    summary: "an edition of a briefing in which more than half of the body is withheld")

  /// A sentence more or less than half is no reason to write anew.
  private static let margin = 15

  func review(_ paper: Paper, _ report: inout Report) {
    var most: Readers = []
    for index in paper.policy.audiences.indices where paper.titled.contains(at: index) {
      var shown = 0
      var lost = 0
      for passage in paper.passages where passage.isBodyText || passage.kind == .code {
        if passage.shown.contains(at: index) { shown += passage.words.count }
        if passage.lost.contains(at: index) { lost += passage.words.count }
      }
      // An edition that nothing of the body is left of lives by its summary, and says so.
      if shown > 0, lost > shown + Self.margin {
        most.insert(Readers(at: index))
      }
    }
    guard !most.isEmpty else { return }
    report.add(
      at: paper.place(line: paper.front.line(of: "title")),
      "more than half of the body is withheld from \(paper.names(most))",
      help: "write versions for them with '::: tear', or name in 'audiences' who it is for")
  }
}
