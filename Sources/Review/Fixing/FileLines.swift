/// The lines of a file by number, counted from 0, with their places.
struct FileLines {
  private let bytes: [UInt8]
  private let ranges: [Range<Int>]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var ranges: [Range<Int>] = []
    var start = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      ranges.append(start..<start + line.count)
      start += line.count + 1
    }
    self.ranges = ranges
  }

  /// A line without its end.
  func text(of number: Int) -> ArraySlice<UInt8> {
    ranges.indices.contains(number) ? bytes[ranges[number]] : []
  }

  /// How far a line is indented, in columns: behind an empty one a text can go on, so it counts as deeper
  /// than any, and what is behind the last line as not at all.
  func indent(of number: Int) -> Int {
    let line = text(of: number)
    if line.allSatisfy({ $0 <= 0x20 }) { return ranges.indices.contains(number) ? .max : 0 }
    return line.prefix { $0 == 0x20 }.count
  }

  /// The edit that puts other lines in the place of some.
  func edit(_ numbers: ClosedRange<Int>, _ texts: [ArraySlice<UInt8>]) -> SourceEdit {
    SourceEdit(
      range: ranges[numbers.lowerBound].lowerBound..<ranges[numbers.upperBound].upperBound,
      replacement: Array(texts.joined(separator: [0x0A])))
  }

  private func isFence(_ number: Int) -> Bool { text(of: number).starts(with: ":::".utf8) }

  private func rest(of number: Int) -> String {
    let line = text(of: number).drop { $0 == UInt8(ascii: ":") }
    return String(decoding: line, as: UTF8.self).trimmingSpaces
  }

  /// The line that closes the container of a tear line.
  func closing(after number: Int) -> Int? {
    var depth = 0
    for next in (number + 1)..<max(number + 1, ranges.count) where isFence(next) {
      let words = rest(of: next)
      if words.isEmpty {
        if depth == 0 { return next }
        depth -= 1
      } else if !words.hasPrefix("tear ") {
        depth += 1
      }
    }
    return nil
  }

  /// The label on a container line, as it is written.
  func label(of number: Int) -> String? {
    var words = rest(of: number)
    if words.hasPrefix("tear ") { words = String(words.dropFirst(5)).trimmingSpaces }
    let ends = [" for ", " because "].compactMap { words.firstRange(of: $0)?.lowerBound }
    let label = ends.min().map { String(words[..<$0]) } ?? words
    return label.isEmpty ? nil : label
  }

  /// What follows the label on the line that opens a container.
  func suffix(ofOpening number: Int) -> String? {
    label(of: number).map { String(rest(of: number).dropFirst($0.count)) }
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
