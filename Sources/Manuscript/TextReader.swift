internal import Diagnostics
internal import Markdown
internal import Marking

/// Reads one text (a paragraph, a heading, a cell, a field): its leading mark, its inline marks,
/// and everything in it that looks like a mark and is none.
struct TextReader {
  /// Where the text stands; decides what a mark alone means and what the text could turn into.
  enum Place: Hashable {
    case paragraph, heading, item
    case setext(Int)
    case firstCell, readCell, cell, headerCell
    case field

    var isCell: Bool {
      switch self {
      case .firstCell, .readCell, .cell, .headerCell: true
      default: false
      }
    }
  }

  /// The lines of a text and the line in the file, counted from 1, that line 0 is.
  struct Text {
    var lines: [SourceLine]
    var base: Int
  }

  /// The most mistakes of one text that are told.
  static let mostFaults = 100

  /// Something wrong, with its place in the file.
  struct Fault: Hashable {
    var code: String
    var line: Int
    var column: Int?
    var message: String
    var help: String
  }

  let labels: LabelReader
  var faults: [Fault] = []
  /// The first line of the last text read.
  var line = 0
  /// The images in the texts read.
  var images: [ImageReference] = []
  /// Addresses of other briefings in the texts read.
  var links: [String] = []

  init(labels: LabelReader) { self.labels = labels }

  /// Reads a text with its leading mark.
  mutating func read(
    _ text: Text, as place: Place
  ) -> (mark: LabelReader.Reading?, text: InlineText) {
    var text = text
    line = text.base + (text.lines.first?.number ?? 0)
    var mark: LabelReader.Reading?
    if place != .readCell { mark = takeLeadingMark(&text.lines, as: place, base: text.base) }
    let bytes = TextReader.joined(text.lines)
    let (inline, found) = InlineMarkReader(labels: labels).read(bytes)
    for fault in found {
      let (line, column) = position(fault.offset, in: text)
      faults.append(
        Fault(
          code: fault.code, line: line, column: column, message: fault.message, help: fault.help))
    }
    var check = TextCheck(labels: labels, text: text, bytes: bytes, inline: inline, place: place)
    let leading = faults
    check.run(hadMark: mark != nil)
    faults += check.faults
    if place == .field {
      blameDash(bytes)
      blameFences(bytes, in: text)
    }
    keepOneFault(of: leading, startsImage: bytes.starts(with: "![".utf8))
    images += check.images.map { image($0, in: text) }
    links += check.links
    return (mark, inline)
  }

  /// The lines as one text.
  static func joined(_ lines: [SourceLine]) -> [UInt8] {
    guard lines.count != 1 else { return Array(lines[0].bytes) }
    return Array(lines.map(\.bytes).joined(separator: [0x0A]))
  }

  /// An image where its destination is written; at the text's first line where escapes or a definition
  /// keep it from being found.
  private func image(_ destination: String, in text: Text) -> ImageReference {
    for line in text.lines {
      guard let range = line.bytes.firstRange(of: destination.utf8) else { continue }
      let before = String(decoding: line.bytes[..<range.lowerBound], as: UTF8.self)
      return ImageReference(
        destination: destination, line: text.base + line.number,
        column: line.column + before.unicodeScalars.count + 1)
    }
    return ImageReference(destination: destination, line: line)
  }

  /// The line and column in the file of an offset in the joined text.
  func position(_ offset: Int, in text: Text) -> (line: Int, column: Int?) {
    TextReader.position(offset, in: text)
  }

  static func position(_ offset: Int, in text: Text) -> (line: Int, column: Int?) {
    var rest = offset
    for line in text.lines {
      if rest <= line.bytes.count {
        let before = String(decoding: line.bytes.prefix(rest), as: UTF8.self)
        return (text.base + line.number, line.column + before.unicodeScalars.count + 1)
      }
      rest -= line.bytes.count + 1
    }
    return (text.base + (text.lines.first?.number ?? 0), nil)
  }

  /// Takes the leading mark off the first line, and the line too where nothing else is on it.
  mutating func takeLeadingMark(
    _ lines: inout [SourceLine], as place: Place, base: Int
  ) -> LabelReader.Reading? {
    guard let first = lines.first else { return nil }
    let number = base + first.number
    switch leadingMark(first.bytes) {
    case .none:
      if isMarkDivided(lines) {
        fault(
          "marking/unknown-label", number, first.column + 1, "a label that a line end divides",
          "write it on one line, or escape the bracket: '\\('")
      }
      return nil
    case .missingSpace:
      reportMissingSpace(first, number)
      return nil
    case .unknown(let match):
      reportUnknown(match, first, number)
      return nil
    case .mark(let label, let end):
      lines[0].drop(end)
      takeEmptyLine(&lines, as: place, number)
      checkSecondMark(lines, base)
      if place == .item {
        checkBox(lines, number)
        checkBlock(lines, base)
      }
      return labels.reading(label)
    }
  }

  /// Whether lines together begin with what looks like a mark, of which the first has a part.
  private func isMarkDivided(_ lines: [SourceLine]) -> Bool {
    guard lines.count > 1, let start = lines[0].bytes.first, !(0x30...0x39).contains(start),
      !(0x61...0x7A).contains(start | 0x20), !lines[0].bytes.contains(UInt8(ascii: ")"))
    else { return false }
    let next = lines.prefix(8).firstIndex { $0.bytes.contains(UInt8(ascii: ")")) } ?? 1
    return leadingMark(TextReader.joined(Array(lines[...next]))[...]) != .none
  }

  private mutating func takeEmptyLine(
    _ lines: inout [SourceLine], as place: Place, _ number: Int
  ) {
    guard lines[0].isBlank else { return }
    if lines.count > 1 {
      lines.removeFirst()
      lines[0].stripIndent()
    } else if place != .firstCell, place != .headerCell {
      fault(
        "marking/empty-portion", number, nil, "a mark with nothing to mark",
        place == .field
          ? "write the text behind it, or leave the field out"
          : "put it before the text; for a list, a table or code use a container")
    }
  }

  private mutating func checkSecondMark(_ lines: [SourceLine], _ base: Int) {
    guard let line = lines.first, !line.isBlank else { return }
    switch leadingMark(line.bytes) {
    case .none: break
    case .mark, .missingSpace:
      fault(
        "marking/two-marks", base + line.number, line.column + 1, "two marks in a row",
        "keep one, or escape the second: '\\('")
    case .unknown(let match): reportUnknown(match, line, base + line.number)
    }
  }

  /// What an item or a footnote begins with stays a paragraph once its mark is gone.
  private mutating func checkBlock(_ lines: [SourceLine], _ base: Int) {
    guard let first = lines.first, !first.isBlank else { return }
    let bytes = TextReader.joined(lines)
    let (inline, _) = InlineMarkReader(labels: labels).read(bytes)
    var check = TextCheck(
      labels: labels, text: Text(lines: lines, base: base), bytes: bytes, inline: inline,
      place: .paragraph)
    check.checkBlock()
    faults += check.faults
  }

  private mutating func checkBox(_ lines: [SourceLine], _ number: Int) {
    let start = lines.first?.bytes ?? []
    // `[x]{S}` is an inline mark, and `[x](u)` a link.
    guard ["[ ]", "[x]", "[X]"].contains(where: { start.starts(with: $0.utf8) }),
      [nil, 0x20, 0x09].contains(start.dropFirst(3).first)
    else { return }
    fault(
      "marking/hidden-block", number, nil, "a mark before the box of a task",
      "write '- [ ] (LABEL) text'")
  }

  private mutating func reportUnknown(_ match: String, _ line: SourceLine, _ number: Int) {
    let content = match.dropFirst().dropLast()
    let isKnown =
      match.hasPrefix("(") && match.hasSuffix(")") && labels.scheme.label(content) != nil
    let before = line.bytes.prefix(match.utf8.count + 4)
    let isDecorated = before.contains { [0x2A, 0x5F, 0x7E, 0x60, 0x5B].contains($0) }
    if isKnown, isDecorated {
      fault(
        "marking/decorated", number, line.column + 1, "a mark inside emphasis, code or a link",
        "write the mark bare, before the markup: '(LABEL) **text**'")
    } else {
      let (message, help) = unknown(match, isKnown)
      fault("marking/unknown-label", number, line.column + 1, message, help)
    }
  }

  private func unknown(_ match: String, _ isKnown: Bool) -> (message: String, help: String) {
    let example = "(\(labels.scheme.levels[0]))"
    // What stands behind a bracket that is not closed is the author's text: it is not shown.
    guard let first = match.first, let last = match.last, "([{<".contains(first),
      ")]}>".contains(last)
    else {
      return (
        "a mark with one of its brackets missing",
        "write the label between two, such as \(example), or escape the bracket: '\\('"
      )
    }
    if isKnown || match.contains(where: { $0.isUppercase && !$0.isASCII }) {
      return (
        "a label with characters that only look like those of the policy",
        "type it anew, such as \(example), or escape the bracket: '\\('"
      )
    }
    return (
      "unknown label \(match.count <= 40 ? match : match.prefix(40) + "…")",
      labels.choice(insteadOf: match.dropFirst().dropLast())
        + "; if it is text, escape the bracket: '\\\(first)'"
    )
  }

  mutating func fault(
    _ code: String, _ line: Int, _ column: Int?, _ message: String, _ help: String
  ) {
    faults.append(Fault(code: code, line: line, column: column, message: message, help: help))
  }
}
