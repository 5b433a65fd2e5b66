internal import Diagnostics
internal import Manuscript

/// Likelihood and confidence in one sentence: readers take the one for the other (ICD 203,
/// D.6.e.(2)(a)).
struct LikelihoodAndConfidence: Rule {
  let about = RuleDescription(
    code: "analysis/likelihood-confidence", severity: .warning,
    summary: "likelihood and confidence in one sentence")

  func review(_ paper: Paper, _ report: inout Report) {
    guard let scale = paper.scaleWords else { return }
    for passage in paper.passages where states(passage) {
      let confidences = scale.confidences(in: passage.words)
      guard !confidences.isEmpty else { continue }
      let terms = scale.likelihoods(in: passage.words, strictly: passage.isJudgement)
      let sentences = Set(terms.map { passage.words[$0.words.lowerBound].sentence })
      for confidence in confidences
      where sentences.contains(passage.words[confidence].sentence) {
        report.add(
          at: paper.place(of: confidence, in: passage),
          "likelihood and confidence in one sentence",
          help: "say in a sentence of its own, or in the field 'confidence', how sure you are")
      }
    }
  }

  /// Whether a text says what the service thinks, in sentences or in short.
  private func states(_ passage: Passage) -> Bool {
    passage.isProse || [.title, .field, .cell].contains(passage.kind)
  }
}
