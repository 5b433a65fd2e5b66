internal import Markdown
internal import Marking

extension TextReader {
  /// `(S)Text`, or `(S)(U) text`: what the bracket is followed by says which of the two.
  mutating func reportMissingSpace(_ line: SourceLine, _ number: Int) {
    let mark = line.bytes.prefix { $0 != UInt8(ascii: ")") }.count + 1
    let rest = line.bytes.dropFirst(mark)
    guard rest.first == UInt8(ascii: "("), let close = rest.firstIndex(of: UInt8(ascii: ")")),
      labels.read(rest[(rest.startIndex + 1)..<close]) != nil
    else {
      return fault(
        "marking/missing-space", number, line.column + 1, "a mark without a space after it",
        "write '(LABEL) text'")
    }
    fault(
      "marking/two-marks", number, line.column + mark + 1, "two marks in a row",
      "keep one, with a space behind it")
  }

  /// A mark that is written wrong is no mark in the wrong place too: it gets one finding.
  mutating func keepOneFault(of leading: [Fault], startsImage: Bool) {
    for fault in leading {
      if fault.code == "marking/unknown-label", let start = fault.column {
        faults.removeAll {
          $0.code == "marking/stray-inline" && $0.line == fault.line && $0.column == start
        }
      }
      if fault.code == "marking/two-marks", let second = fault.column {
        faults.removeAll {
          $0.code == "marking/misplaced-mark" && $0.line == fault.line && $0.column ?? 0 < second
        }
      }
      let wrong = faults.firstIndex { other in
        guard other.code == "marking/misplaced-mark", other.line == fault.line,
          let column = other.column, let start = fault.column
        else { return false }
        // Emphasis may stand before the bracket.
        return column == start || fault.code == "marking/decorated" && column - start < 8
      }
      guard let wrong else { continue }
      if startsImage {
        faults.removeAll { $0 == fault }
      } else {
        faults.remove(at: wrong)
      }
    }
  }

  /// Where a line of dashes makes no table of the line above it, or is not there, every mark behind the
  /// first bar is in the wrong place: one finding says so, at the line that was to be the header.
  mutating func blameTable(_ text: Text) {
    guard let header = TableRow.meantAsHeader(in: text.lines.map(\.bytes)),
      let marks = faults.firstIndex(where: { $0.code == "marking/misplaced-mark" })
    else { return }
    var fault = faults[marks]
    fault.line = text.base + text.lines[header].number
    fault.column = nil
    fault.message = "a mark in what looks like a table and is none"
    fault.help = "put a line of dashes below the header, with as many cells as that"
    faults.removeAll { $0.code == "marking/misplaced-mark" }
    faults.append(fault)
  }

  /// `-(S) text` in a field is one text to YAML, with all that was to be the items below it.
  mutating func blameDash(_ bytes: [UInt8]) {
    guard bytes.starts(with: "-(".utf8),
      let first = faults.firstIndex(where: { $0.code == "marking/misplaced-mark" })
    else { return }
    var fault = faults[first]
    fault.message = "an element of a list without a space behind its dash"
    fault.help = "write '- (LABEL) text'"
    faults.removeAll { $0.code == "marking/misplaced-mark" }
    faults.append(fault)
  }

  /// What would open or close a container in a body, in a field: YAML makes one line of several, so that
  /// it need not stand at the start of one.
  mutating func blameFences(_ bytes: [UInt8], in text: Text) {
    for index in bytes.indices.dropLast(2) where HiddenFence.opens(bytes[index...]) {
      guard index == 0 || bytes[index - 1] <= 0x20 || bytes[index - 1] >= 0x80 else { continue }
      let (number, column) = position(index, in: text)
      return fault(
        "marking/stray-fence", number, column, "a container line in a field",
        "mark the field: 'text: (LABEL) words', or write versions of it; or escape it: '\\:::'")
    }
  }
}
