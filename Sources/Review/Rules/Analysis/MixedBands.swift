internal import Diagnostics
internal import Manuscript

/// A judgement with two likelihoods: "likely or very likely" is neither.
struct MixedBands: Rule {
  let about = RuleDescription(
    code: "analysis/mixed-bands", severity: .warning, summary: "a judgement with two likelihoods")

  func review(_ paper: Paper, _ report: inout Report) {
    guard let scale = paper.scaleWords else { return }
    for passage in paper.passages where passage.isJudgement {
      let terms = scale.likelihoods(in: passage.words, strictly: true).filter { $0.value != nil }
      guard let other = terms.first(where: { $0.value != terms.first?.value }) else { continue }
      report.add(
        at: paper.place(of: other.words.lowerBound, in: passage),
        "a judgement with two words of likelihood",
        help: "choose one; make a judgement of its own for each thing that is judged")
    }
  }
}
