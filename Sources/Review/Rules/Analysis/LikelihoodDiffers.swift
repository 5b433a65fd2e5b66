internal import Diagnostics
internal import Manuscript

/// A judgement whose text says another likelihood than its field `likelihood`.
struct LikelihoodDiffers: Rule {
  let about = RuleDescription(
    code: "analysis/likelihood-differs", severity: .warning,
    summary: "a judgement whose words and field 'likelihood' differ")

  func review(_ paper: Paper, _ report: inout Report) {
    guard let scale = paper.scaleWords else { return }
    for passage in paper.passages {
      guard case .judgement(let number) = passage.kind,
        let field = paper.front.judgements[number].likelihood
      else { continue }
      let terms = scale.likelihoods(in: passage.words, strictly: true)
      let values = Set(terms.compactMap(\.value))
      guard let term = terms.first(where: { $0.value != nil }), values.count == 1,
        !field.versions.contains(where: { $0.value == term.value })
      else { continue }
      report.add(
        at: paper.place(of: term.words.lowerBound, in: passage),
        "a word of likelihood that is not the one of the judgement's field 'likelihood'",
        help: "say the same in both")
    }
  }
}
