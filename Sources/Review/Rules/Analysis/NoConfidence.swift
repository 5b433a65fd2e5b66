internal import Diagnostics
internal import Manuscript

/// A judgement that does not say how likely it is, or how sure the service is of that.
struct NoConfidence: Rule {
  let about = RuleDescription(
    code: "analysis/no-confidence", severity: .warning,
    summary: "a judgement without a likelihood, or without confidence")

  func review(_ paper: Paper, _ report: inout Report) {
    for judgement in paper.front.judgements {
      if judgement.likelihood == nil {
        report.add(
          at: paper.place(line: judgement.line), "a judgement that does not say how likely it is",
          help: "add 'likelihood:' with a term of the scale")
      } else if judgement.confidence == nil, paper.policy.scales["confidence"] != nil {
        report.add(
          at: paper.place(line: judgement.line),
          "a judgement with a likelihood that does not say how sure you are",
          help: "add 'confidence:' with a term of the scale")
      }
    }
  }
}
