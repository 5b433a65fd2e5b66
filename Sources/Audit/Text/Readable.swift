/// A file as somebody reads it: tags, entities and escapes undone in place.
///
/// What is taken out is filled up, so that a place in the text is the same place in the file. What
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

  /// The text, of the file's length.
  private(set) var text: [UInt8]
  /// What stands inside tags.
  private(set) var asides: [UInt8] = []
  /// Where in `asides` a tag begins, and where it stands in the file.
  private var tags: [(aside: Int, place: Int)] = []

  /// Reads a file.
  init(_ bytes: [UInt8], _ form: Form) {
    text = bytes
    switch form {
    case .markup:
      undoMarkup()
      // Feeds hold pages, written as text.
      if contains(UInt8(ascii: "<")) { undoMarkup() }
    case .json:
      undoEscapes(quotesEnd: true)
      if contains(UInt8(ascii: "<")) { undoMarkup() }
    case .markdown:
      endAtBlankLines()
      undoEntitiesAlone()
      dropBackslashes()
    case .table: endAtCells()
    case .plain: undoEscapes(quotesEnd: false)
    }
    if contains(UInt8(ascii: "%")) { Readable.undoPercent(&text) }
    if asides.contains(UInt8(ascii: "%")) { Readable.undoPercent(&asides) }
  }

  /// The place in the file of a place in the asides.
  func place(ofAside offset: Int) -> Int {
    var low = 0
    var high = tags.count
    while low < high {
      let middle = (low + high) / 2
      if tags[middle].aside <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : tags[low - 1].place
  }

  private func contains(_ byte: UInt8) -> Bool { text.contains(byte) }

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

  private mutating func endAtBlankLines() {
    var isBlank = false
    for index in text.indices {
      switch text[index] {
      case 0x0A:
        if isBlank { text[index] = Letters.end }
        isBlank = true
      case 0x20, 0x0D, 0x09: break
      case UInt8(ascii: "|"):
        text[index] = Letters.end
        isBlank = false
      default: isBlank = false
      }
    }
  }

  private mutating func endAtCells() {
    for index in text.indices {
      if text[index] == 0x0A || text[index] == UInt8(ascii: "\"") { text[index] = Letters.end }
    }
  }

  private static func undoPercent(_ bytes: inout [UInt8]) {
    var index = 0
    while index + 2 < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), let high = Digit.hex(bytes[index + 1]),
        let low = Digit.hex(bytes[index + 2])
      {
        let value = high << 4 | low
        // The signs that part words here are none of the text's.
        bytes[index] = value < 0x20 ? 0x20 : value
        bytes[index + 1] = Letters.fill
        bytes[index + 2] = Letters.fill
        index += 3
      } else {
        index += 1
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
      for index in start + 1..<end { bytes.append(Tag.bounds(text[index])) }
      bytes.withUnsafeMutableBufferPointer { Geometry.takeOut($0, from: first) }
      bytes.withUnsafeMutableBufferPointer { Entity.undoAll($0, from: first) }
    }
    for index in start..<end { text[index] = Letters.fill }
    text[start] = mark
    return end
  }
}
