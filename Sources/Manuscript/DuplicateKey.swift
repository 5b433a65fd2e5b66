internal import Markdown

/// Finds where a key of a mapping stands again.
struct DuplicateKey {
  let lines: [SourceLine]

  /// The line and column, counted from 1, of the second key like the one at these; nil where none
  /// is found.
  func second(line: Int, column: Int) -> (line: Int, column: Int)? {
    guard lines.indices.contains(line - 1), column > 0 else { return nil }
    let first = Array(String(decoding: lines[line - 1].bytes, as: UTF8.self).unicodeScalars)
    let key = Array(first.dropFirst(column - 1).prefix { $0 != ":" })
    guard !key.isEmpty, column <= first.count else { return nil }
    // In { }: further on in the line.
    var index = column
    while index < first.count {
      if [",", " "].contains(first[index - 1]), isKey(key, first[index...]) {
        return (line, index + 1)
      }
      index += 1
    }
    // In a block: under it, until a line that stands further to the left.
    for number in line..<max(line, lines.count) {
      let next = Array(String(decoding: lines[number].bytes, as: UTF8.self).unicodeScalars)
      let indent = next.prefix { $0 == " " }.count
      if indent == next.count || next[indent] == "#" { continue }
      if indent < column - 1 { return nil }
      if indent == column - 1, isKey(key, next[indent...]) { return (number + 1, column) }
    }
    return nil
  }

  private func isKey(_ key: [Unicode.Scalar], _ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.starts(with: key) && text.dropFirst(key.count).drop { $0 == " " }.first == ":"
  }
}
