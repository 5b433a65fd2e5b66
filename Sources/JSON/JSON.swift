/// A JSON value that is written the same way every time: members keep the order they are given in.
public enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Int)
  case string(String)
  case array([JSON])
  case object([Member])

  /// A name and its value in an object.
  public struct Member: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The value.
    public var value: JSON

    /// A member.
    public init(_ name: String, _ value: JSON) {
      self.name = name
      self.value = value
    }
  }

  /// An object of the members whose value is not nil.
  public static func members(_ pairs: KeyValuePairs<String, JSON?>) -> JSON {
    .object(pairs.compactMap { name, value in value.map { Member(name, $0) } })
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByNilLiteral
{
  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A number.
  public init(integerLiteral value: Int) { self = .number(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// An array.
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  /// Null.
  public init(nilLiteral: ()) { self = .null }
}

extension JSON {
  /// The value as UTF-8 text (RFC 8259).
  ///
  /// `<`, `>`, `&`, U+2028 and U+2029 are written as `\u` escapes, so that the text may stand in a
  /// script element of a page as it is.
  ///
  /// - Parameter pretty: one member or element a line, indented by two spaces, with a line end
  ///   behind the last; else no white space at all.
  public func bytes(pretty: Bool = false) -> [UInt8] {
    var output: [UInt8] = []
    write(to: &output, indent: pretty ? 0 : nil)
    if pretty { output.append(0x0A) }
    return output
  }

  private func write(to output: inout [UInt8], indent: Int?) {
    switch self {
    case .null: JSON.append("null", to: &output)
    case .bool(let value): JSON.append(value ? "true" : "false", to: &output)
    case .number(let value): output += String(value).utf8
    case .string(let value): JSON.write(value, to: &output)
    case .array(let values):
      JSON.write(values, between: (0x5B, 0x5D), to: &output, indent: indent) {
        $1.write(to: &$0, indent: $2)
      }
    case .object(let members):
      JSON.write(members, between: (0x7B, 0x7D), to: &output, indent: indent) {
        JSON.write($1.name, to: &$0)
        JSON.append($2 == nil ? ":" : ": ", to: &$0)
        $1.value.write(to: &$0, indent: $2)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], between brackets: (UInt8, UInt8), to output: inout [UInt8],
    indent: Int?, each: (inout [UInt8], Element, Int?) -> Void
  ) {
    output.append(brackets.0)
    let inner = indent.map { $0 + 2 }
    for (index, element) in elements.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      newLine(inner, to: &output)
      each(&output, element, inner)
    }
    if !elements.isEmpty { newLine(indent, to: &output) }
    output.append(brackets.1)
  }

  private static func append(_ text: StaticString, to output: inout [UInt8]) {
    output.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private static func newLine(_ indent: Int?, to output: inout [UInt8]) {
    guard let indent else { return }
    output.append(0x0A)
    for _ in 0..<indent { output.append(0x20) }
  }

  private static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for index in bytes.indices where mayNeedEscape(bytes[index]) {
        guard let (escape, length) = escape(at: index, in: bytes) else { continue }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        output += escape.utf8
        start = index + length
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[min(start, bytes.count)...]))
    }
    output.append(UInt8(ascii: "\""))
  }

  /// A set bit for each byte below 64 that is escaped: controls, `"`, `&`, `<` and `>`.
  private static let special: UInt64 =
    0xFFFF_FFFF | 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E

  @inline(__always)
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 64
      ? special >> UInt64(byte) & 1 == 1 : byte == UInt8(ascii: "\\") || byte == 0xE2
  }

  /// What is written instead of the character that begins at `index`, and its length in bytes; nil
  /// where it is written as it is.
  private static func escape(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (text: String, length: Int)? {
    switch bytes[index] {
    case UInt8(ascii: "\""): return ("\\\"", 1)
    case UInt8(ascii: "\\"): return ("\\\\", 1)
    case 0x0A: return ("\\n", 1)
    case 0x09: return ("\\t", 1)
    case 0x00..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
      let digits = String(bytes[index], radix: 16)
      return ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits, 1)
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
      guard bytes[index + 2] & 0xFE == 0xA8 else { return nil }
      return ("\\u202" + String(bytes[index + 2] & 0x0F, radix: 16), 3)
    default: return nil
    }
  }
}
