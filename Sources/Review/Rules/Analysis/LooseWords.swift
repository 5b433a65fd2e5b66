internal import Diagnostics
internal import Manuscript

/// Words that leave open how likely something is, in a judgement, a summary or a title: `may`,
/// `could`, `mogelijk`, `niet uit te sluiten`.
struct LooseWords: Rule {
  let about = RuleDescription(
    code: "analysis/loose-words", severity: .warning,
    summary: "a word that leaves open how likely something is")

  func review(_ paper: Paper, _ report: inout Report) {
    guard let scale = paper.scaleWords else { return }
    let exceptions = LooseExceptions()
    for passage in paper.passages where passage.isAssessment {
      var places = scale.looseWords(in: passage.words, strictly: passage.isJudgement).filter {
        !exceptions.allow($0.words, in: passage)
      }.map(\.words.lowerBound)
      places += exceptions.partedPhrases(in: passage.words)
      for word in places {
        report.add(
          at: paper.place(of: word, in: passage),
          "a word that leaves open how likely something is",
          help: "use a word of the scale 'likelihood', or say what is known")
      }
    }
  }
}
