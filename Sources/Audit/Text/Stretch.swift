/// A piece of a file that can stand in other files too, and says the same there: a line of markup or of
/// JSON, or running text, which is a block of Markdown or of markup or a value of JSON.
struct Stretch {
  /// Running text of fewer bytes is looked at with the line it stands in.
  private static let leastOfText = 32
  /// The most bytes that a mark in front of running text has.
  private static let longestMark = 64
  /// The kind of running text that is read in the same way in every form.
  private static let plain = UInt8.max - 1

  /// Where it is.
  let range: Range<Int>
  /// Where what belongs to its edge begins: a mark stands in front of running text.
  let start: Int
  /// What its hash is of, so that only what is read in the same way has the same hash.
  let kind: UInt8
  /// Whether its edges are around it, as those of running text are, and not inside.
  let isText: Bool

  /// The piece that a line of a file is or has; nil where it is not looked for.
  init?(
    _ form: Readable.Form, _ file: UnsafeBufferPointer<UInt8>, _ line: Readable.Line,
    _ levels: LevelMarks
  ) {
    switch form {
    case .page, .markup: self.init(line.range, form)
    case .json:
      var end = line.end
      if end == line.range.upperBound, file[end - 1] == 0x0A {
        end -= 1
        if end > line.range.lowerBound, file[end - 1] == UInt8(ascii: ",") { end -= 1 }
        guard end > line.range.lowerBound, file[end - 1] == UInt8(ascii: "\"") else {
          self.init(line.range, form)
          return
        }
        end = Stretch.withoutLineFeed(file, line.range.lowerBound..<end - 1)
      }
      let start = Stretch.value(file, line.range.lowerBound..<end)
      if end - start < Self.leastOfText {
        self.init(line.range, form)
      } else {
        self.init(file, start..<end, form, levels)
      }
    case .markdown: self.init(file, line.range.lowerBound..<line.end, form, levels)
    case .table, .plain: return nil
    }
  }

  /// The running text in a line of markup, between the tags of a block that stand around it; nil where
  /// there is none.
  init?(
    _ form: Readable.Form, inside line: Range<Int>, of file: UnsafeBufferPointer<UInt8>,
    _ levels: LevelMarks
  ) {
    guard var start = MarkupLine.openTagsEnd(file, line),
      let end = MarkupLine.closingTags(file, start..<line.upperBound)
    else { return nil }
    let edge = start
    start = MarkupLine.markEnd(file, start..<end, levels) ?? start
    guard end - start >= Self.leastOfText else { return nil }
    (range, self.start, isText) = (start..<end, edge, true)
    kind = Stretch.isPlain(file, range) ? Self.plain : form.rawValue
  }

  /// A line whose edges are in it.
  private init(_ line: Range<Int>, _ form: Readable.Form) {
    (range, start, kind, isText) = (line, line.lowerBound, form.rawValue, false)
  }

  /// Running text, behind the sign of its block and its mark.
  private init(
    _ file: UnsafeBufferPointer<UInt8>, _ text: Range<Int>, _ form: Readable.Form,
    _ levels: LevelMarks
  ) {
    var first = text.lowerBound
    while first + 1 < text.upperBound, Stretch.isSign(file[first]) { first += 1 }
    if let end = Stretch.markEnd(file, first..<text.upperBound, levels), end < text.upperBound,
      file[end] == 0x20
    {
      first = end + 1
    }
    range = first..<text.upperBound
    start = text.lowerBound
    kind = Stretch.isPlain(file, range) ? Self.plain : form.rawValue
    isText = true
  }

  /// Behind the label in brackets that a text begins with; nil where there is none.
  static func markEnd(
    _ file: UnsafeBufferPointer<UInt8>, _ text: Range<Int>, _ levels: LevelMarks
  ) -> Int? {
    let first = text.lowerBound
    guard first < text.upperBound, file[first] == UInt8(ascii: "("),
      let close = file[first..<min(text.upperBound, first + longestMark)].firstIndex(
        of: UInt8(ascii: ")")),
      levels.level(of: UnsafeBufferPointer(rebasing: file[first + 1..<close])) != nil
    else { return nil }
    return close + 1
  }

  /// The signs of a block of Markdown.
  @inline(__always)
  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, 0x20, UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Whether no sign is in a text that two forms read in other ways, or that is undone.
  private static func isPlain(
    _ file: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    isRead.withUnsafeBufferPointer { isRead in
      var index = range.lowerBound
      while index < range.upperBound, !isRead[Int(file[index])] { index &+= 1 }
      return index == range.upperBound
    }
  }

  private static let isRead = (0...UInt8.max).map("\\\"&<%|\n".utf8.contains)

  /// Where the value in a line of JSON begins, behind its quotation mark and the member's name.
  private static func value(_ file: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int {
    var start = line.lowerBound
    while start < line.upperBound, file[start] == 0x20 { start += 1 }
    guard start < line.upperBound, file[start] == UInt8(ascii: "\"") else {
      return line.lowerBound
    }
    let text = start + 1
    guard let quote = ByteSearch.first(UInt8(ascii: "\""), in: file, from: text),
      quote + 4 <= line.upperBound, file[quote + 1] == UInt8(ascii: ":"), file[quote + 2] == 0x20,
      file[quote + 3] == UInt8(ascii: "\"")
    else { return text }
    return quote + 4
  }

  /// Where a value of JSON ends but for the escaped line feed that a text of several lines ends with.
  private static func withoutLineFeed(
    _ file: UnsafeBufferPointer<UInt8>, _ value: Range<Int>
  ) -> Int {
    let escape = UInt8(ascii: "\\")
    let end = value.upperBound
    guard value.count >= 3, file[end - 1] == UInt8(ascii: "n"), file[end - 2] == escape,
      file[end - 3] != escape
    else { return end }
    return end - 2
  }

  private init(_ range: Range<Int>, _ start: Int, _ kind: UInt8, _ isText: Bool) {
    (self.range, self.start, self.kind, self.isText) = (range, start, kind, isText)
  }

  /// The same at places that are `offset` more.
  func moved(by offset: Int) -> Stretch {
    Stretch(
      range.lowerBound + offset..<range.upperBound + offset, start + offset, kind, isText)
  }

  /// Whether it begins and ends at the edge of a block in `text`, which is the file without markup
  /// and escapes, place by place.
  func isAlone(in text: UnsafeBufferPointer<UInt8>, _ form: Readable.Form) -> Bool {
    isText ? isBetweenEdges(text) : hasEdges(text, form)
  }

  private func isBetweenEdges(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    // What is filled up was read elsewhere.
    guard text[range.lowerBound] != Letters.fill, text[range.upperBound - 1] != Letters.fill else {
      return false
    }
    // What a number at its beginning says depends on whether it begins a line.
    if (0x30...0x39).contains(text[range.lowerBound]) { return false }
    let before = text[..<start].last { $0 != Letters.fill && $0 != 0x0A } ?? Letters.end
    let after = text[range.upperBound...].first { $0 != Letters.fill && $0 != 0x0A } ?? Letters.end
    return (before == Letters.end || before == Letters.gone) && after == Letters.end
  }

  /// The signs of JSON around its values.
  @inline(__always)
  private static func isSignOfJSON(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "{"): true
    default: false
    }
  }

  private func hasEdges(_ text: UnsafeBufferPointer<UInt8>, _ form: Readable.Form) -> Bool {
    let line = UnsafeBufferPointer(rebasing: text[range])
    guard line.last == 0x0A else { return false }
    switch form {
    case .page, .markup:
      // The end of a line inside a tag is filled up.
      return line.first == Letters.end
        && line.last(where: { $0 != Letters.fill && $0 != 0x0A }) == Letters.end
    case .json:
      // Quotation marks are edges; behind the last one no word may stand.
      return line.first(where: { $0 != 0x20 }) == Letters.end
        && line.dropLast().last(where: { !Stretch.isSignOfJSON($0) }) == Letters.end
    case .markdown, .table, .plain: return false
    }
  }
}
