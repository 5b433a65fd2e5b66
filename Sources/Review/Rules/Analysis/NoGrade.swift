internal import Diagnostics

/// A source without a grade for reliability and credibility.
struct NoGrade: Rule {
  let about = RuleDescription(
    code: "analysis/no-grade", severity: .warning, summary: "a source without a grade")

  func review(_ paper: Paper, _ report: inout Report) {
    for source in paper.front.sources where source.grade == nil {
      report.add(
        at: paper.place(line: source.line), "a source without a grade",
        help: "add 'grade:' with a letter A to F and a digit 1 to 6, such as B2")
    }
  }
}
