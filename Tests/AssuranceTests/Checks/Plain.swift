/// Publications without tailoring, versions and substitutes: what one reader sees of them, every
/// reader who is cleared for more sees.
enum Plain {
  /// The publication with the first version of everything, for everybody.
  static func world(_ world: World) -> World {
    var result = world
    result.papers = world.papers.map { paper in
      var plain = paper
      plain.readers = nil
      plain.embargo = [:]
      plain.compilation = nil
      plain.fields = mapping(paper.fields)
      plain.body = nodes(paper.body)
      return plain
    }
    return result
  }

  /// The words of all headings, and of the definitions and footnotes that they refer to.
  static func headings(of world: World) -> Set<String> {
    var words: Set<String> = []
    func collect(_ nodes: [Node]) {
      for node in nodes {
        switch node.kind {
        case .heading: words.formUnion(Canaries.found(in: Array("\(node.texts)".utf8)))
        case .container(let box): box.versions.forEach { collect($0.nodes) }
        case .quote(let inner): collect(inner)
        case .list(let list): list.items.forEach { collect($0.nodes) }
        case .footnote(_, let inner): collect(inner)
        default: break
        }
      }
    }
    for paper in world.papers { collect(paper.body) }
    // A label is a word of its own, so those in headings are among them.
    var count = 0
    while count < words.count {
      count = words.count
      for paper in world.papers { words.formUnion(definitions(of: words, in: paper.body)) }
    }
    return words
  }

  /// The words of the definitions and footnotes whose labels are among some words.
  private static func definitions(of labels: Set<String>, in nodes: [Node]) -> Set<String> {
    nodes.reduce(into: Set()) { words, node in
      switch node.kind {
      case .definition(let label, let address) where labels.contains(label):
        words.formUnion(Canaries.found(in: Array(address.utf8)))
      case .footnote(let label, _) where labels.contains(label):
        words.formUnion(Canaries.found(in: Array("\(node.texts)".utf8)))
      case .container(let box):
        for version in box.versions { words.formUnion(definitions(of: labels, in: version.nodes)) }
      default: break
      }
    }
  }

  private static func nodes(_ nodes: [Node]) -> [Node] {
    nodes.flatMap { node -> [Node] in
      var plain = withoutHoles(node.mapTexts(text))
      guard case .container(var box) = plain.kind, var first = box.versions.first else {
        return [plain]
      }
      first.nodes = self.nodes(first.nodes)
      if first.mark == nil { return first.nodes }
      box.readers = nil
      box.versions = [first]
      plain.kind = .container(box)
      return [plain]
    }
  }

  /// A table without marks in first cells. One that is withheld takes the row, but not from who does
  /// not see its column: to them it is as though it was not there.
  private static func withoutHoles(_ node: Node) -> Node {
    guard case .table(var grid) = node.kind else { return node }
    for row in grid.rows.indices {
      grid.rows[row].cells[0].text = grid.rows[row].cells[0].text.mapRuns { run in
        if case .mark(_, let inner, _) = run { inner } else { [run] }
      }
    }
    var result = node
    result.kind = .table(grid)
    return result
  }

  private static func text(_ runs: [Run]) -> [Run] {
    runs.mapRuns { run in
      if case .mark(_, _, let instead?) = run { instead } else { [run] }
    }
  }

  private static func mapping(_ mapping: Field.Mapping) -> Field.Mapping {
    var result = mapping
    result["for"] = nil
    for index in result.entries.indices {
      switch result.entries[index].field {
      case .plain: break
      case .versions(let versions):
        result.entries[index].field = .versions(
          versions.prefix(1).map { Scalar($0.mark, text($0.runs)) })
      case .list(let elements):
        result.entries[index].field = .list(elements.map { Scalar($0.mark, text($0.runs)) })
      case .mapping(let inner): result.entries[index].field = .mapping(self.mapping(inner))
      case .mappings(let inner):
        result.entries[index].field = .mappings(inner.map(self.mapping))
      }
    }
    return result
  }
}
