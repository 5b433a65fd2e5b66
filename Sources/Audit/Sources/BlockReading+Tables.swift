extension BlockReading {
  /// Reads a table: header row, delimiter row, body rows.
  mutating func addTable(
    _ lines: [SourceLine], _ stand: Stand, _ sections: [Defaults.Section], _ definition: [UInt8]?
  ) {
    let fallback = defaults.label(at: stand, in: sections, &labels)
    var columns: [(label: Int, bare: [Passage.Bare])] = []
    for cell in BlockReading.cells(lines[0]) {
      let mark = leadingMark(cell)
      let label = mark.map { labels.join($0.label, inside: stand.label) } ?? fallback
      let bare = add(
        .headerCell, mark?.rest ?? cell, lines[0].number, stand, label: label, definition)
      columns.append((label, bare))
    }
    for line in lines.dropFirst(2) {
      addRow(line, columns, fallback, stand, definition)
    }
  }

  private mutating func addRow(
    _ line: SourceLine, _ columns: [(label: Int, bare: [Passage.Bare])], _ fallback: Int,
    _ stand: Stand, _ definition: [UInt8]?
  ) {
    let start = passages.count
    var row: Int?
    var own: [Passage.Bare] = []
    for (number, cell) in BlockReading.cells(line).enumerated() {
      let column = number < columns.count ? columns[number] : (label: fallback, bare: [])
      let mark = leadingMark(cell)
      if number == 0, let mark { row = labels.join(mark.label, inside: stand.label) }
      var label = row.map { labels.join($0, column.label) } ?? column.label
      if number > 0, let mark { label = labels.join(label, mark.label) }
      let bare = add(
        .text, mark?.rest ?? cell, line.number, stand, label: label, definition)
      if number == 0 { own = bare }
      passages[passages.count - 1].bare += column.bare
    }
    spread(own, from: start)
  }

  /// The cells of a row, with `\|` read as a bar.
  private static func cells(_ line: SourceLine) -> [[UInt8]] {
    var text = line.trimmed[...]
    if text.first == UInt8(ascii: "|") { text = text.dropFirst() }
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    var isEscaped = false
    for byte in text {
      if isEscaped {
        if byte != UInt8(ascii: "|") { cell.append(UInt8(ascii: "\\")) }
        cell.append(byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "|") {
        cells.append(Bytes.trimmed(cell))
        cell = []
      } else {
        cell.append(byte)
      }
    }
    if isEscaped { cell.append(UInt8(ascii: "\\")) }
    let last = Bytes.trimmed(cell)
    return last.isEmpty ? cells : cells + [last]
  }
}
