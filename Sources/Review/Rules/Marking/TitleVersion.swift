internal import Diagnostics

/// An audience that may read some of a briefing and none of its titles: it gets nothing.
struct TitleVersion: Rule {
  let about = RuleDescription(
    code: "marking/title-version", severity: .warning,
    summary: "an audience that may read the body and has no version of the title",
    guardsVisibility: true)

  /// Whether a briefing is kept from an audience for want of a title.
  static func lacks(_ audience: String, _ paper: Paper) -> Bool {
    paper.policy.audiences.firstIndex { $0.id == audience }
      .map { readers(of: paper).contains(at: $0) } ?? false
  }

  private static func readers(of paper: Paper) -> Readers {
    guard paper.front.status != .withdrawn else { return [] }
    let readers = paper.passages.reduce(into: Readers()) { readers, passage in
      if passage.isBodyText || passage.kind == .summary { readers.formUnion(passage.shown) }
    }
    return readers.subtracting(paper.titled)
  }

  func review(_ paper: Paper, _ report: inout Report) {
    let readers = Self.readers(of: paper)
    guard !readers.isEmpty else { return }
    report.add(
      at: paper.place(line: paper.front.line(of: "title")),
      "\(paper.names(readers)) may read text of this briefing and no version of its title, and so "
        + "gets nothing of it",
      help: "add a version of the title for them, or name in 'audiences' who it is for")
  }
}
