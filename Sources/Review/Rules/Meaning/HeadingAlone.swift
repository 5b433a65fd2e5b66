internal import Diagnostics

/// A heading that an audience sees with nothing of its section below it: the heading tells what is
/// withheld, and nothing else.
///
/// Where an edition omits, such a heading goes by itself; so this looks at editions that mark. In
/// either style an audience that has a version of the title and nothing below it gets nothing.
struct HeadingAlone: Rule {
  let about = RuleDescription(
    code: "meaning/heading-alone", severity: .warning,
    summary: "a heading that is all that an audience sees of its section")

  func review(_ paper: Paper, _ report: inout Report) {
    reviewTitle(paper, &report)
    let marking = paper.policy.audiences.enumerated().reduce(into: Readers()) { readers, audience in
      if audience.element.redaction == .mark { readers.insert(Readers(at: audience.offset)) }
    }
    for (index, passage) in paper.passages.enumerated() {
      guard case .heading(let level) = passage.kind else { continue }
      if isEmpty(after: index, level, paper) {
        report.add(
          at: paper.place(line: passage.line), "a heading with nothing below it",
          help: "write the section, or delete the heading")
        continue
      }
      var left: Readers = []
      var lost: Readers = []
      for text in section(of: index, level, paper) {
        left.formUnion(text.shown)
        lost.formUnion(text.lost)
      }
      let alone = passage.shown.intersection(paper.titled).intersection(marking)
        .intersection(lost).subtracting(left)
      guard !alone.isEmpty else { continue }
      report.add(
        at: paper.place(line: passage.line),
        "\(paper.names(alone)) may read this heading and nothing of what stands below it",
        help: "mark the heading as what it is about, or write a version of the section for them")
    }
  }

  private func reviewTitle(_ paper: Paper, _ report: inout Report) {
    // Where `audiences:` names them, NothingForAudience says so.
    guard paper.front.audiences == nil, paper.front.status != .withdrawn else { return }
    let given = paper.passages.reduce(into: Readers()) { readers, passage in
      if passage.kind == .summary || passage.isBodyText || passage.kind == .code {
        readers.formUnion(passage.shown)
      }
    }
    for title in paper.passages where title.kind == .title {
      let alone = title.shown.subtracting(given)
      guard !alone.isEmpty else { continue }
      report.add(
        at: paper.place(line: title.line),
        "\(paper.names(alone)) may read this title and nothing of summary and body, and so gets "
          + "nothing",
        help: "write a version of the summary for them, or name in 'audiences' who it is for")
    }
  }

  /// Whether the briefing ends behind a heading, or another that is not below it follows at once.
  private func isEmpty(after index: Int, _ level: Int, _ paper: Paper) -> Bool {
    guard index + 1 < paper.passages.count else { return true }
    guard case .heading(let next) = paper.passages[index + 1].kind else { return false }
    return next <= level
  }

  /// The texts up to the next heading of this level or a higher one.
  private func section(of index: Int, _ level: Int, _ paper: Paper) -> [Passage] {
    let rest = paper.passages[(index + 1)...].prefix { passage in
      if case .heading(let other) = passage.kind { other > level } else { true }
    }
    return rest.filter {
      switch $0.kind {
      case .paragraph, .cell, .code: true
      default: false
      }
    }
  }
}
