/// HTML, SVG or XML in the making.
///
/// Markup goes in as literals of the program, everything else is escaped, so that no text of an
/// edition can ever become markup.
struct Markup: Sendable {
  private(set) var bytes: [UInt8] = []

  /// Appends markup that stands in this program.
  mutating func raw(_ markup: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Appends what another markup holds.
  mutating func append(_ other: Markup) { bytes += other.bytes }

  /// Appends bytes that are markup already.
  mutating func append(markup other: [UInt8]) { bytes += other }

  /// Appends a text, escaped for elements and for attributes in double quotes.
  mutating func text(_ text: some StringProtocol) {
    if text.utf8.withContiguousStorageIfAvailable({ escape($0) }) == nil {
      Array(text.utf8).withUnsafeBufferPointer { escape($0) }
    }
  }

  /// Appends runs of bytes that stand for themselves as a whole.
  private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in text.indices {
      let byte = text[index]
      guard byte < 64, Markup.special >> UInt64(byte) & 1 == 1 else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
      raw(Markup.reference(to: byte))
      start = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  /// A set bit for each of `"`, `&`, `<` and `>`, all of which are below 64.
  private static let special: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E

  private static func reference(to byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    default: "&quot;"
    }
  }

  /// Appends a number in decimal digits.
  mutating func number(_ number: Int) { bytes += String(number).utf8 }

  /// Appends an attribute with the space before it.
  mutating func attribute(_ name: StaticString, _ value: String) {
    raw(" ")
    raw(name)
    raw("=\"")
    text(value)
    raw("\"")
  }

  /// Appends `hundredths` of a percent, such as `43.21%`.
  mutating func percent(_ hundredths: Int) {
    number(hundredths / 100)
    let rest = hundredths % 100
    if rest > 0 {
      raw(rest < 10 ? ".0" : ".")
      number(rest)
    }
    raw("%")
  }
}
