/// A stretch of a file and what is to stand there instead.
struct SourceEdit: Hashable, Sendable {
  /// Offsets in the file, in bytes.
  var range: Range<Int>
  /// What is to stand there.
  var replacement: [UInt8]

  /// The file with edits that do not overlap carried out.
  static func applied(_ edits: [SourceEdit], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var position = 0
    for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where edit.range.lowerBound >= position {
      result += bytes[position..<edit.range.lowerBound]
      result += edit.replacement
      position = edit.range.upperBound
    }
    return result + bytes[position...]
  }
}
