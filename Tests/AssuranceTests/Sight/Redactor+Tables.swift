extension Redactor {
  /// The part of a table that the reader sees; nil where there is no row or no column.
  mutating func table(_ grid: Node.Grid, _ around: Around) -> Node.Grid? {
    var columns: [(index: Int, cell: Node.Cell, isSeen: Bool)] = []
    let labels = grid.columns.map { sight.label($0.mark, around) }
    for (index, cell) in grid.columns.enumerated() {
      var cell = cell
      if sight.mayRead(labels[index]), seen(cell.text, labels[index]) != nil {
        cell.text = rewritten(cell.text, labels[index])
        columns.append((index, cell, true))
      } else if let other = variation?.cell(cell) {
        columns.append((index, other, false))
      }
    }
    var rows: [Node.Row] = []
    for row in grid.rows {
      if let kept = self.row(row, labels, columns.map { ($0.index, $0.isSeen) }, around) {
        if !reader.seesTokens, let more = variation?.row(kept, sight, around) { rows.append(more) }
        rows.append(kept)
      } else {
        rows += variation?.instead(of: row, sight, around) ?? []
      }
    }
    if columns.isEmpty || rows.isEmpty { return nil }
    return Node.Grid(columns: columns.map(\.cell), rows: rows)
  }

  private mutating func row(
    _ row: Node.Row, _ labels: [Mark], _ columns: [(index: Int, isSeen: Bool)], _ around: Around
  ) -> Node.Row? {
    let label = sight.label(row.mark, around)
    guard sight.mayRead(label) else { return nil }
    // A span in the first cell takes the row along, where the cell is seen at all: what is in a
    // withheld one decides nothing.
    let first = label.joined(labels[0])
    let isFirstSeen = columns.contains { $0.index == 0 && $0.isSeen } && sight.mayRead(first)
    if isFirstSeen, seen(row.cells[0].text, first) == nil { return nil }
    var result = Node.Row(mark: row.mark, cells: [])
    for (index, isSeen) in columns {
      var cell = row.cells[index]
      let crossing = label.joined(labels[index])
      let own = cell.mark.map { sight.label($0, around).joined(crossing) } ?? crossing
      if isSeen, sight.mayRead(own), seen(cell.text, own) != nil {
        cell.text = rewritten(cell.text, own)
      } else {
        cell = variation?.cell(cell) ?? Node.Cell(text: [])
      }
      result.cells.append(cell)
    }
    // What comes to be the first cell has its mark where the row has: the two joined.
    if let first = columns.first, first.index != 0, let own = result.cells[0].mark {
      let both = label.joined(sight.label(own, around))
      if reader.seesMarks, both != label { cannotBeWritten = true }
      result.mark = both
      result.cells[0].mark = nil
    }
    return result
  }
}
