internal import Diagnostics

/// An audience that may read some of a briefing and none of its titles: it gets nothing.
struct TitleVersion: Rule {
  let about = RuleDescription(
    code: "marking/title-version", severity: .warning,
    summary: "an audience that may read the body and has no version of the title",
    guardsVisibility: true)

  func review(_ paper: Paper, _ report: inout Report) {
    guard paper.front.status != .withdrawn else { return }
    var readers: Readers = []
    for passage in paper.passages where passage.isBodyText || passage.kind == .summary {
      readers.formUnion(passage.shown)
    }
    readers.subtract(paper.titled)
    guard !readers.isEmpty else { return }
    report.add(
      at: paper.place(line: paper.front.line(of: "title")),
      "\(paper.names(readers)) may read text of this briefing and no version of its title, and so "
        + "gets nothing of it",
      help: "add a version of the title for them, or name in 'audiences' who it is for")
  }
}
