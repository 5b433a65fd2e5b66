/// What is left of blocks that a reader sees, by section 7 of the marking language: no visible text
/// but headings, tokens, thematic breaks, definitions and header rows is nothing.
enum Left {
  /// Whether anything is left.
  static func isAnything(of nodes: [Node]) -> Bool { nodes.contains(where: isAnything) }

  private static func isAnything(of node: Node) -> Bool {
    switch node.kind {
    case .paragraph(let text), .code(_, let text): hasText(text)
    case .list(let list): list.items.contains { isAnything(of: $0.nodes) }
    case .quote(let inner): isAnything(of: inner)
    case .table(let grid): grid.rows.contains { $0.cells.contains { hasText($0.text) } }
    case .container(let box): box.versions.first.map { isAnything(of: $0.nodes) } ?? false
    case .heading, .rule, .footnote, .definition: false
    }
  }

  private static func hasText(_ runs: [Run]) -> Bool {
    var found = false
    runs.forEachRun { run in
      switch run {
      case .word, .image: found = true
      default: break
      }
    }
    return found
  }

  /// Visible blocks as they come to stand in the edition: containers dissolved, what nothing is
  /// left of dropped, and in editions that omit the headings of empty sections too.
  static func shown(_ nodes: [Node], omits: Bool) -> [Node] {
    let kept = flat(nodes).compactMap { shown($0, omits) }
    return omits ? droppingHeadings(kept) : kept
  }

  private static func flat(_ nodes: [Node]) -> [Node] {
    nodes.flatMap { node -> [Node] in
      guard case .container(let box) = node.kind else { return [node] }
      return flat(box.versions.first?.nodes ?? [])
    }
  }

  private static func shown(_ node: Node, _ omits: Bool) -> Node? {
    var result = node
    switch node.kind {
    case .list(var list):
      for index in list.items.indices {
        list.items[index].nodes = shown(list.items[index].nodes, omits: omits)
      }
      result.kind = .list(list)
    case .quote(let inner): result.kind = .quote(shown(inner, omits: omits))
    case .footnote(let label, let inner):
      result.kind = .footnote(label: label, shown(inner, omits: omits))
      return result
    case .table, .paragraph: break
    default: return result
    }
    return isAnything(of: result) ? result : nil
  }

  private static func droppingHeadings(_ nodes: [Node]) -> [Node] {
    nodes.enumerated().filter { index, node in
      guard case .heading(let level, _, _) = node.kind else { return true }
      let section = nodes[(index + 1)...].prefix { next in
        if case .heading(let other, _, _) = next.kind { other > level } else { true }
      }
      return isAnything(of: Array(section))
    }.map(\.element)
  }
}
