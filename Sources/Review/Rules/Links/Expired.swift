internal import Calendar
internal import Diagnostics
internal import Manuscript

/// A published briefing whose last day has passed: its pages say so, and it counts no more.
struct Expired: Rule {
  let about = RuleDescription(
    code: "date/expired", severity: .note, summary: "a briefing whose last day has passed")

  func review(_ paper: Paper, _ report: inout Report) {
    guard let expires = paper.front.expires, expires < paper.asOf,
      paper.front.status == .published
    else { return }
    report.add(
      at: paper.place(line: paper.front.line(of: "expires")),
      "a briefing that expired on \(expires)",
      help: "give it a new date, supersede it, or leave it: its pages say that it has expired")
  }
}
