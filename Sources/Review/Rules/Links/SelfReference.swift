internal import Diagnostics
internal import Manuscript

/// A briefing that names itself among those that it is related to.
struct SelfReference: Rule {
  let about = RuleDescription(
    code: "link/self", severity: .warning, summary: "a briefing that is related to itself")

  func review(_ paper: Paper, _ report: inout Report) {
    for related in paper.front.related where related.value == paper.front.id {
      report.add(
        at: paper.place(line: related.line), "a briefing that is related to itself",
        help: "write the id of the other briefing, or delete it")
    }
  }
}
