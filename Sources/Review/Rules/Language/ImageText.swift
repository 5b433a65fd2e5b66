internal import Diagnostics
internal import Manuscript
internal import Markdown

/// An image without a description: who cannot see it gets nothing of it, and neither does the text
/// that `view` gives.
struct ImageText: Rule {
  let about = RuleDescription(
    code: "language/image-text", severity: .warning, summary: "an image without a description")

  func review(_ paper: Paper, _ report: inout Report) {
    for passage in paper.passages
    where passage.kind != .code && passage.bytes.contains(UInt8(ascii: "!")) {
      let text = String(decoding: passage.bytes, as: UTF8.self)
      guard text.has("!["), Parser.parseInline(text).contains(where: isBare) else { continue }
      let before = text.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.has("![]") }
      report.add(
        at: paper.place(line: passage.line + (before ?? 0)), "an image without a description",
        help: "say in the brackets what it shows: '![A map of the harbour](map.png)'")
    }
  }

  private func isBare(_ node: Node) -> Bool {
    if case .image = node.kind { return node.plainText.allSatisfy(\.isWhitespace) }
    return node.children.contains(where: isBare)
  }
}
