internal import Diagnostics
internal import Manuscript

/// A briefing that two others supersede, or one that supersedes a newer one: which of them holds?
struct SupersededTwice: Rule {
  let about = RuleDescription(
    code: "link/supersedes-order", severity: .warning,
    summary: "a briefing that two others supersede, or that an older one does")

  func review(_ library: Library, _ report: inout Report) {
    for briefing in library.briefings {
      guard let version = briefing.front.supersedes?.versions.first else { continue }
      let place = Place(briefing.path, line: version.line)
      if let other = library.briefing(version.value, in: briefing.front.language),
        other.front.issued > briefing.front.issued
      {
        report.add(
          at: place, "this briefing supersedes one that was issued later",
          help: "check both dates of issue and which of the two is to hold")
      }
      let rivals = (library.successors[version.value] ?? []).filter { $0 != briefing.front.id }
      if let rival = rivals.min(), briefing.front.status != .draft {
        report.add(
          at: place, "'\(rival)' supersedes the same briefing",
          help: "let one of them supersede the other")
      }
    }
  }
}
