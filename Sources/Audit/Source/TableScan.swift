/// Reads tables: which cell has which label.
enum TableScan {
  typealias Line = BodyScan.Line
  typealias Bytes = ArraySlice<UInt8>

  /// Reads the table that begins at `start`; where it ends.
  static func read(_ lines: [Line], _ start: Int, _ around: Around, _ body: inout BodyScan) -> Int {
    let header = cells(lines[start].bytes)
    var columns: [AuditLabel?] = []
    var lost: [Readers] = []
    for cell in header {
      let leading = body.list.leading(cell)
      columns.append(leading?.label)
      lost.append(body.add(cell, lines[start].number, around))
    }
    var end = start + 2
    while end < lines.count, !lines[end].isBlank, !Shape.interrupts(lines[end].bytes) {
      row(lines[end], columns, lost, around, &body)
      end += 1
    }
    return end
  }

  private static func row(
    _ line: Line, _ columns: [AuditLabel?], _ lost: [Readers], _ around: Around,
    _ body: inout BodyScan
  ) {
    let cells = cells(line.bytes)
    let rowLabel = cells.first.flatMap { body.list.leading($0)?.label }
    var row = around
    for (number, cell) in cells.enumerated() {
      let leading = body.list.leading(cell)
      let column = number < columns.count ? columns[number] : nil
      // A cell without any mark: a row without one takes the default, but a column's label alone
      // could be read as enough. In doubt it is no secret to be looked for. Where there is a mark, the
      // default of a column without one counts too.
      let marked = AuditLabel.join(leading?.label, number == 0 ? nil : rowLabel)
      let own = AuditLabel.join(
        marked, column ?? (marked == nil ? nil : body.defaultLabel(around)))
      let cellAround = number < lost.count ? row.denying(lost[number]) : row
      let holes = body.add(
        leading?.rest ?? cell, line.number, label: body.label(own, around), cellAround)
      guard number == 0 else { continue }
      // A part that is withheld takes the row from those who see the first column.
      let first = body.label(columns.first.flatMap(\.self), around)
      row = row.denying(holes.intersection(body.list.policy.mayRead(first)))
    }
  }

  /// The cells of a row, parted at bars without a backslash, and trimmed.
  static func cells(_ line: Bytes) -> [Bytes] {
    var text = Shape.trimmed(line)
    if text.first == UInt8(ascii: "|") { text.removeFirst() }
    var cells: [Bytes] = []
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if text[index] == UInt8(ascii: "|") {
        cells.append(Shape.trimmed(text[start..<index]))
        start = index + 1
      }
      index += 1
    }
    if start < text.endIndex { cells.append(Shape.trimmed(text[start...])) }
    return cells
  }
}
