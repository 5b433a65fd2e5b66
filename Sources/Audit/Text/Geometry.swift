/// The numbers of drawings, which say where a line goes and nothing else, and how it looks.
enum Geometry {
  private static let names: Set<String> = [
    "cx", "cy", "d", "dx", "dy", "height", "points", "r", "rx", "ry", "stroke-dasharray",
    "stroke-width", "transform", "viewbox", "width", "x", "x1", "x2", "y", "y1", "y2",
  ]

  /// Attributes of SVG whose value is a word of the format, and the words.
  private static let looks: Set<String> = [
    "alignment-baseline", "clip-rule", "color", "dominant-baseline", "fill", "fill-rule",
    "flood-color", "font-style", "font-variant", "font-weight", "gradientunits", "marker-end",
    "overflow", "pointer-events", "shape-rendering", "spreadmethod", "stop-color", "stroke",
    "stroke-linecap", "stroke-linejoin", "text-anchor", "text-decoration", "text-rendering",
    "visibility",
  ]

  /// SVG 2 and CSS Color 4: words for how something looks.
  private static let words: Set<String> = Set(
    """
    auto baseline bevel bold bolder butt central collapse crispedges currentcolor end evenodd \
    geometricprecision hanging hidden inherit italic lighter middle miter none nonzero normal \
    objectboundingbox oblique optimizelegibility optimizespeed pad reflect repeat round scroll \
    small-caps square start transparent underline userspaceonuse visible aqua azure beige black blue \
    brown coral crimson cyan gold gray green grey indigo ivory khaki lavender lime magenta maroon \
    mintcream navy olive orange orchid pink plum purple red salmon sienna silver snow tan teal \
    thistle tomato turquoise violet wheat white yellow
    """.split(separator: " ").map(String.init))

  /// Takes the values of attributes with such numbers and words out of the inside of a tag, whose
  /// values end with `Letters.end`.
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
      if isNumbers(tag, value..<end) && names.contains(name(tag, before: index, from: start))
        || isLook(tag, value..<end) && looks.contains(name(tag, before: index, from: start))
      {
        for place in value..<end { tag[place] = Letters.fill }
      }
      index = end + 1
    }
  }

  /// Digits, signs between them, single letters of paths and `translate` and the like. Before a point a
  /// number has four digits at most: more could be a number that somebody wrote.
  private static func isNumbers(
    _ tag: UnsafeMutableBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    guard range.count > 2, tag[range].contains(where: isDigit) else { return false }
    var index = range.lowerBound
    while index < range.upperBound {
      let first = index
      let byte = tag[index]
      if isDigit(byte) {
        while index < range.upperBound, isDigit(tag[index]) { index += 1 }
        let isFraction = first > range.lowerBound && tag[first - 1] == UInt8(ascii: ".")
        guard isFraction || index - first <= 4 else { return false }
      } else if isLetter(byte) {
        var name: UInt64 = 0
        while index < range.upperBound, isLetter(tag[index]) {
          name = name << 8 | UInt64(tag[index] | 0x20)
          index += 1
        }
        guard index - first == 1 || index - first <= 9 && functions.contains(name) else {
          return false
        }
      } else {
        guard byte <= 0x20 || "%(),.+-#".utf8.contains(byte) else { return false }
        index += 1
      }
    }
    return true
  }

  /// Of a transformation (CSS Transforms 1, 8), and units of a length: the letters of each in one number,
  /// of a long one the last eight.
  private static let functions: Set<UInt64> = Set(
    [
      "translate", "scale", "rotate", "matrix", "skewx", "skewy", "px", "em", "rem", "ex", "pt",
      "mm", "cm",
      "deg",
    ].map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isLook(
    _ tag: UnsafeMutableBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    (3...20).contains(range.count)
      && words.contains(String(decoding: tag[range], as: UTF8.self).lowercased())
  }

  private static func name(
    _ tag: UnsafeMutableBufferPointer<UInt8>, before end: Int, from start: Int
  ) -> String {
    var first = end
    while first > start, tag[first - 1] > 0x20 { first -= 1 }
    return String(decoding: tag[first..<end], as: UTF8.self).lowercased()
  }
}
