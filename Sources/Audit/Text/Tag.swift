/// Tags of markup, as far as the audit looks at them.
enum Tag {
  typealias Bytes = UnsafeMutableBufferPointer<UInt8>

  /// Whether a tag begins with `<` and this byte.
  static func begins(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
      || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
  }

  static func isComment(_ text: Bytes, _ start: Int) -> Bool {
    start + 3 < text.count && text[start + 1] == UInt8(ascii: "!")
      && text[start + 2] == UInt8(ascii: "-") && text[start + 3] == UInt8(ascii: "-")
  }

  /// Where the comment at `start` ends, its `-->` included.
  static func endOfComment(_ text: Bytes, _ start: Int) -> Int {
    var index = start + 4
    while index + 2 < text.count {
      if text[index] == UInt8(ascii: "-"), text[index + 1] == UInt8(ascii: "-"),
        text[index + 2] == UInt8(ascii: ">")
      {
        return index + 3
      }
      index += 1
    }
    return text.count
  }

  /// Where the tag at `start` ends, its `>` included; one in a quoted value does not count.
  static func end(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start + 1
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: ">"): return index + 1
      case let byte where byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"):
        guard let quote = ByteSearch.first(byte, in: text, from: index + 1) else {
          return text.count
        }
        index = quote + 1
      default: index += 1
      }
    }
    return text.count
  }

  /// Whether the tag says more than its name.
  static func saysMore(_ text: Bytes, _ start: Int, _ end: Int) -> Bool {
    guard end - start <= 14 else { return true }
    for index in start..<end where text[index] == 0x20 || text[index] == 0x0A { return true }
    return false
  }

  /// A byte inside a tag, where a quotation mark ends a value.
  @inline(__always)
  static func bounds(_ byte: UInt8) -> UInt8 {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ">")
      ? Letters.end : byte
  }

  /// What stands for a tag in the text: nothing that parts words where it stands inside a line, the end
  /// of a line for a break, else the end of a block.
  static func sign(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> UInt8 {
    var index = start + 1
    if index < end, text[index] == UInt8(ascii: "/") { index += 1 }
    var name: UInt64 = 0
    let first = index
    while index < end, isLetter(text[index]) {
      name = name << 8 | UInt64(text[index] | 0x20)
      index += 1
    }
    if name == lineBreak { return 0x0A }
    return index - first <= longest && inline.contains(name) ? Letters.seam : Letters.end
  }

  /// `br`.
  private static let lineBreak: UInt64 = 0x6272

  /// Takes the signs around the text of a CDATA section out, so that it is read as text; where it
  /// begins, nil where there is none.
  static func openData(_ text: Bytes, _ start: Int) -> Int? {
    let sign = "<![CDATA["
    guard text[start + 1] == UInt8(ascii: "!"),
      text[start...].prefix(sign.utf8.count).elementsEqual(sign.utf8)
    else { return nil }
    let content = start + sign.utf8.count
    takeOut(text, start..<content)
    var index = content
    while let end = ByteSearch.first(UInt8(ascii: "]"), in: .init(text), from: index) {
      index = end + 1
      guard text[end...].prefix(3).elementsEqual("]]>".utf8) else { continue }
      takeOut(text, end..<end + 3)
      break
    }
    return content
  }

  private static func takeOut(_ text: Bytes, _ range: Range<Int>) {
    for place in range { text[place] = Letters.fill }
    text[range.lowerBound] = Letters.seam
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  /// The most letters that the name of such a tag has.
  private static let longest = 6

  private static let inline: KeyTable<Readers> = {
    var table = KeyTable<Readers>()
    for name in [
      "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i",
      "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time",
      "tspan", "u", "var", "wbr",
    ] {
      table.insert(name.utf8.reduce(0) { $0 << 8 | UInt64($1) }, [])
    }
    return table
  }()
}
