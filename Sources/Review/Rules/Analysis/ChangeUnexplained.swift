internal import Diagnostics
internal import Manuscript

/// A judgement that differs from the one it supersedes, or says that it does, and does not say why.
///
/// A judgement supersedes the one with the same id in the briefing that `supersedes` names.
struct ChangeUnexplained: Rule {
  let about = RuleDescription(
    code: "analysis/change-unexplained", severity: .warning,
    summary: "a judgement that changed and does not say why")

  func review(_ library: Library, _ report: inout Report) {
    for briefing in library.briefings {
      let older = briefing.front.supersedes?.versions.first.flatMap {
        library.briefing($0.value, in: briefing.front.language)
      }
      for judgement in briefing.front.judgements {
        if judgement.changedFrom != nil, judgement.changedBecause == nil {
          report.add(
            at: Place(briefing.path, line: judgement.changedFrom?.versions.first?.line),
            "a judgement that changed and does not say why", help: "add 'because:' under 'changed:'"
          )
          continue
        }
        if judgement.changedFrom == nil, let because = judgement.changedBecause?.versions.first {
          report.add(
            at: Place(briefing.path, line: because.line),
            "a judgement that changed and does not say from what",
            help: "add 'from:' under 'changed:', with the term that it had")
          continue
        }
        guard let older, let id = judgement.id,
          let before = older.front.judgements.first(where: { $0.id == id }),
          differ(judgement, before)
        else { continue }
        if let from = judgement.changedFrom?.versions.first {
          report.add(
            at: Place(briefing.path, line: from.line),
            "'changed' names another likelihood than '\(id)' of \(older.front.id) has",
            help: "write after 'from:' what that judgement says")
          continue
        }
        report.add(
          at: Place(briefing.path, line: judgement.line),
          "a judgement with another likelihood than '\(id)' of \(older.front.id), which it "
            + "supersedes, and no word on why",
          help: "add 'changed:' with 'from:' and 'because:', or give the judgement another id")
      }
    }
  }

  private func differ(_ new: JudgementFields, _ old: JudgementFields) -> Bool {
    guard let now = new.likelihood?.versions.map(\.value),
      let before = old.likelihood?.versions.map(\.value), Set(now).isDisjoint(with: before)
    else { return false }
    guard let from = new.changedFrom?.versions.map(\.value) else { return true }
    return Set(from).isDisjoint(with: before)
  }
}
