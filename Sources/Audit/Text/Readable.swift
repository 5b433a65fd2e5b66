/// A file as somebody reads it: tags, entities and escapes undone in place.
///
/// What is taken out is filled up, so that a place in the text is found again in the file. What
/// stands inside tags comes apart, in `asides`, because it does not interrupt the text around it.
struct Readable {
  /// What kind of text a file is.
  enum Form: UInt8 {
    /// A page; other markup, in which may stand what stands in no page, as in drawings and feeds.
    case page, markup
    case json, markdown, table, plain

    /// The form of the file at `path`, by its ending.
    init(path: String) {
      let ending = path.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(path[$0...]) } ?? ""
      switch ending {
      case ".html": self = .page
      case ".xml", ".svg": self = .markup
      case ".json": self = .json
      case ".md": self = .markdown
      case ".csv": self = .table
      default: self = .plain
      }
    }

    /// Whether there are tags in it.
    var isMarkup: Bool { self == .page || self == .markup }
  }

  /// The text.
  private(set) var text: [UInt8]
  /// What stands inside tags.
  private(set) var asides: [UInt8] = []
  /// The text as a script or a style sheet in it would be read, where that makes a difference.
  private(set) var unescaped: [UInt8]?
  /// What stands inside tags, where escapes in it make a difference.
  private(set) var unescapedAsides: [UInt8]?
  /// The tags in `asides`.
  private var tags: [Asides.Tagged] = []
  /// What of the file is looked at; nil for all.
  private var lines: FreshLines?

  /// Reads a file.
  init(_ bytes: [UInt8], _ form: Form) {
    text = bytes
    read(form, nil)
  }

  /// Reads what of a file is not among the lines and tags that were seen and are clean for a reader.
  init(_ bytes: [UInt8], _ form: Form, seen: Seen, by reader: Readers, _ levels: LevelMarks) {
    let lines = FreshLines(of: bytes, form, seen: seen.lines, by: reader, levels)
    text = lines.bytes
    self.lines = lines
    read(form, SeenTags(tags: seen.tags, reader: reader))
  }

  /// Remembers the tags, and the lines that are by themselves, each as clean for those of these
  /// readers who may have all that is in it.
  func remember(in seen: inout Seen, for readers: Readers, but stains: [Watch.Stain]) {
    let stains = Stains(stains, in: readers)
    lines?.remember(text, in: &seen.lines, but: stains)
    var sweep = stains.sweep
    // What was an entity can be a tag in the second place: not all come in their order.
    for tag in tags.sorted(by: { $0.place < $1.place }) {
      let clean = sweep.clean(tag.place..<tag.place + 1)
      if !clean.isEmpty { seen.tags.insert(tag.hash, clean) }
    }
  }

  private mutating func read(_ form: Form, _ seen: SeenTags?) {
    undo(form, seen)
    // Feeds hold pages, written as text.
    if form.isMarkup || form == .json,
      contains(UInt8(ascii: "<")) || contains(UInt8(ascii: "&"))
    {
      undoMarkup(seen)
    }
    if form != .plain { joinAtSigns() }
    Readable.undoPercent(&text)
    Readable.undoPercent(&asides)
    if ByteSearch.contains(UInt8(ascii: "\\"), in: asides) {
      var other = asides
      other.withUnsafeMutableBufferPointer { Escape.undoAll($0, quotesEnd: false) }
      unescapedAsides = other
    }
  }

  /// Puts a seam where signs of emphasis or code stand between two letters: who reads the Markdown as a
  /// page reads one word.
  private mutating func joinAtSigns() {
    text.withUnsafeMutableBufferPointer { text in
      for sign in "*`~".utf8 {
        var index = 0
        while let start = ByteSearch.first(sign, in: .init(text), from: index) {
          index = start + 1
          while index < text.count, text[index] == sign { index += 1 }
          guard start > 0, index < text.count, Letters.isLetter(text[start - 1]),
            Letters.isLetter(text[index])
          else { continue }
          for place in start..<index { text[place] = Letters.fill }
          text[start] = Letters.seam
        }
      }
    }
  }

  private mutating func undo(_ form: Form, _ seen: SeenTags?) {
    switch form {
    case .page, .markup:
      undoMarkup(seen)
      unescaped = withoutEscapes
    case .json:
      undoEscapes(quotesEnd: true)
      // Released Markdown stands in it.
      endAtBlocks()
    case .markdown:
      endAtBlocks()
      undoEntitiesAlone()
      unescaped = withoutEscapes
      dropBackslashes()
    case .table:
      endAtCells()
      undoEntitiesAlone()
      unescaped = withoutEscapes
    case .plain:
      undoEntitiesAlone()
      undoEscapes(quotesEnd: false)
    }
  }

  /// What of the file is looked at, as it stands there.
  func fresh(of file: [UInt8]) -> [UInt8] { lines?.bytes ?? file }

  /// The place in the file of a place in the text.
  func place(_ offset: Int) -> Int { lines?.place(offset) ?? offset }

  /// The place in the text of a place in the asides: that of its tag.
  func textPlace(ofAside offset: Int) -> Int {
    let next = tags.partitioningIndex { $0.aside > offset }
    return next == 0 ? 0 : tags[next - 1].place
  }

  /// The line, counted from 1, in which a place in the text stands in the file.
  func line(_ offset: Int, in file: [UInt8]) -> Int {
    file.prefix(place(offset)).reduce(into: 1) { if $1 == 0x0A { $0 += 1 } }
  }

  /// The line in which a place in the asides stands in the file.
  func line(ofAside offset: Int, in file: [UInt8]) -> Int {
    line(textPlace(ofAside: offset), in: file)
  }

  private func contains(_ byte: UInt8) -> Bool { ByteSearch.contains(byte, in: text) }

  // MARK: - Markup

  private mutating func undoMarkup(_ seen: SeenTags?) {
    var notes = Asides(bytes: asides, tags: tags, seen: seen)
    text.withUnsafeMutableBufferPointer { text in
      let bytes = UnsafeBufferPointer(text)
      var index = 0
      while true {
        index = ByteSearch.first(
          UInt8(ascii: "<"), or: UInt8(ascii: "&"), in: bytes, from: index, to: text.count)
        guard index < text.count else { return }
        index =
          text[index] == UInt8(ascii: "<")
          ? notes.takeOut(text, index) : Entity.undo(text, index)
      }
    }
    (asides, tags) = (notes.bytes, notes.tags)
  }

  private mutating func undoEntitiesAlone() {
    text.withUnsafeMutableBufferPointer { Entity.undoAll($0, from: 0) }
  }

  // MARK: - Other forms

  private mutating func undoEscapes(quotesEnd: Bool) {
    text.withUnsafeMutableBufferPointer { Escape.undoAll($0, quotesEnd: quotesEnd) }
  }

  private var withoutEscapes: [UInt8]? {
    guard contains(UInt8(ascii: "\\")) else { return nil }
    var other = self
    other.undoEscapes(quotesEnd: false)
    return other.text
  }

  /// In Markdown a backslash escapes a sign; in front of anything else it is one.
  private mutating func dropBackslashes() {
    text.withUnsafeMutableBufferPointer { text in
      let bytes = UnsafeBufferPointer(text)
      var index = 0
      while let place = ByteSearch.first(UInt8(ascii: "\\"), in: bytes, from: index) {
        let escapes = place + 1 < text.count && PlainText.isPunctuation(text[place + 1])
        if escapes { text[place] = Letters.fill }
        index = place + (escapes ? 2 : 1)
      }
    }
  }

  /// Ends a run where a block of Markdown ends: at blank lines, and before the lines of items,
  /// headings, quotes and at the bars of tables.
  private mutating func endAtBlocks() {
    text.withUnsafeMutableBufferPointer { text in
      let bytes = UnsafeBufferPointer(text)
      var index = 0
      while true {
        index = ByteSearch.first(
          0x0A, or: UInt8(ascii: "|"), in: bytes, from: index, to: text.count)
        guard index < text.count else { return }
        if text[index] == UInt8(ascii: "|") || Readable.endsBlock(bytes, index) {
          text[index] = Letters.end
        }
        index += 1
      }
    }
  }

  /// Whether a line feed stands before a blank line or one that begins another block.
  private static func endsBlock(_ text: UnsafeBufferPointer<UInt8>, _ lineFeed: Int) -> Bool {
    var index = lineFeed + 1
    while index < text.count, isBlank(text[index]) { index += 1 }
    return index < text.count && text[index] == 0x0A || beginsBlock(text, index)
  }

  /// Whether a line begins an item, a heading or a quote.
  static func beginsBlock(_ text: UnsafeBufferPointer<UInt8>, _ line: Int) -> Bool {
    var index = line
    while index < text.count, isBlank(text[index]) { index += 1 }
    guard index + 1 < text.count else { return false }
    switch text[index] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: ">"):
      return text[index + 1] == 0x20 || text[index + 1] == text[index]
    case 0x30...0x39:
      // `3.` or `3)`, the number of an item.
      while index < text.count, (0x30...0x39).contains(text[index]) { index += 1 }
      return index + 1 < text.count && text[index + 1] == 0x20
        && (text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ")"))
    default: return false
    }
  }

  @inline(__always)
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0D || byte == 0x09 || byte == Letters.fill
  }

  private mutating func endAtCells() {
    for index in text.indices {
      if text[index] == 0x0A || text[index] == UInt8(ascii: "\"") { text[index] = Letters.end }
    }
  }

  private static func undoPercent(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBufferPointer { Percent.undoAll($0) }
  }
}
