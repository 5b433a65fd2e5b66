internal import Diagnostics

/// Advice that nobody is to carry out.
struct AdviceOwner: Rule {
  let about = RuleDescription(
    code: "meaning/advice-owner", severity: .warning, summary: "advice without an owner")

  func review(_ paper: Paper, _ report: inout Report) {
    for advice in paper.front.advice where advice.by == nil {
      report.add(
        at: paper.place(line: advice.line), "advice that does not say who carries it out",
        help: "add 'by:' with a function, such as the duty officer")
    }
  }
}
