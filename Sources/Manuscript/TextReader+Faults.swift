extension TextReader {
  /// A mark that is written wrong is no mark in the wrong place too: it gets one finding.
  mutating func keepOneFault(of leading: [Fault], startsImage: Bool) {
    for fault in leading {
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
}
