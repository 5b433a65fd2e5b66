/// Writes literal text, each line of it behind the indentation of the tags that led there.
///
/// Values are never indented: a line break in one stays as it is, as the specification has it.
struct LineWriter {
  /// What goes before each line.
  var indent: [UInt8] = []
  /// Whether a line of the template has begun of which nothing is written yet.
  private var isAtLineStart = true

  /// Appends a range of `bytes`, never an empty one.
  mutating func write(literal bytes: [UInt8], _ range: Range<Int>, to output: inout [UInt8]) {
    guard !indent.isEmpty else {
      bytes.withUnsafeBufferPointer {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
      }
      isAtLineStart = bytes[range.upperBound - 1] == UInt8(ascii: "\n")
      return
    }
    var line = range.lowerBound
    while line < range.upperBound {
      beginText(&output)
      line = bytes.withUnsafeBufferPointer { bytes in
        var end = line + 1
        while end < range.upperBound, bytes[end - 1] != UInt8(ascii: "\n") { end += 1 }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[line..<end]))
        isAtLineStart = bytes[end - 1] == UInt8(ascii: "\n")
        return end
      }
    }
  }

  /// Indents the line if nothing has been written on it.
  mutating func beginText(_ output: inout [UInt8]) {
    if isAtLineStart { output.append(contentsOf: indent) }
    isAtLineStart = false
  }
}
