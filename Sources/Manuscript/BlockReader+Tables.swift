internal import Diagnostics
internal import Markdown
internal import Marking

extension BlockReader {
  mutating func table(
    _ source: SourceTable, _ around: Surroundings, _ line: Int
  ) -> Block {
    let count = source.alignments.count
    let rows = source.rows.filter { hasWidth(count, $0) }
    guard count <= Limits.columns, hasWidth(count, source.header) else {
      if count > Limits.columns {
        body.add(
          "limit/columns", .error, line, "a table of \(count) columns; at most \(Limits.columns)",
          "split the table")
      }
      return block(.table(Table(alignments: [], columns: [], rows: [])), around, line)
    }
    var table = Table(alignments: source.alignments, columns: [], rows: [])
    for cell in source.header.cells {
      table.columns.append(self.cell(cell, .headerCell, around, base + source.header.line))
    }
    for row in rows {
      table.rows.append(self.row(row, table.columns, around))
    }
    return block(.table(table), around, line)
  }

  /// A mark in front of a table that an item or a footnote opens with. Behind a bar it is the column's;
  /// without one it would be the item's, and stand where the column's stands.
  mutating func refuseMark(inFrontOf table: SourceTable, _ line: Int) {
    guard !table.opensWithBar, let first = table.header.cells.first,
      TextReader(labels: body.labels).leadingMark(first[...]) != .none
    else { return }
    body.add(
      "marking/misplaced-mark", .error, line,
      "a mark in front of a table, which could be the item's or the column's",
      "begin the row with a bar for the column; begin the item with a text of its own for all of it"
    )
  }

  mutating func hasWidth(_ count: Int, _ row: SourceRow) -> Bool {
    guard row.cells.count != count else { return true }
    let cutMark = row.cells.contains { cell in
      InlineMarkReader(labels: body.labels).read(cell).faults.contains {
        $0.code == "marking/unbalanced"
      }
    }
    if cutMark {
      body.add(
        "marking/unbalanced", .error, base + row.line,
        "an inline mark that a bar divides between two cells", "write the bar in it as '\\|'")
    } else {
      body.add(
        "limit/table-width", .error, base + row.line,
        "a row of \(row.cells.count) cells in a table of \(count) columns",
        "give every row as many cells as the header; write a bar in a cell as '\\|'")
    }
    return false
  }

  mutating func row(
    _ source: SourceRow, _ columns: [Table.Cell], _ around: Surroundings
  ) -> Table.Row {
    let line = base + source.line
    var first = [SourceLine(number: source.line, bytes: (source.cells.first ?? [])[...])]
    let mark = takeMark(&first, as: .firstCell)
    let (label, origin) = self.label(mark, around, line)
    var row = Table.Row(
      line: line, label: label, origin: origin, written: mark?.written, cells: [])
    for (index, bytes) in source.cells.enumerated() {
      let content = index == 0 ? Array(first[0].bytes) : bytes
      let place: TextReader.Place = index == 0 ? .readCell : .cell
      var cell = self.cell(content, place, around, line)
      let crossing = label.joined(with: columns[index].label)
      if index == 0 || cell.origin != .ownMark {
        cell.label = crossing
      } else {
        let own = cell.label
        cell.label = own.joined(with: crossing)
        if cell.label == crossing, own != crossing {
          body.warnOfNoEffect(of: own, inside: crossing, line, "mark the row and the column lower")
        }
      }
      row.cells.append(cell)
    }
    return row
  }

  mutating func cell(
    _ bytes: [UInt8], _ place: TextReader.Place, _ around: Surroundings, _ line: Int
  ) -> Table.Cell {
    let source = SourceLine(number: line - base, bytes: bytes[...])
    let reading = readText(TextReader.Text(lines: [source], base: base), as: place, around)
    let (label, origin) = self.label(reading.mark, around, line)
    return Table.Cell(
      label: label, origin: origin, written: reading.mark?.written, text: reading.text)
  }
}
