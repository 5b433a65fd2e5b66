internal import Marking

extension PortionNumbering {
  /// Numbers the cells of a table; an empty one is no portion.
  mutating func number(_ table: inout Table, _ around: Around, line: Int) {
    for index in table.columns.indices {
      let rule = rule(table.columns[index].origin, table.columns[index].label, around)
      number(
        &table.columns[index], "column \(index + 1)", rule, table.columns[index].written, line,
        around)
    }
    for row in table.rows.indices { number(&table.rows[row], table.columns, row, around) }
  }

  private mutating func number(
    _ row: inout Table.Row, _ columns: [Table.Cell], _ position: Int, _ around: Around
  ) {
    row.number = next()
    for index in row.cells.indices {
      let cell = row.cells[index]
      let isMarked = index > 0 && cell.origin == .ownMark
      number(
        &row.cells[index], "row \(position + 1), column \(index + 1)",
        isMarked ? LabelRule(.ownMark) : crossing(row, columns[index], around, at: index),
        index == 0 ? row.written : cell.written, row.line, around)
    }
  }

  /// The rule for a cell that takes its label from row and column: where one of them is unmarked and
  /// what it has instead is higher, that decides.
  private func crossing(
    _ row: Table.Row, _ column: Table.Cell, _ around: Around, at index: Int
  ) -> LabelRule {
    let label = row.cells[index].label
    switch (row.origin == .ownMark, column.origin == .ownMark) {
    case (true, true): return LabelRule(.rowAndColumn, line: row.line)
    case (true, false):
      guard label == row.label else { return rule(column.origin, column.label, around) }
      return index == 0 ? LabelRule(.ownMark) : LabelRule(.row, line: row.line)
    case (false, true):
      return label == column.label ? LabelRule(.column) : rule(row.origin, row.label, around)
    case (false, false): return rule(row.origin, row.label, around)
    }
  }

  private mutating func number(
    _ cell: inout Table.Cell, _ name: String, _ rule: LabelRule, _ written: Label?, _ line: Int,
    _ around: Around
  ) {
    guard !cell.text.pieces.isEmpty else { return }
    cell.number = next()
    var portion = SourcePortion(
      number: cell.number, name: name, line: line, label: cell.label, rule: rule, written: written,
      text: "", audiences: around.audiences, ground: around.ground, versions: around.versions,
      spans: [])
    take(&cell.text, &portion)
  }
}
