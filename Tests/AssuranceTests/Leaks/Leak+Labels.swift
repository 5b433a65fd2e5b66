extension Leak {
  /// Doors that forget a rule about labels.
  static func ofLabels() -> [Leak] {
    [
      forgetting("clearance: a level too high") { world, reader in
        reader.level = min(reader.level + 1, world.house.levels.count - 1)
      },
      forgetting("clearance: compartments ignored") { world, reader in
        reader.compartments = Set(world.house.compartments.indices)
      },
      forgetting("clearance: one compartment is enough") { world, reader in
        if !reader.compartments.isEmpty {
          reader.compartments = Set(world.house.compartments.indices)
        }
      },
      forgetting("clearance: release lists ignored") { world, reader in
        reader.groups = Set(world.house.groups.indices)
      },
      marks("labels: release list dropped when read") {
        Mark(level: $0.level, compartments: $0.compartments)
      },
      marks("labels: second compartment dropped when read") { mark in
        Mark(
          level: mark.level, compartments: Set(mark.compartments.sorted().prefix(1)),
          groups: mark.groups)
      },
      forgetting("rule 2.4: unmarked text at the lowest level") { world, _ in
        for index in world.papers.indices { world.papers[index].unmarked = Mark(level: 0) }
      },
      blocks("rule 2.3: a heading's mark does not govern its section") { node in
        guard case .heading = node.kind else { return node }
        var result = node
        result.mark = nil
        return result
      },
      blocks("containers: label ignored") { node in
        guard case .container(var box) = node.kind, box.versions.count == 1 else { return node }
        var result = node
        box.versions[0].mark = box.versions[0].mark.map { _ in Mark(level: 0) }
        result.kind = .container(box)
        return result
      },
      blocks("tear lines: version picked by level alone") { node in
        guard case .container(var box) = node.kind else { return node }
        var result = node
        for index in box.versions.indices {
          box.versions[index].mark = box.versions[index].mark.map { Mark(level: $0.level) }
        }
        result.kind = .container(box)
        return result
      },
      blocks("tear lines: the last version for everybody") { node in
        guard case .container(var box) = node.kind, box.versions.count > 1 else { return node }
        var result = node
        box.versions = [
          Node.Version(
            mark: box.versions[0].mark.map { _ in Mark(level: 0) }, nodes: box.versions[0].nodes)
        ]
        result.kind = .container(box)
        return result
      },
      blocks("tailoring ignored") { node in
        guard case .container(var box) = node.kind, box.readers != nil, box.versions[0].mark != nil
        else { return node }
        var result = node
        box.readers = nil
        result.kind = .container(box)
        return result
      },
      blocks("lists: an item's mark hides its own text alone") { node in
        guard case .list(var list) = node.kind else { return node }
        var result = node
        for index in list.items.indices where list.items[index].nodes.count > 1 {
          list.items[index].mark = nil
        }
        result.kind = .list(list)
        return result
      },
      blocks("footnotes: the definition's mark ignored") { node in
        guard case .footnote = node.kind else { return node }
        var result = node
        result.mark = Mark(level: 0)
        return result
      },
      blocks("tables: a column's mark ignored") {
        $0.mapGrid { grid in
          for index in grid.columns.indices { grid.columns[index].mark = Mark(level: 0) }
        }
      },
      blocks("tables: a row's mark ignored") {
        $0.mapGrid { grid in
          for index in grid.rows.indices { grid.rows[index].mark = Mark(level: 0) }
        }
      },
      blocks("tables: a cell's mark ignored") {
        $0.mapGrid { grid in
          for row in grid.rows.indices {
            for cell in grid.rows[row].cells.indices { grid.rows[row].cells[cell].mark = nil }
          }
        }
      },
      blocks("inline: a span without substitute is text") {
        $0.mapSpans { mark, inner, instead in
          instead == nil ? inner : [.mark(mark, inner, instead: instead)]
        }
      },
      blocks("inline: the substitute stands beside the text") {
        $0.mapSpans { mark, inner, instead in
          instead.map { inner + $0 } ?? [.mark(mark, inner, instead: nil)]
        }
      },
      blocks("inline: the substitute for everybody") {
        $0.mapSpans { mark, inner, instead in
          instead ?? [.mark(mark, inner, instead: nil)]
        }
      },
      blocks("inline: a sentence with a hole, without a token") {
        $0.mapSpans { mark, inner, instead in
          [.mark(mark, inner, instead: instead ?? [.word("…")])]
        }
      },
      blocks("inline: an inner label not joined to the outer one") {
        $0.mapSpans { mark, inner, instead in
          let isNested = inner.contains { if case .mark = $0 { true } else { false } }
          return isNested ? inner : [.mark(mark, inner, instead: instead)]
        }
      },
    ]
  }
}

extension Node {
  /// The block with its table changed, where it is one.
  func mapGrid(_ change: (inout Grid) -> Void) -> Node {
    guard case .table(var grid) = kind else { return self }
    var result = self
    change(&grid)
    result.kind = .table(grid)
    return result
  }

  /// The block with every inline mark replaced.
  func mapSpans(_ change: (Mark, [Run], [Run]?) -> [Run]) -> Node {
    guard !isCode else { return self }
    return mapTexts { text in
      text.mapRuns { run in
        guard case .mark(let mark, let inner, let instead) = run else { return [run] }
        return change(mark, inner, instead)
      }
    }
  }
}
