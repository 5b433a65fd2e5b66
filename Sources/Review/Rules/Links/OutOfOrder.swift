internal import Calendar
internal import Diagnostics
internal import Manuscript

/// A revision or a withdrawal that lies before the day on which the briefing was issued, or ahead:
/// pages and feeds show it as the day of the last change.
///
/// Of a briefing that is itself prepared for a later day, revisions ahead are not looked at; but without
/// an embargo it would be out today.
struct OutOfOrder: Rule {
  let about = RuleDescription(
    code: "date/out-of-order", severity: .warning,
    summary: "a day of issue, a revision or a withdrawal that cannot be")

  func review(_ paper: Paper, _ report: inout Report) {
    let front = paper.front
    if front.issued > paper.asOf, front.status == .published, front.embargo == nil,
      front.embargoes.isEmpty
    {
      report.add(
        at: paper.place(line: front.line(of: "issued")),
        "published today, with a day of issue that is yet to come",
        help: "add 'embargo: \(front.issued)', or correct the date")
    }
    let given =
      front.revisions.flatMap { dates($0.date, "a revision") }
      + dates(front.withdrawal.date, "a withdrawal")
    for (date, what) in given {
      let place = paper.place(line: date.line)
      if date.value < front.issued {
        report.add(
          at: place, "\(what) that lies before 'issued'", help: "correct one of the two dates")
      } else if date.value > paper.asOf, front.issued <= paper.asOf {
        report.add(
          at: place, "\(what) on a day that is yet to come, shown as the last change",
          help: "correct the date, or add it on that day")
      }
    }
  }

  private func dates(_ field: Field<Day>?, _ what: String) -> [(Portion<Day>, String)] {
    (field?.versions ?? []).map { ($0, what) }
  }
}
