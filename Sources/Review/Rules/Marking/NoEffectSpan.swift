internal import Diagnostics
internal import Manuscript
internal import Marking

/// An inline mark that what is around it overrules: `[a word]{R}` in an S paragraph.
///
/// Marks in front of blocks, items, cells and fields, and those of containers, are looked at where
/// they are read.
struct NoEffectSpan: Rule {
  let about = RuleDescription(
    code: "marking/no-effect", severity: .warning,
    summary: "a mark that what is around it overrules", guardsVisibility: true)

  func review(_ paper: Paper, _ report: inout Report) {
    for passage in paper.passages where passage.text.hasMarks {
      check(passage.text, passage.label, passage, paper, &report)
    }
  }

  private func check(
    _ text: InlineText, _ around: Label, _ passage: Passage, _ paper: Paper,
    _ report: inout Report
  ) {
    let scheme = paper.policy.scheme
    for case .mark(let mark) in text.pieces {
      let joined = around.joined(with: mark.label)
      if joined == around, mark.label != around {
        report.add(
          at: paper.place(of: mark, in: passage),
          "the mark \(scheme.text(mark.label)) has no effect inside \(scheme.text(around))",
          help: "delete the mark, or mark what is around it lower")
      }
      check(mark.text, joined, passage, paper, &report)
    }
  }
}
