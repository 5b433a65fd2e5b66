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
      case let byte
      where (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"))
        && beginsValue(text, start, index):
        guard let quote = ByteSearch.first(byte, in: text, from: index + 1) else {
          return text.count
        }
        index = quote + 1
      default: index += 1
      }
    }
    return text.count
  }

  /// Whether a quotation mark stands behind an equals sign; elsewhere it is a sign of a name.
  @inline(__always)
  private static func beginsValue(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ quote: Int
  ) -> Bool {
    var before = quote - 1
    while before > start, text[before] <= 0x20, text[before] != Letters.gone { before -= 1 }
    return text[before] == UInt8(ascii: "=") || text[start + 1] == UInt8(ascii: "!")
  }

  /// Whether the tag says more than a known name.
  static func saysMore(_ text: Bytes, _ start: Int, _ end: Int) -> Bool {
    var index = start + 1
    let name = name(UnsafeBufferPointer(text), &index, end)
    // Of a longer name the first letters could be anything.
    if index - start > 10 { return true }
    // Of a heading.
    if index < end, (0x31...0x36).contains(text[index]) { index += 1 }
    return index != end - 1 || !(blocks.contains(name) || inline.contains(name))
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
    let name = name(text, &index, end)
    if name == lineBreak { return 0x0A }
    return name == 0 || blocks.contains(name) ? Letters.end : Letters.seam
  }

  /// The letters of a tag's name in small letters, of a long one the last eight, behind which `index` is
  /// moved.
  @inline(__always)
  private static func name(
    _ text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ end: Int
  ) -> UInt64 {
    if index < end, text[index] == UInt8(ascii: "/") { index += 1 }
    var name: UInt64 = 0
    while index < end, isLetter(text[index]) {
      name = name << 8 | UInt64(text[index] | 0x20)
      index += 1
    }
    return name
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

  /// Elements whose text is no part of the text around them: of HTML, SVG, feeds and site maps. A word
  /// goes on behind the tag of any other, known or not.
  private static let blocks = table(
    """
    address article aside audio author base blockquote body button caption category center col colgroup content \
    datalist dd details dialog dir div dl doctype dt email entry feed fieldset figcaption figure footer form frame \
    frameset generator h head header hgroup hr html id iframe input label lastmod legend li link loc main map menu \
    meta meter name nav noscript object ol optgroup option p param picture pre progress published rights \
    script search section select source style subtitle summary svg table tbody td template textarea tfoot \
    th thead title tr track ul updated uri url urlset video xml \
    circle clippath defs desc ellipse g image line lineargradient marker mask path pattern polygon polyline \
    radialgradient rect stop symbol text use view
    """)

  /// Others that a page has.
  private static let inline = table(
    """
    a abbr b bdi bdo br cite code data del dfn em font i img ins kbd mark q s samp small span \
    strong sub sup time tspan u var wbr
    """)

  private static func table(_ names: String) -> KeyTable<Readers> {
    var table = KeyTable<Readers>()
    for name in names.split(separator: " ") {
      table.insert(name.utf8.reduce(0) { $0 << 8 | UInt64($1) }, [])
    }
    return table
  }
}
