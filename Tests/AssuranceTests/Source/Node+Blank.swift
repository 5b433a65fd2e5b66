extension Node {
  /// Whether the next block needs a blank line before it, so as not to be read as one with this.
  func mustPart(from next: Node) -> Bool {
    switch (kind, next.kind) {
    case (.container, _), (_, .container): return false
    case (.definition, .definition): return false
    case (_, .definition), (.definition, _), (_, .footnote), (.footnote, _), (.table, _):
      return true
    case (.list(let a), .list(let b)):
      return a.isOrdered != b.isOrdered || a.marker != b.marker
    case (.paragraph, .list(let list)): return list.isOrdered && list.start != 1
    case (_, .heading(_, false, _)), (_, .code), (_, .rule): return false
    default: return endsWithText
    }
  }

  private var endsWithText: Bool {
    switch kind {
    case .heading, .code, .rule, .container: false
    case .list, .quote, .paragraph, .table, .footnote, .definition: true
    }
  }

  /// Whether its last line is blank.
  var endsWithBlank: Bool {
    guard case .list(let list) = kind else { return blank }
    return list.items.last?.nodes.last?.endsWithBlank ?? blank
  }

  /// The block with a blank line at its end; in a list it belongs to the innermost block.
  private var withBlank: Node {
    var result = self
    guard case .list(var list) = kind, let item = list.items.indices.last,
      let last = list.items[item].nodes.indices.last
    else {
      result.blank = true
      return result
    }
    list.items[item].nodes[last] = list.items[item].nodes[last].withBlank
    result.kind = .list(list)
    return result
  }

  /// The blocks with a blank line wherever one has to stand: it belongs to the block before it.
  static func settled(_ nodes: [Node]) -> [Node] {
    var result = nodes.map { node -> Node in
      var settled = node
      switch node.kind {
      case .list(var list):
        for index in list.items.indices {
          list.items[index].nodes = Node.settled(list.items[index].nodes)
        }
        settled.kind = .list(list)
      case .quote(let inner): settled.kind = .quote(Node.settled(inner))
      case .footnote(let label, let inner):
        settled.kind = .footnote(label: label, Node.settled(inner))
      case .container(var box):
        for index in box.versions.indices {
          box.versions[index].nodes = Node.settled(box.versions[index].nodes)
        }
        settled.kind = .container(box)
      default: break
      }
      return settled
    }
    for index in result.indices.dropLast() where result[index].mustPart(from: result[index + 1]) {
      result[index] = result[index].withBlank
    }
    return result
  }
}
