/// Replacements in a text, collected in any order and made in one go.
struct TextEdits {
  private var edits: [(range: Range<Int>, with: [UInt8])] = []

  var isEmpty: Bool { edits.isEmpty }

  /// Takes a range out, or puts something in its place.
  mutating func replace(_ range: Range<Int>, with bytes: [UInt8] = []) {
    edits.append((range, bytes))
  }

  /// The text with all replacements made; a range inside one that was replaced is gone with it.
  func applied(to text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    for edit in edits.sorted(by: {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }) where edit.range.lowerBound >= position {
      result += text[position..<edit.range.lowerBound]
      result += edit.with
      position = edit.range.upperBound
    }
    return result + text[position...]
  }
}
