internal import Diagnostics
internal import Manuscript
internal import Marking

/// A portion that nobody will ever read, for a reason that no other rule names.
struct NoReader: Rule {
  let about = RuleDescription(
    code: "marking/no-reader", severity: .warning,
    summary: "a portion that no audience can see", guardsVisibility: true)

  func review(_ paper: Paper, _ report: inout Report) {
    for unread in paper.unread where unread.reason == .others {
      report.add(
        at: paper.place(line: unread.portion.line),
        "a portion marked \(paper.policy.scheme.text(unread.portion.label)) that no audience can see",
        help: "lower its mark, give a version that somebody may read, or take it out")
    }
  }
}
