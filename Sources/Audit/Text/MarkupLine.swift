/// The text of a block in a line of markup: behind the tags that open it, before those that close it.
enum MarkupLine {
  /// Behind the tags of blocks that a line begins with, `most` of them; nil where there are none.
  static func openTagsEnd(
    _ file: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, most: Int = .max
  ) -> Int? {
    var start = line.lowerBound
    var end: Int?
    var count = 0
    while start < line.upperBound, file[start] == 0x20 { start += 1 }
    while count < most, start + 1 < line.upperBound, file[start] == UInt8(ascii: "<"),
      Tag.begins(file[start + 1])
    {
      count += 1
      let next = Tag.end(file, start)
      guard next <= line.upperBound, Tag.sign(file, start, next) == Letters.end else { break }
      start = next
      end = next
    }
    return end
  }

  /// Where the tags begin that close blocks at the end of a line, or the line feed does, where the next
  /// line begins with such a tag; nil where there are none.
  static func closingTags(_ file: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Int? {
    var end = line.upperBound
    var first: Int?
    if end > line.lowerBound, file[end - 1] == 0x0A {
      end -= 1
      if openTagsEnd(file, line.upperBound..<file.count, most: 1) != nil { first = end }
    }
    while end > line.lowerBound, file[end - 1] == UInt8(ascii: ">") {
      // Longer ones are none of a page's.
      let least = max(line.lowerBound, end - 32)
      guard let start = file[least..<end].lastIndex(of: UInt8(ascii: "<")),
        file[start + 1] == UInt8(ascii: "/"), Tag.sign(file, start, end) == Letters.end
      else { break }
      end = start
      first = start
    }
    return first
  }

  /// Behind the mark that a text begins with, in an inline tag or not, and the space after it; nil where
  /// there is none.
  static func markEnd(
    _ file: UnsafeBufferPointer<UInt8>, _ text: Range<Int>, _ levels: LevelMarks
  ) -> Int? {
    let open = inlineTagsEnd(file, text)
    guard let close = Stretch.markEnd(file, open..<text.upperBound, levels) else { return nil }
    let end = inlineTagsEnd(file, close..<text.upperBound)
    return end < text.upperBound && file[end] == 0x20 ? end + 1 : nil
  }

  /// Behind the inline tags that a text begins with.
  private static func inlineTagsEnd(
    _ file: UnsafeBufferPointer<UInt8>, _ text: Range<Int>
  ) -> Int {
    var start = text.lowerBound
    while start + 1 < text.upperBound, file[start] == UInt8(ascii: "<"),
      Tag.begins(file[start + 1])
    {
      let next = Tag.end(file, start)
      guard next < text.upperBound, Tag.sign(file, start, next) == Letters.seam else { break }
      start = next
    }
    return start
  }
}
