/// The numbers of drawings, which say where a line goes and nothing else.
enum Geometry {
  private static let names: Set<String> = [
    "cx", "cy", "d", "dx", "dy", "height", "points", "r", "rx", "ry", "stroke-dasharray",
    "stroke-width", "transform", "viewbox", "width", "x", "x1", "x2", "y", "y1", "y2",
  ]

  /// Takes the values of attributes with such numbers out of the inside of a tag, whose values end
  /// with `Letters.end`.
  static func takeOut(_ tag: UnsafeMutableBufferPointer<UInt8>, from start: Int) {
    var index = start
    while index + 1 < tag.count {
      guard tag[index] == UInt8(ascii: "="), tag[index + 1] == Letters.end else {
        index += 1
        continue
      }
      let value = index + 2
      var end = value
      while end < tag.count, tag[end] != Letters.end { end += 1 }
      if isNumbers(tag, value..<end), names.contains(name(tag, before: index, from: start)) {
        for place in value..<end { tag[place] = Letters.fill }
      }
      index = end + 1
    }
  }

  /// Digits, signs between them, single letters of paths and `translate` and the like.
  private static func isNumbers(
    _ tag: UnsafeMutableBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    range.count > 2 && tag[range].contains { (0x30...0x39).contains($0) }
      && tag[range].allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "/") }
  }

  private static func name(
    _ tag: UnsafeMutableBufferPointer<UInt8>, before end: Int, from start: Int
  ) -> String {
    var first = end
    while first > start, tag[first - 1] > 0x20 { first -= 1 }
    return String(decoding: tag[first..<end], as: UTF8.self).lowercased()
  }
}
