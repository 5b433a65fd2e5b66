internal import Diagnostics
internal import Manuscript

/// Lines that look like a table and are none: the line of dashes has another number of cells than
/// the one above it, and readers get bars and dashes.
struct BrokenTable: Rule {
  let about = RuleDescription(
    code: "language/broken-table", severity: .warning,
    summary: "lines that look like a table and are none")

  func review(_ paper: Paper, _ report: inout Report) {
    for passage in paper.passages where passage.kind == .paragraph {
      let lines = passage.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      guard let dashes = lines.indices.dropFirst().first(where: { isDelimiter(lines[$0]) })
      else { continue }
      report.add(
        at: paper.place(line: passage.line + dashes - 1),
        "lines that look like a table and are none",
        help: "give the header as many cells as the line of dashes below it, and a blank line above"
      )
    }
  }

  private func isDelimiter(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(UInt8(ascii: "|")) && line.contains(UInt8(ascii: "-"))
      && line.allSatisfy { [0x7C, 0x2D, 0x3A, 0x20, 0x09].contains($0) }
  }
}
