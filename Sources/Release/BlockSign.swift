internal import Markdown

/// The signs with which a line of text would begin a block of Markdown: where a link that stood around
/// them is gone, they are text as before.
enum BlockSign {
  /// Where backslashes have to stand for a line to go on being text.
  ///
  /// The rules are those of the GFM specification, version 0.29, sections 4 and 5, and those of
  /// containers; a sign too many that is escaped changes nothing.
  static func escapes(in line: ArraySlice<UInt8>) -> [Int] {
    let text = line.drop { $0 == 0x20 || $0 == 0x09 }
    guard let first = text.first, text.startIndex - line.startIndex < 4 else { return [] }
    let start = text.startIndex
    let run = text.prefix { $0 == first }
    let isAlone = text.allSatisfy { $0 == first || isBlank($0) }
    switch first {
    case UInt8(ascii: ">"): return [start]
    case UInt8(ascii: "#"): return run.count <= 6 && endsWord(text, run.count) ? [start] : []
    case UInt8(ascii: "="): return isAlone ? [start] : []
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      let isMarker = first != UInt8(ascii: "_") && endsWord(text, 1)
      return isMarker || isAlone || isDelimiterRow(text) ? [start] : []
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      let isFence =
        run.count >= 3 && (first == UInt8(ascii: "~") || !text[run.endIndex...].contains(first))
      return isFence ? Array(run.indices) : []
    case UInt8(ascii: ":"): return run.count >= 3 || isDelimiterRow(text) ? [start] : []
    case UInt8(ascii: "|"): return isDelimiterRow(text) ? [start] : []
    case UInt8(ascii: "["): return isDefinition(text) || isBox(text) ? [start] : []
    case 0x30...0x39:
      let digits = text.prefix { (0x30...0x39).contains($0) }.count
      guard let sign = text.dropFirst(digits).first, endsWord(text, digits + 1),
        sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")
      else { return [] }
      return [start + digits]
    default: return []
    }
  }

  /// Whether a text is a paragraph to whoever reads Markdown, and no task where it begins an item.
  static func isParagraph(_ text: [UInt8]) -> Bool {
    let lines = text[...].lines
    let nodes = Parser.parse(text, inlines: false).children
    return nodes.count == 1 && nodes[0].kind == .paragraph
      && ReferenceDefinition.read(text).end == 0 && !isBox(text[...])
      && !lines.contains { $0.drop(while: isBlank).starts(with: ":::".utf8) }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// Whether white space or the end comes after so many bytes.
  private static func endsWord(_ text: ArraySlice<UInt8>, _ count: Int) -> Bool {
    text.dropFirst(count).first.map(isBlank) ?? true
  }

  /// Whether a line is one that makes the line before it the header of a table.
  private static func isDelimiterRow(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains(UInt8(ascii: "-")) && text.allSatisfy { "|:- \t".utf8.contains($0) }
  }

  /// Whether a line begins as the definition of a reference or of a footnote does.
  private static func isDefinition(_ text: ArraySlice<UInt8>) -> Bool {
    zip(text, text.dropFirst()).contains { $0 == UInt8(ascii: "]") && $1 == UInt8(ascii: ":") }
  }

  /// Whether a line begins with the box of a task.
  private static func isBox(_ text: ArraySlice<UInt8>) -> Bool {
    text.count >= 3 && text.first == UInt8(ascii: "[")
      && " xX".utf8.contains(text[text.startIndex + 1])
      && text[text.startIndex + 2] == UInt8(ascii: "]") && endsWord(text, 3)
  }
}
