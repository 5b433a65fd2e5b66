/// A table for a terminal: columns as wide as what is in them; what is too much is taken from the
/// widest that may be cut.
struct TextTable {
  private let header: [String]
  private let paths: Set<Int>
  private let cuttable: Set<Int>
  private var rows: [[String]] = []

  /// A table of these columns.
  ///
  /// - Parameters:
  ///   - paths: the columns that are cut at the front, since what tells paths apart is their end.
  ///   - texts: those that are cut at the end. All others, such as ids and days, are never cut.
  init(_ header: [String], paths: Set<Int> = [], texts: Set<Int> = []) {
    self.header = header
    self.paths = paths
    cuttable = paths.union(texts)
  }

  /// Adds a row, with as many cells as there are columns.
  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The table in at most `width` columns where that can be had, a line end behind each line; as wide as
  /// it is where `width` is nil.
  ///
  /// - Parameter numbers: the columns that are aligned to the right.
  func text(width: Int?, numbers: Set<Int> = []) -> String {
    let lines = [header] + rows
    var widths = header.indices.map { index in
      lines.map { Columns.width(Columns.oneLine($0[index])) }.max() ?? 0
    }
    var excess = width.map { widths.reduce(0) { $0 + $1 + 2 } - 2 - $0 } ?? 0
    while excess > 0, let index = cuttable.sorted().max(by: { widths[$0] < widths[$1] }),
      widths[index] > 12
    {
      widths[index] -= 1
      excess -= 1
    }
    return lines.map { cells in
      let fitted = cells.enumerated().map { index, cell in
        let text = Columns.fitted(cell, to: widths[index], keepsEnd: paths.contains(index))
        guard numbers.contains(index) else { return text }
        let bare = Columns.trimmed(text)
        return String(repeating: " ", count: widths[index] - Columns.width(bare)) + bare
      }
      return Columns.trimmed(fitted.joined(separator: "  ")) + "\n"
    }.joined()
  }
}
