/// Writes a body as lines of Markdown.
///
/// Blank lines stand where the blocks say, and where Markdown would otherwise read two as one.
struct BodySource {
  let runs: RunSource

  /// The blocks' lines.
  func lines(_ nodes: [Node]) -> [String] {
    var result: [String] = []
    var previous: Node?
    for node in nodes {
      if let previous, let last = result.last, !last.isEmpty, previous.mustPart(from: node) {
        result.append("")
      }
      result += lines(node)
      previous = node
    }
    return result
  }

  /// A block's lines, with the blank line that belongs to it.
  private func lines(_ node: Node) -> [String] {
    let blank = node.blank ? [""] : []
    switch node.kind {
    case .paragraph(let text): return split(runs.text(text, mark: node.mark)) + blank
    case .heading(let level, let setext, let text):
      let line = runs.text(text, mark: node.mark)
      if setext { return split(line) + [level == 1 ? "=====" : "-----"] + blank }
      return [String(repeating: "#", count: level) + " " + line] + blank
    case .list(let list): return list.items.indices.flatMap { item(list, $0) }
    case .quote(let inner):
      return trimmed(lines(inner)).map { $0.isEmpty ? ">" : "> " + $0 } + blank
    case .table(let grid): return table(grid) + blank
    case .code(let info, let text):
      return ["```\(info)"] + split(runs.text(text)) + ["```"] + blank
    case .rule: return ["***"] + blank
    case .footnote(let label, let inner):
      var lines = trimmed(indented(lines(marked(inner, node.mark)), 4))
      lines[0] = "[^\(label)]: " + lines[0].dropFirst(4)
      return lines + blank
    case .definition(let label, let address): return ["[\(label)]: \(address)"] + blank
    case .container(let box): return container(box) + blank
    }
  }

  private func split(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func trimmed(_ lines: [String]) -> [String] {
    var lines = lines
    while lines.count > 1, lines.last == "" { lines.removeLast() }
    return lines
  }

  private func indented(_ lines: [String], _ width: Int) -> [String] {
    lines.map { $0.isEmpty ? "" : String(repeating: " ", count: width) + $0 }
  }

  /// The blocks with the mark of what holds them before the first.
  private func marked(_ nodes: [Node], _ mark: Mark?) -> [Node] {
    guard let mark, var first = nodes.first else { return nodes }
    first.mark = mark
    return [first] + nodes.dropFirst()
  }

  private func item(_ list: Node.List, _ index: Int) -> [String] {
    let item = list.items[index]
    let sign = list.isOrdered ? "\(list.start + index)\(list.marker) " : list.marker + " "
    let box = item.task.map { $0 ? "[x] " : "[ ] " } ?? ""
    var lines = indented(lines(marked(item.nodes, item.mark)), sign.count)
    lines[0] = sign + box + lines[0].dropFirst(sign.count)
    return lines
  }

  private func table(_ grid: Node.Grid) -> [String] {
    var cells = runs
    cells.isInTable = true
    func row(_ texts: [String]) -> String { "| " + texts.joined(separator: " | ") + " |" }
    return [
      row(grid.columns.map { cells.text($0.text, mark: $0.mark) }),
      row(grid.columns.map { _ in "---" }),
    ]
      + grid.rows.map { line in
        row(
          line.cells.enumerated().map { index, cell in
            cells.text(cell.text, mark: index == 0 ? line.mark : cell.mark)
          })
      }
  }

  private func container(_ box: Node.Box) -> [String] {
    var result: [String] = []
    for (index, version) in box.versions.enumerated() {
      var line = index == 0 ? ":::" : "::: tear"
      if let mark = version.mark { line += " " + mark.text(in: runs.house) }
      if index == 0, let readers = box.readers {
        line += " for " + readers.joined(separator: ", ")
      }
      if index == 0, let ground = box.ground { line += " because " + ground }
      result += [line] + lines(version.nodes)
    }
    return result + [":::"]
  }
}
