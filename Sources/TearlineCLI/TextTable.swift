/// A table for a terminal: columns as wide as what is in them; what is too much is taken from the
/// widest.
struct TextTable {
  private let header: [String]
  private var rows: [[String]] = []

  /// A table of these columns.
  init(_ header: [String]) { self.header = header }

  /// Adds a row, with as many cells as there are columns.
  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The table in at most `width` columns where that can be had, a line end behind each line.
  ///
  /// - Parameter numbers: the columns that are aligned to the right.
  func text(width: Int, numbers: Set<Int> = []) -> String {
    let lines = [header] + rows
    var widths = header.indices.map { index in
      lines.map { Columns.width(Columns.oneLine($0[index])) }.max() ?? 0
    }
    var excess = widths.reduce(0) { $0 + $1 + 2 } - 2 - width
    while excess > 0, let widest = widths.max(), widest > 8,
      let index = widths.firstIndex(of: widest)
    {
      widths[index] -= 1
      excess -= 1
    }
    return lines.map { cells in
      let fitted = cells.enumerated().map { index, cell in
        let text = Columns.fitted(cell, to: widths[index])
        guard numbers.contains(index) else { return text }
        let bare = Columns.trimmed(text)
        return String(repeating: " ", count: widths[index] - Columns.width(bare)) + bare
      }
      return Columns.trimmed(fitted.joined(separator: "  ")) + "\n"
    }.joined()
  }
}
