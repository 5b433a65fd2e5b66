internal import Diagnostics
internal import Manuscript

/// A judgement that names no source.
///
/// That an audience may read it and none of its sources is no finding: sources are what is withheld
/// first, and most often.
struct NoSource: Rule {
  let about = RuleDescription(
    code: "analysis/no-source", severity: .warning, summary: "a judgement without a source")

  func review(_ paper: Paper, _ report: inout Report) {
    for judgement in paper.front.judgements where judgement.sources.isEmpty {
      report.add(
        at: paper.place(line: judgement.line), "a judgement that names no source",
        help: "add 'sources:' with ids of the briefing's sources")
    }
  }
}
