internal import Manuscript

extension VisibleBlock {
  /// The numbers of all portions that it holds or stands for.
  var allPortions: [Int] {
    switch kind {
    case .list(_, _, let items):
      items.flatMap { $0.portions + $0.blocks.flatMap(\.allPortions) }
    case .quote(let blocks), .footnote(_, _, let blocks): blocks.flatMap(\.allPortions)
    case .table(let table): (table.header + table.rows.flatMap(\.cells)).flatMap(\.portions)
    default: portions
    }
  }
}

extension Block {
  /// The numbers of the portions in it that a token can stand for; none where the briefing was not
  /// numbered, and none of a definition, which leaves no token.
  var portionNumbers: [Int] {
    guard number != 0 else { return [] }
    switch kind {
    case .paragraph, .heading, .code, .thematicBreak: return [number]
    case .definition, .footnote: return []
    case .quote(let blocks): return blocks.flatMap(\.portionNumbers)
    case .list(_, _, let items): return items.flatMap(\.portionNumbers)
    case .table(let table):
      return table.columns.compactMap(\.portionNumber) + table.rows.flatMap(\.portionNumbers)
    }
  }
}

extension Item {
  /// The numbers of the portions in it.
  var portionNumbers: [Int] {
    guard number != 0 else { return [] }
    return blocks.isEmpty ? [number] : blocks.flatMap(\.portionNumbers)
  }
}

extension Table.Row {
  /// The numbers of its cells.
  var portionNumbers: [Int] {
    guard number != 0 else { return [] }
    return cells.compactMap(\.portionNumber)
  }
}

extension Table.Cell {
  /// Its number; nil where it has none.
  var portionNumber: Int? { number == 0 ? nil : number }
}

extension Container {
  /// The numbers of the portions in it that are for this audience.
  func portionNumbers(for audience: String) -> [Int] {
    guard audiences?.contains(audience) ?? true else { return [] }
    return versions.flatMap { version in
      version.parts.flatMap { part in
        switch part {
        case .block(let block): block.portionNumbers
        case .container(let inner): inner.portionNumbers(for: audience)
        }
      }
    }
  }
}
