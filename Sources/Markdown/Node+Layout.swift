extension Node {
  /// The text of a block as lines: a blank line between blocks, an item and a row a line of its own,
  /// tabs between cells; without any other markup.
  public var textInLines: String {
    switch kind {
    case .document, .quote: blocks(children, gap: "\n\n")
    case .list(let style):
      children.enumerated().map { number, item in
        let marker = style.ordered ? "\(style.start + number). " : "- "
        let indent = String(repeating: " ", count: marker.count)
        let lines = item.textInLines.split(separator: "\n", omittingEmptySubsequences: false)
        return marker + lines.joined(separator: "\n" + indent)
      }.joined(separator: "\n")
    case .item(let task):
      (task.map { $0 ? "[x] " : "[ ] " } ?? "") + blocks(children, gap: "\n")
    case .footnote(let number): "[\(number)] " + blocks(children, gap: "\n")
    case .table: blocks(children, gap: "\n")
    case .row: children.map { $0.textWithNotes() }.joined(separator: "\t")
    case .paragraph: textWithNotes(lineBreak: "\n")
    default: textWithNotes()
    }
  }

  private func blocks(_ blocks: [Node], gap: String) -> String {
    blocks.map(\.textInLines).filter { !$0.isEmpty }.joined(separator: gap)
  }
}
