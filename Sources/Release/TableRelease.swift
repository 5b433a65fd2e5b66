internal import Manuscript
internal import Markdown
internal import Marking

/// Gives the part of a table that an audience may read: rows, columns and cells.
struct TableRelease {
  let audience: Audience
  let text: TextRelease
  let ground: String?

  private var marks: Bool { audience.redaction == .mark }
  private func isCleared(_ label: Label) -> Bool { audience.clearance.isCleared(for: label) }

  /// A column of the result: one of the table's, or a token for a run of withheld ones.
  private enum Column {
    case visible(Int, VisibleCell)
    case token(Range<Int>)

    /// Whether nothing of it is withheld.
    var isWhole: Bool { if case .visible(_, let cell) = self { !cell.hasToken } else { false } }
  }

  /// The table, a token where nothing of it is left, or nothing.
  func release(_ table: Table, _ block: Block) -> [VisibleBlock] {
    let columns = self.columns(table)
    var rows: [VisibleRow] = []
    for row in table.rows {
      if let visible = self.row(row, columns) {
        rows.append(visible)
      } else if marks {
        if !(rows.last?.isToken ?? false) { rows.append(tokenRow(columns.count)) }
        rows[rows.count - 1].cells[0].portions += row.portionNumbers
      }
    }
    let isLeft = rows.contains(where: \.hasText)
    let isWhole =
      columns.allSatisfy(\.isWhole)
      && !rows.contains { $0.isToken || $0.cells.contains(where: \.hasToken) }
    // A token stands where something was withheld.
    guard isLeft || marks && isWhole else {
      let token = VisibleBlock(
        kind: .token(ground: ground), label: Label(level: 0), line: block.line,
        portions: block.portionNumbers)
      return marks ? [token] : []
    }
    let header = columns.map { column in
      switch column {
      case .visible(_, let cell): cell
      case .token(let run): token(table.columns[run])
      }
    }
    let alignments = columns.map { column -> Node.Alignment in
      if case .visible(let index, _) = column { return table.alignments[index] }
      return .none
    }
    var result = VisibleTable(alignments: alignments, header: header, rows: rows)
    result.placeMarks(for: audience.clearance)
    return [
      VisibleBlock(
        kind: .table(result), label: block.label, trailsBlank: block.trailsBlank, line: block.line)
    ]
  }

  private func columns(_ table: Table) -> [Column] {
    var result: [Column] = []
    for (index, cell) in table.columns.enumerated() {
      if isCleared(cell.label), let read = read(cell) {
        result.append(
          .visible(
            index,
            VisibleCell(
              text: read.bytes, label: read.label,
              portions: [cell.portionNumber].compactMap(\.self), spans: read.spans)))
      } else if marks {
        if case .token(let run)? = result.last {
          result[result.count - 1] = .token(run.lowerBound..<index + 1)
        } else {
          result.append(.token(index..<index + 1))
        }
      }
    }
    return result
  }

  private func read(_ cell: Table.Cell) -> TextRelease.Result? {
    text.release(cell.text, label: cell.label, isCode: false, ground: ground)
  }

  /// The visible part of a row; nil where the row has to go.
  private func row(_ row: Table.Row, _ columns: [Column]) -> VisibleRow? {
    guard isCleared(row.label) else { return nil }
    var result = VisibleRow(label: row.label, cells: [])
    for column in columns {
      let index: Int
      switch column {
      case .visible(let position, _): index = position
      case .token(let run):
        result.cells.append(token(row.cells[run]))
        continue
      }
      let cell = row.cells[index]
      guard isCleared(cell.label) else {
        result.cells.append(marks ? token([cell]) : VisibleCell(text: []))
        continue
      }
      if let read = read(cell) {
        result.cells.append(
          VisibleCell(
            text: read.bytes, label: read.label,
            portions: [cell.portionNumber].compactMap(\.self), spans: read.spans))
      } else if index == 0 {
        return nil
      } else {
        result.cells.append(marks ? token([cell]) : VisibleCell(text: []))
      }
    }
    return result
  }

  private func token(_ cells: ArraySlice<Table.Cell> = []) -> VisibleCell {
    VisibleCell(
      text: Token.text(ground), isToken: true, portions: cells.compactMap(\.portionNumber))
  }

  private func tokenRow(_ count: Int) -> VisibleRow {
    let empty = VisibleCell(text: [])
    return VisibleRow(
      label: Label(level: 0),
      cells: [token()] + Array(repeating: empty, count: max(0, count - 1)), isToken: true)
  }
}

extension VisibleTable {
  /// Decides which cells show their marks: those of the header; in a row the first that has a text to
  /// stand before, those that say more to the reader than row and column, and those whose text begins with
  /// a bracket that is text, which would be read as a mark where none stands in front of it.
  mutating func placeMarks(for clearance: Clearance) {
    for index in header.indices { header[index].showsMark = header[index].canBearMark }
    for row in rows.indices {
      var isRowMarked = false
      for (index, cell) in rows[row].cells.enumerated() {
        guard let label = cell.label else { continue }
        let column = index < header.count ? header[index].label : nil
        let crossing = column.map(rows[row].label.joined(with:)) ?? rows[row].label
        rows[row].cells[index].showsMark =
          cell.canBearMark
          && (!isRowMarked || clearance.seen(label) != clearance.seen(crossing)
            || cell.text.starts(with: Array(#"\("#.utf8)))
        isRowMarked = isRowMarked || cell.canBearMark
      }
    }
  }
}

extension VisibleRow {
  /// Whether there is a text in it, tokens aside.
  var hasText: Bool {
    !isToken && cells.contains { !$0.isToken && Token.hasText($0.text) }
  }
}

extension VisibleCell {
  /// Whether a token stands in it or in its place.
  var hasToken: Bool { isToken || Token.removed(from: text) != nil }

  /// Whether it has a text for a mark to stand before.
  fileprivate var canBearMark: Bool { label != nil && text.contains { $0 > 0x20 } }
}
