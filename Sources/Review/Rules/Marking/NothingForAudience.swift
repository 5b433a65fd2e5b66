internal import Diagnostics
internal import Manuscript
internal import Marking

/// An audience that is named in `audiences:` and gets nothing of the briefing.
struct NothingForAudience: Rule {
  let about = RuleDescription(
    code: "marking/nothing-for-audience", severity: .warning,
    summary: "an audience named in 'audiences' that gets nothing of the briefing",
    guardsVisibility: true)

  func review(_ paper: Paper, _ report: inout Report) {
    let front = paper.front
    guard let named = front.audiences, front.status != .draft,
      paper.asOf >= front.embargo ?? paper.asOf
    else { return }
    let released = front.compilation?.releaseTo
    for (audience, candidate) in zip(paper.policy.audiences, paper.candidates)
    where candidate == nil && named.contains(audience.id)
      && paper.asOf >= front.embargoes[audience.id] ?? paper.asOf
      && !TitleVersion.lacks(audience.id, paper)
    {
      let isCompiled =
        released.map { !$0.contains(audience.id) } ?? false
        && !audience.clearance.isCleared(for: front.classification)
      report.add(
        at: paper.place(line: front.line(of: "audiences")),
        "'\(audience.id)' is named in 'audiences' and gets nothing of this briefing",
        help: isCompiled
          ? "name it in 'release-to' of 'compilation' too, or not here"
          : "give it a version of the title and something of the body, or do not name it")
    }
  }
}
