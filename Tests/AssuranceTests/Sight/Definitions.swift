/// Footnotes and reference definitions of a body, and references to them.
enum Definitions {
  /// The labels of all definitions, at any depth of containers.
  static func labels(in nodes: [Node]) -> Set<String> {
    var result: Set<String> = []
    for node in nodes {
      switch node.kind {
      case .footnote(let label, _), .definition(let label, _): result.insert(label)
      case .container(let box):
        for version in box.versions { result.formUnion(labels(in: version.nodes)) }
      default: break
      }
    }
    return result
  }

  /// The blocks without references to what is not defined any more: a footnote's vanishes, a
  /// link's is its text.
  static func withoutDangling(_ nodes: [Node], before: [Node]) -> [Node] {
    let gone = labels(in: before).subtracting(labels(in: nodes))
    if gone.isEmpty { return nodes }
    return nodes.map { node in
      node.mapTexts { text in
        text.mapRuns { run in
          switch run {
          case .note(let label) where gone.contains(label): []
          case .reference(let inner, let label) where gone.contains(label): inner
          default: [run]
          }
        }
      }
    }
  }
}

extension Node {
  /// The block with every text in it replaced.
  func mapTexts(_ change: ([Run]) -> [Run]) -> Node {
    var result = self
    switch kind {
    case .paragraph(let text): result.kind = .paragraph(change(text))
    case .heading(let level, let setext, let text):
      result.kind = .heading(level: level, setext: setext, change(text))
    case .code(let info, let text): result.kind = .code(info: info, change(text))
    case .quote(let nodes): result.kind = .quote(nodes.map { $0.mapTexts(change) })
    case .footnote(let label, let nodes):
      result.kind = .footnote(label: label, nodes.map { $0.mapTexts(change) })
    case .list(var list):
      for index in list.items.indices {
        list.items[index].nodes = list.items[index].nodes.map { $0.mapTexts(change) }
      }
      result.kind = .list(list)
    case .table(var grid):
      for index in grid.columns.indices {
        grid.columns[index].text = change(grid.columns[index].text)
      }
      for row in grid.rows.indices {
        for cell in grid.rows[row].cells.indices {
          grid.rows[row].cells[cell].text = change(grid.rows[row].cells[cell].text)
        }
      }
      result.kind = .table(grid)
    case .container(var box):
      for index in box.versions.indices {
        box.versions[index].nodes = box.versions[index].nodes.map { $0.mapTexts(change) }
      }
      result.kind = .container(box)
    case .rule, .definition: break
    }
    return result
  }

  /// Every text in it.
  var texts: [[Run]] {
    var result: [[Run]] = []
    _ = mapTexts {
      result.append($0)
      return $0
    }
    return result
  }
}
