internal import Diagnostics

/// Advice without a time.
struct AdviceTime: Rule {
  let about = RuleDescription(
    code: "meaning/advice-time", severity: .warning, summary: "advice without a time")

  func review(_ paper: Paper, _ report: inout Report) {
    for advice in paper.front.advice where advice.when == nil {
      report.add(
        at: paper.place(line: advice.line), "advice that does not say when",
        help: "add 'when:' with now, this-week or later")
    }
  }
}
