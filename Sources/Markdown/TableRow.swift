/// Reads and writes the rows of GitHub's tables: a bar ends a cell unless a backslash stands
/// before it, in code spans too.
public enum TableRow {
  /// The cells of a row, trimmed, with `\|` read as `|`.
  public static func cells(of line: ArraySlice<UInt8>) -> [[UInt8]] {
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    var rest = trimmed(line)
    if rest.first == bar { rest.removeFirst() }
    var pending = false
    while let byte = rest.popFirst() {
      pending = true
      if byte == backslash, let next = rest.first {
        rest.removeFirst()
        if next != bar { cell.append(byte) }
        cell.append(next)
      } else if byte == bar {
        cells.append(Array(trimmed(cell[...])))
        cell = []
        pending = false
      } else {
        cell.append(byte)
      }
    }
    if pending { cells.append(Array(trimmed(cell[...]))) }
    return cells
  }

  /// A row of these cells, each bar in them written `\|`, line ends as spaces.
  public static func line(_ cells: [[UInt8]]) -> [UInt8] {
    var output: [UInt8] = [bar]
    for cell in cells {
      output.append(space)
      for byte in cell {
        if byte == bar { output.append(backslash) }
        output.append(byte == 0x0A ? space : byte)
      }
      if !cell.isEmpty { output.append(space) }
      output.append(bar)
    }
    return output
  }

  /// The row of hyphens under the header.
  public static func delimiter(_ alignments: [Node.Alignment]) -> [UInt8] {
    line(
      alignments.map { alignment in
        switch alignment {
        case .none: Array("---".utf8)
        case .left: Array(":--".utf8)
        case .center: Array(":-:".utf8)
        case .right: Array("--:".utf8)
        }
      })
  }

  /// Whether the line is a row of hyphens, colons and bars, as stands under a header.
  static func isDelimiter(_ line: ArraySlice<UInt8>) -> Bool {
    let text = trimmed(line)
    return text.contains(UInt8(ascii: "-"))
      && text.allSatisfy { [0x2D, 0x3A, bar, space, 0x09].contains($0) }
  }

  /// In lines that are no table: the index of the one that somebody took for a header, above a row of
  /// hyphens with bars, or in front of a second row between bars; nil where there is none.
  public static func meantAsHeader(in lines: [ArraySlice<UInt8>]) -> Int? {
    func isRow(_ line: ArraySlice<UInt8>) -> Bool {
      line.first == bar && line.last { $0 > space } == bar && line.count > 4
    }
    return lines.indices.dropFirst().first {
      lines[$0].contains(bar) && isDelimiter(lines[$0])
        || isRow(lines[$0]) && isRow(lines[$0 - 1])
    }.map { $0 - 1 }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result = bytes.drop { $0 == space || $0 == 0x09 }
    while let last = result.last, last == space || last == 0x09 { result.removeLast() }
    return result
  }

  private static let bar = UInt8(ascii: "|")
  private static let backslash = UInt8(ascii: "\\")
  private static let space: UInt8 = 0x20
}
