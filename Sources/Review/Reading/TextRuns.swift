internal import Markdown

/// What of a text is printed as it stands: its words between one piece of markup and the next.
struct TextRuns {
  private(set) var runs: [String] = [""]

  /// The runs of a text of inline Markdown.
  init(_ text: String) {
    for node in Parser.parseInline(text) { collect(node) }
  }

  private mutating func collect(_ node: Node) {
    switch node.kind {
    case .text(let text): runs[runs.count - 1] += text
    case .softBreak, .lineBreak: runs[runs.count - 1] += " "
    default:
      runs.append("")
      for child in node.children { collect(child) }
      runs.append("")
    }
  }
}
