internal import Marking

/// Finds labels that are not written as labels are printed: `S//DELTA/BRAVO//REL NLD,BEL` for
/// `S//BRAVO/DELTA//REL TO NLD, BEL`.
///
/// It reads the file line by line and knows the places where labels stand; what it takes for one by
/// mistake, in code, is found out when the editions before and after are compared.
struct LabelSpelling {
  /// A label that is written otherwise than it is printed.
  struct Finding {
    /// Line in the file, counted from 1.
    var line: Int
    /// What has to change.
    var edit: SourceEdit
  }

  let scheme: MarkingScheme

  /// The labels in a file that are not written as they are printed.
  func findings(in bytes: [UInt8]) -> [Finding] {
    var result: [Finding] = []
    guard hasSlashes(bytes) else { return [] }
    var start = 0
    var number = 1
    var isCode = false
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<end]
      if isFence(line) { isCode.toggle() }
      if line.contains(UInt8(ascii: "/")) {
        result += edits(in: line, isCode: isCode).map { Finding(line: number, edit: $0) }
      }
      start = end + 1
      number += 1
    }
    return result
  }

  /// Only labels with compartments or release lists can be written in two ways; most files have
  /// two slashes in addresses alone.
  private func hasSlashes(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 1
      while index + 1 < bytes.count {
        if bytes[index] == UInt8(ascii: "/") {
          if bytes[index + 1] == UInt8(ascii: "/"), bytes[index - 1] != UInt8(ascii: ":") {
            return true
          }
          index += 1
        }
        index += 1
      }
      return false
    }
  }

  /// A line that begins or ends a code block.
  private func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
    return text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8)
  }

  /// In code only inline marks are marks.
  private func edits(in line: ArraySlice<UInt8>, isCode: Bool) -> [SourceEdit] {
    var result: [SourceEdit] = []
    if let range = containerLabel(line) ?? fieldLabel(line) { add(range, line, &result) }
    var index = line.startIndex
    var isSpan = isCode
    while index < line.endIndex {
      let previous = index > line.startIndex ? line[index - 1] : 0x20
      switch line[index] {
      case UInt8(ascii: "`"): isSpan = isCode || !isSpan
      case UInt8(ascii: "(")
      where !isSpan && [0x20, 0x09, 0x22, 0x27, 0x7C, 0x3E].contains(previous):
        if let close = line[index...].firstIndex(of: UInt8(ascii: ")")) {
          add(index + 1..<close, line, &result)
        }
      case UInt8(ascii: "{") where previous == UInt8(ascii: "]"):
        let rest = line[(index + 1)...]
        if let close = rest.firstIndex(where: { $0 == UInt8(ascii: "}") || $0 == 0x7C }) {
          add(index + 1..<close, line, &result)
        }
      default: break
      }
      index += 1
    }
    return result
  }

  private func add(
    _ range: Range<Int>, _ line: ArraySlice<UInt8>, _ result: inout [SourceEdit]
  ) {
    let written = String(decoding: line[range], as: UTF8.self)
    guard let label = scheme.label(written) else { return }
    let printed = scheme.text(label)
    guard printed != written else { return }
    result.append(SourceEdit(range: range, replacement: Array(printed.utf8)))
  }

  /// `::: LABEL for x because y`, `::: tear LABEL`.
  private func containerLabel(_ line: ArraySlice<UInt8>) -> Range<Int>? {
    let colons = line.prefix { $0 == UInt8(ascii: ":") }.count
    guard colons >= 3, line.dropFirst(colons).first == 0x20 else { return nil }
    var text = line.dropFirst(colons + 1)
    if text.starts(with: "tear ".utf8) { text = text.dropFirst(5) }
    while text.last == 0x20 || text.last == 0x0D { text = text.dropLast() }
    let words = String(decoding: text, as: UTF8.self)
    let ends = [" for ", " because "].compactMap { words.range(of: $0)?.lowerBound }
    let label = ends.min().map { words[..<$0] } ?? words[...]
    return text.startIndex..<text.startIndex + label.utf8.count
  }

  /// `classification: LABEL`, `unmarked: LABEL`, `marking: LABEL`, bare or in quotes.
  private func fieldLabel(_ line: ArraySlice<UInt8>) -> Range<Int>? {
    for key in ["classification:", "unmarked:", "marking:"] {
      let wanted = Array(key.utf8)
      for start in line.indices
      where line[start] == wanted[0] && line[start...].starts(with: wanted) {
        var text = line[(start + wanted.count)...].drop { $0 == 0x20 }
        if let quote = text.first, quote == 0x22 || quote == 0x27 {
          text = text.dropFirst()
          return text.firstIndex(of: quote).map { text.startIndex..<$0 }
        }
        while text.last == 0x20 || text.last == 0x0D { text = text.dropLast() }
        return text.startIndex..<text.endIndex
      }
    }
    return nil
  }
}

extension String {
  /// Where a text first stands in this one.
  fileprivate func range(of wanted: String) -> Range<Index>? {
    ranges(of: wanted).first
  }
}
