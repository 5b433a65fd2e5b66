internal import Calendar
internal import Diagnostics
internal import Manuscript

/// A downgrade that takes effect within 90 days: more people will read this then.
struct DowngradeDue: Rule {
  let about = RuleDescription(
    code: "date/downgrade-due", severity: .note,
    summary: "a downgrade that takes effect within 90 days")

  private static let days = 90

  func review(_ paper: Paper, _ report: inout Report) {
    let levels = paper.policy.scheme.levels
    for downgrade in paper.front.downgrades {
      let left = downgrade.date.ordinal - paper.asOf.ordinal
      guard left > 0, left <= Self.days, paper.front.status != .withdrawn else { continue }
      report.add(
        at: paper.place(line: downgrade.line),
        "what is marked \(levels[downgrade.from]) becomes \(levels[downgrade.to]) in "
          + "\(left) day\(left == 1 ? "" : "s"), on \(downgrade.date)",
        help: "read it once more as its new readers will; change the date if it is too early")
    }
  }
}
