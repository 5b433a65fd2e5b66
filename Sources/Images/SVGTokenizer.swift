/// Cuts an SVG into tags and text, and refuses all of XML that a picture does not need.
///
/// Comments are passed over; an XML declaration may stand at the start. Document types, entities,
/// processing instructions and CDATA are refused, so what is left cannot mean one thing here and
/// another in a browser (XML 1.0, fifth edition).
struct SVGTokenizer {
  private let bytes: [UInt8]
  private var position = 0

  /// A tokenizer at the start of `bytes`, which must be UTF-8.
  init(_ bytes: [UInt8]) throws(ImageFault) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw .damaged(.svg, "is not UTF-8 text")
    }
    guard bytes.allSatisfy({ $0 >= 0x20 || Self.isSpace($0) }) else {
      throw .damaged(.svg, "has control characters")
    }
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    try skipDeclaration()
  }

  /// Whether `byte` is white space in XML.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// The next tag or text, or nil at the end.
  mutating func next() throws(ImageFault) -> SVGToken? {
    while looking(at: "<!--") {
      position += 4
      guard skip(past: "-->") else { throw .damaged(.svg, "has a comment without end") }
    }
    guard position < bytes.count else { return nil }
    guard bytes[position] == UInt8(ascii: "<") else {
      return .text(try text(until: UInt8(ascii: "<"), mustEnd: false))
    }
    if looking(at: "</") { return try endTag() }
    guard !looking(at: "<!"), !looking(at: "<?") else {
      throw .unsafeSVG("has a document type, an instruction or CDATA")
    }
    return try startTag()
  }

  private mutating func skipDeclaration() throws(ImageFault) {
    guard looking(at: "<?xml ") else { return }
    let start = position
    guard skip(past: "?>") else { throw .damaged(.svg, "has an XML declaration without end") }
    let declaration = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
    let names = ["\"utf-8\"", "'utf-8'", "\"us-ascii\"", "'us-ascii'"]
    guard !declaration.contains("encoding") || names.contains(where: declaration.contains) else {
      throw .damaged(.svg, "says that it is not UTF-8 text")
    }
  }

  private mutating func startTag() throws(ImageFault) -> SVGToken {
    position += 1
    let tag = try name()
    var attributes: [SVGToken.Attribute] = []
    var names: Set<String> = []
    while true {
      let spaced = skipSpace()
      if looking(at: ">") || looking(at: "/>") { break }
      guard spaced else { throw .damaged(.svg, "has a malformed tag") }
      let attribute = try name()
      guard names.insert(attribute).inserted else {
        throw .damaged(.svg, "has an attribute twice in one tag")
      }
      skipSpace()
      try expect("=")
      skipSpace()
      guard looking(at: "\"") || looking(at: "'") else {
        throw .damaged(.svg, "has an attribute without quotation marks")
      }
      position += 1
      let value = try text(until: bytes[position - 1], mustEnd: true)
      position += 1
      attributes.append(SVGToken.Attribute(name: attribute, value: value))
    }
    let isClosed = looking(at: "/>")
    position += isClosed ? 2 : 1
    return .open(name: tag, attributes: attributes, isClosed: isClosed)
  }

  private mutating func endTag() throws(ImageFault) -> SVGToken {
    position += 2
    let tag = try name()
    skipSpace()
    try expect(">")
    return .close(name: tag)
  }

  /// A name of ASCII letters, digits, `-`, `_`, `.` and `:`; no other is one of SVG's.
  private mutating func name() throws(ImageFault) -> String {
    let start = position
    while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
    guard position > start, position - start <= 64, bytes[start] | 0x20 >= 0x61 else {
      throw .damaged(.svg, "has a malformed name")
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }

  /// Text up to `end`, references resolved and line ends made `\n` (XML, section 2.11).
  private mutating func text(until end: UInt8, mustEnd: Bool) throws(ImageFault) -> String {
    var result: [UInt8] = []
    while position < bytes.count, bytes[position] != end {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "&"): result += try reference().utf8
      case UInt8(ascii: "<"): throw .damaged(.svg, "has a malformed tag")
      case 0x0D:
        if !looking(at: "\n") { result.append(0x0A) }
      default: result.append(byte)
      }
    }
    guard position < bytes.count || !mustEnd else { throw .damaged(.svg, "ends inside a tag") }
    let text = String(decoding: result, as: UTF8.self)
    guard result.allSatisfy({ $0 < 0x80 }) || !text.unicodeScalars.contains(where: Self.isUnseen)
    else { throw .unsafeSVG("has characters that nobody sees") }
    return text
  }

  /// Whether a character shows nothing, so that a text could hide in such: formats, what is ignored by
  /// default, and what is none (Unicode 15, chapters 5.21 and 23).
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control: scalar != "\n" && scalar != "\t" && scalar != "\r"
    case .format, .lineSeparator, .paragraphSeparator, .unassigned: true
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// One of XML's five names, or a character by number; entities of one's own are refused.
  private mutating func reference() throws(ImageFault) -> String {
    let start = position
    guard skip(past: ";"), position - start <= 12 else {
      throw .damaged(.svg, "has a malformed reference")
    }
    let name = String(decoding: bytes[start..<position - 1], as: UTF8.self)
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    let number =
      name.hasPrefix("#x")
      ? UInt32(name.dropFirst(2), radix: 16)
      : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
    guard let number, let scalar = Unicode.Scalar(number),
      number >= 0x20 || number == 9 || number == 10
    else { throw .unsafeSVG("has a reference that is not to a character") }
    return String(scalar)
  }

  private func looking(at word: StaticString) -> Bool {
    guard bytes.count - position >= word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  private mutating func expect(_ word: StaticString) throws(ImageFault) {
    guard looking(at: word) else { throw .damaged(.svg, "has a malformed tag") }
    position += word.utf8CodeUnitCount
  }

  /// Moves past the next `word`; false, and nowhere, where there is none.
  private mutating func skip(past word: StaticString) -> Bool {
    let start = position
    while position < bytes.count {
      if looking(at: word) {
        position += word.utf8CodeUnitCount
        return true
      }
      position += 1
    }
    position = start
    return false
  }

  @discardableResult
  private mutating func skipSpace() -> Bool {
    let start = position
    while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    return position > start
  }
}
