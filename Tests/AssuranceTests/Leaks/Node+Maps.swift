extension Node {
  /// The block with itself and all blocks in it replaced, inner ones first.
  func mapNodes(_ change: (Node) -> Node) -> Node {
    var result = self
    switch kind {
    case .quote(let inner): result.kind = .quote(inner.map { $0.mapNodes(change) })
    case .footnote(let label, let inner):
      result.kind = .footnote(label: label, inner.map { $0.mapNodes(change) })
    case .list(var list):
      for index in list.items.indices {
        list.items[index].nodes = list.items[index].nodes.map { $0.mapNodes(change) }
      }
      result.kind = .list(list)
    case .container(var box):
      for index in box.versions.indices {
        box.versions[index].nodes = box.versions[index].nodes.map { $0.mapNodes(change) }
      }
      result.kind = .container(box)
    default: break
    }
    return change(result)
  }

  /// The block with every mark in it replaced.
  func mapMarks(_ change: (Mark) -> Mark) -> Node {
    mapNodes { node in
      var result = node.mapOwnTexts { $0.mapMarks(change) }
      result.mark = node.mark.map(change)
      switch result.kind {
      case .list(var list):
        for index in list.items.indices {
          list.items[index].mark = list.items[index].mark.map(change)
        }
        result.kind = .list(list)
      case .table(var grid):
        for index in grid.columns.indices {
          grid.columns[index].mark = grid.columns[index].mark.map(change)
        }
        for row in grid.rows.indices {
          grid.rows[row].mark = grid.rows[row].mark.map(change)
          for cell in grid.rows[row].cells.indices {
            grid.rows[row].cells[cell].mark = grid.rows[row].cells[cell].mark.map(change)
          }
        }
        result.kind = .table(grid)
      case .container(var box):
        for index in box.versions.indices {
          box.versions[index].mark = box.versions[index].mark.map(change)
        }
        result.kind = .container(box)
      default: break
      }
      return result
    }
  }

  /// The block with its own texts replaced, and not those of blocks in it.
  private func mapOwnTexts(_ change: ([Run]) -> [Run]) -> Node {
    switch kind {
    case .paragraph, .heading, .code, .table: mapTexts(change)
    default: self
    }
  }
}

extension [Run] {
  /// The runs with every mark replaced.
  func mapMarks(_ change: (Mark) -> Mark) -> [Run] {
    mapRuns { run in
      if case .mark(let mark, let inner, let instead) = run {
        [.mark(change(mark), inner, instead: instead)]
      } else {
        [run]
      }
    }
  }
}

extension Field.Mapping {
  /// The mapping with every value that has a label replaced.
  func mapScalars(_ change: (String, Scalar) -> Scalar) -> Field.Mapping {
    var result = self
    for index in result.entries.indices {
      let key = result.entries[index].key
      switch result.entries[index].field {
      case .plain: break
      case .versions(let versions):
        result.entries[index].field = .versions(versions.map { change(key, $0) })
      case .list(let elements):
        result.entries[index].field = .list(elements.map { change(key, $0) })
      case .mapping(let inner): result.entries[index].field = .mapping(inner.mapScalars(change))
      case .mappings(let inner):
        result.entries[index].field = .mappings(inner.map { $0.mapScalars(change) })
      }
    }
    return result
  }
}
