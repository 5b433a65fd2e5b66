internal import Diagnostics
internal import Manuscript

/// Advice that asks for nothing: "Extra vigilance at the gates" instead of "Check every pass".
struct AdviceVerb: Rule {
  let about = RuleDescription(
    code: "meaning/advice-verb", severity: .warning, summary: "advice without a verb")

  func review(_ paper: Paper, _ report: inout Report) {
    guard let verbs = Verbs.of(paper.front.language) else { return }
    for passage in paper.passages {
      guard case .advice = passage.kind, verbs.isNamed(passage), !verbs.stand(in: passage)
      else { continue }
      report.add(
        at: paper.place(of: 0, in: passage), "advice without a verb that says what to do",
        help: "begin with what to do, such as 'Check …' or 'Call …'")
    }
  }
}
