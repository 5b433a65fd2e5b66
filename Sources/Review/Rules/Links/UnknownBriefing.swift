internal import Diagnostics
internal import Manuscript

/// A reference to a briefing that is not there.
struct UnknownBriefing: Rule {
  let about = RuleDescription(
    code: "link/unknown-briefing", severity: .warning,
    summary: "a reference to an id that no briefing has")

  func review(_ library: Library, _ report: inout Report) {
    for (briefing, link) in library.references + library.superseded
    where library.byID[link.id] == nil && !library.unread.contains(link.id) {
      report.add(
        at: Place(briefing.path, line: link.line),
        "a reference to '\(link.id.prefix(40))', which no briefing has",
        help: Suggestion.help(for: link.id, among: library.byID.keys) ?? "check the id")
    }
  }
}
