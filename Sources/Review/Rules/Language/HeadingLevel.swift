internal import Diagnostics
internal import Manuscript

/// A heading that skips a level below the one before it: who listens to a page or leafs through its
/// headings looks for what is not there.
struct HeadingLevel: Rule {
  let about = RuleDescription(
    code: "language/heading-level", severity: .warning,
    summary: "a heading that skips a level")

  func review(_ paper: Paper, _ report: inout Report) {
    var last: Int?
    for passage in paper.passages {
      guard case .heading(let level) = passage.kind else { continue }
      if let last, level > last + 1 {
        report.add(
          at: paper.place(line: passage.line), "a heading that skips a level",
          help: "write it with \(last + 1) signs: '\(String(repeating: "#", count: last + 1)) …'")
      }
      last = level
    }
  }
}
