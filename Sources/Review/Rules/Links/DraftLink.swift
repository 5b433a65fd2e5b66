internal import Diagnostics
internal import Manuscript

/// A reference to a draft: no edition has it, so that nobody can follow the link.
struct DraftLink: Rule {
  let about = RuleDescription(
    code: "link/draft", severity: .warning,
    summary: "a reference to a draft, which is in no edition")

  func review(_ library: Library, _ report: inout Report) {
    for (briefing, link) in library.references + library.superseded
    where briefing.front.status == .published {
      let target = library.briefing(link.id, in: briefing.front.language)
      guard target?.front.status == .draft else { continue }
      report.add(
        at: Place(briefing.path, line: link.line),
        "a reference to '\(link.id)', which is a draft and in no edition",
        help: "publish it, or take the reference out until it is")
    }
  }
}
