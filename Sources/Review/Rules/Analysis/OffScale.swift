internal import Diagnostics
internal import Manuscript

/// A word of likelihood that is not on the policy's scale, in a judgement, a summary or a title.
struct OffScale: Rule {
  let about = RuleDescription(
    code: "analysis/off-scale", severity: .warning,
    summary: "a word of likelihood that the policy's scale does not have")

  func review(_ paper: Paper, _ report: inout Report) {
    guard let scale = paper.scaleWords else { return }
    for passage in paper.passages where passage.isAssessment {
      for term in scale.likelihoods(in: passage.words, strictly: passage.isJudgement)
      where term.value == nil {
        report.add(
          at: paper.place(of: term.words.lowerBound, in: passage),
          "a word of likelihood that the scale does not have",
          help: "use a word of the scale 'likelihood', exactly as it is there")
      }
    }
  }
}

extension Passage {
  /// Whether it is the text of a judgement.
  var isJudgement: Bool {
    if case .judgement = kind { true } else { false }
  }

  /// Whether readers take it for what the service thinks.
  var isAssessment: Bool { kind == .title || kind == .summary || isJudgement }
}
