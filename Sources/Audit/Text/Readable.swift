/// A file as somebody reads it: tags, entities and escapes undone in place.
///
/// What is taken out is filled up, so that a place in the text is found again in the file. What
/// stands inside tags comes apart, in `asides`, because it does not interrupt the text around it.
struct Readable {
  /// What kind of text a file is.
  enum Form {
    case markup, json, markdown, table, plain

    /// The form of the file at `path`, by its ending.
    init(path: String) {
      let ending = path.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(path[$0...]) } ?? ""
      switch ending {
      case ".html", ".xml", ".svg": self = .markup
      case ".json": self = .json
      case ".md": self = .markdown
      case ".csv": self = .table
      default: self = .plain
      }
    }
  }

  /// The text.
  private(set) var text: [UInt8]
  /// What stands inside tags.
  private(set) var asides: [UInt8] = []
  /// Where in `asides` a tag begins, and where it stands in the text.
  private var tags: [(aside: Int, place: Int)] = []
  /// What of the file is looked at; nil for all.
  private var lines: FreshLines?

  /// Reads a file.
  init(_ bytes: [UInt8], _ form: Form) {
    var seen: SeenLines = []
    self.init(bytes, form, seen: &seen)
  }

  /// Reads what of a file is not in `seen`, and remembers its lines there.
  init(_ bytes: [UInt8], _ form: Form, seen: inout SeenLines) {
    if form == .markup {
      let lines = FreshLines(of: bytes, seen: seen)
      text = lines.bytes
      undoMarkup()
      lines.remember(text, in: &seen)
      self.lines = lines
    } else {
      text = bytes
      undo(form)
    }
    // Feeds hold pages, written as text.
    if form == .markup || form == .json, contains(UInt8(ascii: "<")) { undoMarkup() }
    Readable.undoPercent(&text)
    Readable.undoPercent(&asides)
  }

  private mutating func undo(_ form: Form) {
    switch form {
    case .markup: undoMarkup()
    case .json:
      undoEscapes(quotesEnd: true)
      // Released Markdown stands in it.
      endAtBlocks()
    case .markdown:
      endAtBlocks()
      undoEntitiesAlone()
      dropBackslashes()
    case .table: endAtCells()
    case .plain: undoEscapes(quotesEnd: false)
    }
  }

  /// The place in the file of a place in the text.
  func place(_ offset: Int) -> Int { lines?.place(offset) ?? offset }

  /// The place in the file of a place in the asides.
  func place(ofAside offset: Int) -> Int {
    let next = tags.partitioningIndex { $0.aside > offset }
    return next == 0 ? 0 : place(tags[next - 1].place)
  }

  private func contains(_ byte: UInt8) -> Bool { ByteSearch.contains(byte, in: text) }

  // MARK: - Markup

  private mutating func undoMarkup() {
    var notes = Asides(bytes: asides, tags: tags)
    text.withUnsafeMutableBufferPointer { text in
      var index = 0
      while index < text.count {
        let byte = text[index]
        if byte == UInt8(ascii: "<") {
          index = notes.takeOut(text, index)
        } else if byte == UInt8(ascii: "&") {
          index = Entity.undo(text, index)
        } else {
          index += 1
        }
      }
    }
    (asides, tags) = (notes.bytes, notes.tags)
  }

  private mutating func undoEntitiesAlone() {
    text.withUnsafeMutableBufferPointer { Entity.undoAll($0, from: 0) }
  }

  // MARK: - Other forms

  /// Undoes `\u0041`, `\x41`, `\41 ` and the like; optionally a quotation mark ends a run.
  private mutating func undoEscapes(quotesEnd: Bool) {
    text.withUnsafeMutableBufferPointer { text in
      var index = 0
      while index < text.count {
        if text[index] == UInt8(ascii: "\\"), index + 1 < text.count {
          index = Escape.undo(text, index)
        } else {
          if quotesEnd, text[index] == UInt8(ascii: "\"") { text[index] = Letters.end }
          index += 1
        }
      }
    }
  }

  private mutating func dropBackslashes() {
    for index in text.indices where text[index] == UInt8(ascii: "\\") {
      text[index] = Letters.fill
    }
  }

  /// Ends a run where a block of Markdown ends: at blank lines, and before the lines of items,
  /// headings, quotes and at the bars of tables.
  private mutating func endAtBlocks() {
    text.withUnsafeMutableBufferPointer { text in
      var lineEnd: Int?
      for index in text.indices {
        let byte = text[index]
        if byte > UInt8(ascii: "|") || byte >= UInt8(ascii: "A") && byte < UInt8(ascii: "|") {
          lineEnd = nil
          continue
        }
        switch byte {
        case 0x0A:
          if let lineEnd { text[lineEnd] = Letters.end }
          lineEnd = index
        case 0x20, 0x0D, 0x09, Letters.fill: break
        case UInt8(ascii: "|"):
          text[index] = Letters.end
          lineEnd = nil
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: ">"):
          if let lineEnd, index + 1 < text.count, text[index + 1] == 0x20 || text[index + 1] == byte
          {
            text[lineEnd] = Letters.end
          }
          lineEnd = nil
        default: lineEnd = nil
        }
      }
    }
  }

  private mutating func endAtCells() {
    for index in text.indices {
      if text[index] == 0x0A || text[index] == UInt8(ascii: "\"") { text[index] = Letters.end }
    }
  }

  private static func undoPercent(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBufferPointer { bytes in
      var index = 0
      while let start = ByteSearch.first(
        UInt8(ascii: "%"), in: UnsafeBufferPointer(bytes), from: index)
      {
        index = start + 1
        guard start + 2 < bytes.count, let high = Digit.hex(bytes[start + 1]),
          let low = Digit.hex(bytes[start + 2])
        else { continue }
        let value = high << 4 | low
        // The signs that part words here are none of the text's.
        bytes[start] = value < 0x20 ? 0x20 : value
        bytes[start + 1] = Letters.fill
        bytes[start + 2] = Letters.fill
        index = start + 3
      }
    }
  }
}

/// What stands inside the tags of a text.
private struct Asides {
  var bytes: [UInt8]
  var tags: [(aside: Int, place: Int)]

  /// Takes the tag at `start` out of a text; where it ends.
  mutating func takeOut(_ text: UnsafeMutableBufferPointer<UInt8>, _ start: Int) -> Int {
    guard start + 1 < text.count, Tag.begins(text[start + 1]) else { return start + 1 }
    let isComment = Tag.isComment(text, start)
    let end = isComment ? Tag.endOfComment(text, start) : Tag.end(text, start)
    let mark = Tag.isInline(text, start, end) ? Letters.seam : Letters.end
    if Tag.saysMore(text, start, end) {
      tags.append((bytes.count, start))
      bytes.append(Letters.end)
      let first = bytes.count
      bytes.append(contentsOf: text[start + 1..<end])
      bytes.withUnsafeMutableBufferPointer { bytes in
        for index in first..<bytes.count { bytes[index] = Tag.bounds(bytes[index]) }
        Geometry.takeOut(bytes, from: first)
        Entity.undoAll(bytes, from: first)
      }
    }
    for index in start..<end { text[index] = Letters.fill }
    text[start] = mark
    return end
  }
}
