internal import Diagnostics
internal import Manuscript
internal import Marking

/// Release lists, one inside another, that leave nobody: a portion `REL TO BEL` in a container
/// `REL TO NLD`.
struct EmptyRelease: Rule {
  let about = RuleDescription(
    code: "marking/empty-release", severity: .warning,
    summary: "release lists that have no group in common", guardsVisibility: true)

  func review(_ paper: Paper, _ report: inout Report) {
    for unread in paper.unread where unread.reason == .emptyRelease {
      report.add(
        at: paper.place(line: unread.portion.line),
        "a release list that has no group in common with the one around it: nobody may read this",
        help: "name a group that both lists have, or move the portion out of the container")
    }
  }
}
