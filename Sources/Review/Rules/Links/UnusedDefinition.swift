internal import Diagnostics
internal import Manuscript
internal import Markdown

/// A footnote or a link definition that nothing refers to: it reaches no edition.
struct UnusedDefinition: Rule {
  let about = RuleDescription(
    code: "link/unused-definition", severity: .warning,
    summary: "a footnote or a link definition that nothing refers to")

  func review(_ paper: Paper, _ report: inout Report) {
    let defined = Definitions(of: paper.source.body.parts)
    guard !defined.lines.isEmpty else { return }
    var links: Set<String> = []
    var footnotes: Set<String> = []
    for passage in paper.passages where passage.isBody && passage.kind != .code {
      for variant in passage.text.readings ?? [passage.text.full, passage.text.leastCleared] {
        let scan = InlineScan(variant, definitions: defined.links, footnotes: defined.footnotes)
        links.formUnion(scan.links.compactMap(\.reference))
        footnotes.formUnion(scan.footnotes.map(\.label))
      }
    }
    for (kind, label, line) in defined.lines {
      let isUsed = kind == .link ? links.contains(label) : footnotes.contains(label)
      guard !isUsed else { continue }
      report.add(
        at: paper.place(line: line),
        "a \(kind == .link ? "link definition" : "footnote") that nothing refers to: nobody gets it",
        help: kind == .link
          ? "write '[words][label]' where it belongs, or delete it"
          : "write '[^1]' with its label where it belongs, or delete it")
    }
  }
}
