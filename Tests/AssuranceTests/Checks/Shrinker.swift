/// Makes a publication that breaks a guarantee smaller, as long as it breaks it.
struct Shrinker {
  /// Whether a publication still breaks it.
  let fails: (World) throws -> Bool
  /// How often it may try.
  var tries = 300

  init(fails: @escaping (World) throws -> Bool) { self.fails = fails }

  /// The smallest publication found.
  mutating func shrink(_ world: World) throws -> World {
    var best = world
    var isSmaller = true
    while isSmaller, tries > 0 {
      isSmaller = false
      for candidate in candidates(best) where tries > 0 {
        tries -= 1
        if try fails(candidate) {
          best = candidate
          isSmaller = true
          break
        }
      }
    }
    return best
  }

  /// Publications with one thing less, the largest things first.
  private func candidates(_ world: World) -> [World] {
    var result: [World] = []
    func add(_ change: (inout World) -> Void) {
      var smaller = world
      change(&smaller)
      result.append(smaller)
    }
    for index in world.papers.indices where world.papers.count > 1 {
      add { $0.papers.remove(at: index) }
    }
    for index in world.house.readers.indices where world.house.readers.count > 1 {
      add { $0.house.readers.remove(at: index) }
    }
    for (index, paper) in world.papers.enumerated() {
      for nodes in Shrinker.smaller(paper.body) { add { $0.papers[index].body = nodes } }
      for entry in paper.fields.entries where entry.key != "title" {
        add { $0.papers[index].fields[entry.key] = nil }
      }
      if paper.unmarked != nil { add { $0.papers[index].unmarked = nil } }
      if !paper.downgrades.isEmpty { add { $0.papers[index].downgrades = [] } }
      if paper.readers != nil { add { $0.papers[index].readers = nil } }
      if paper.compilation != nil { add { $0.papers[index].compilation = nil } }
      if paper.expires != nil { add { $0.papers[index].expires = nil } }
    }
    return result
  }

  /// Lists of blocks with one thing less.
  private static func smaller(_ nodes: [Node]) -> [[Node]] {
    var result: [[Node]] = []
    for index in nodes.indices {
      var without = nodes
      without.remove(at: index)
      result.append(without)
      if case .container(let box) = nodes[index].kind {
        for version in box.versions {
          result.append(Array(nodes[..<index]) + version.nodes + nodes[(index + 1)...])
        }
      }
    }
    for index in nodes.indices {
      for kind in smaller(nodes[index].kind) {
        var changed = nodes
        changed[index].kind = kind
        result.append(changed)
      }
    }
    return result.map(Node.joiningLists)
  }

  private static func smaller(_ kind: Node.Kind) -> [Node.Kind] {
    switch kind {
    case .paragraph(let text) where text.count > 1:
      return text.indices.dropFirst().map { .paragraph(without(text, $0)) }
    case .quote(let inner): return smaller(inner).filter { !$0.isEmpty }.map { .quote($0) }
    case .list(let list):
      return list.items.indices.flatMap { index -> [Node.Kind] in
        var kinds: [Node.Kind] = []
        var fewer = list
        fewer.items.remove(at: index)
        if !fewer.items.isEmpty { kinds.append(.list(fewer)) }
        for nodes in smaller(list.items[index].nodes) where !nodes.isEmpty {
          var less = list
          less.items[index].nodes = nodes
          kinds.append(.list(less))
        }
        return kinds
      }
    case .table(let grid): return smaller(grid).map { .table($0) }
    case .container(let box):
      return box.versions.indices.flatMap { index in
        smaller(box.versions[index].nodes).filter { !$0.isEmpty }.map { nodes in
          var less = box
          less.versions[index].nodes = nodes
          return .container(less)
        }
      }
    default: return []
    }
  }

  private static func without(_ text: [Run], _ index: Int) -> [Run] {
    var result = text
    result.remove(at: index)
    return result
  }

  private static func smaller(_ grid: Node.Grid) -> [Node.Grid] {
    var result: [Node.Grid] = []
    for index in grid.rows.indices where grid.rows.count > 1 {
      var less = grid
      less.rows.remove(at: index)
      result.append(less)
    }
    for index in grid.columns.indices where grid.columns.count > 1 {
      var less = grid
      less.columns.remove(at: index)
      for row in less.rows.indices { less.rows[row].cells.remove(at: index) }
      result.append(less)
    }
    return result
  }
}
