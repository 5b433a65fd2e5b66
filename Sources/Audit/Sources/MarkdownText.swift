/// What of a piece of Markdown is text to a reader.
enum MarkdownText {
  /// The text without what a page never shows: references to footnotes, the destinations of links
  /// within the publication and of images, and the tag of a line break.
  static func shown(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "<") }) else {
      return text
    }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var i = 0
    while i < text.count {
      if text[i...].starts(with: "[^".utf8),
        let close = text[i...].firstIndex(of: UInt8(ascii: "]"))
      {
        i = close + 1
      } else if let end = destinationEnd(text, at: i), !isOutward(text[(i + 2)..<end]) {
        // A title behind the destination is shown.
        let inside = text[(i + 2)..<end]
        result += [UInt8(ascii: "]"), 0x20]
        result += inside.drop { !Bytes.isSpace($0) }
        i = end + 1
      } else if text[i...].starts(with: "<br>".utf8) {
        result.append(0x20)
        i += 4
      } else {
        result.append(text[i])
        i += 1
      }
    }
    return result
  }

  /// The stems of the files that images and links name: no edition names them.
  static func fileNames(in text: [UInt8]) -> [[UInt8]] {
    guard text.contains(UInt8(ascii: "]")) else { return [] }
    var result: [[UInt8]] = []
    for i in text.indices {
      guard let end = destinationEnd(text, at: i) else { continue }
      let destination = text[(i + 2)..<end].prefix { !Bytes.isSpace($0) }
      if destination.contains(UInt8(ascii: ":")) || destination.first == UInt8(ascii: "#") {
        continue
      }
      let name = destination.split(separator: UInt8(ascii: "/")).last ?? []
      let stem = name.prefix { $0 != UInt8(ascii: ".") }
      if !stem.isEmpty { result.append(Array(stem)) }
    }
    return result
  }

  /// The names in square brackets, folded for case: references that the text makes.
  static func references(in text: [UInt8]) -> Set<[UInt8]> {
    var result: Set<[UInt8]> = []
    var open: [Int] = []
    for i in text.indices {
      if text[i] == UInt8(ascii: "[") {
        open.append(i + 1)
      } else if text[i] == UInt8(ascii: "]"), let start = open.popLast(), i - start < 1000 {
        result.insert(Bytes.lowered(text[start..<i]))
      }
    }
    return result
  }

  private static func destinationEnd(_ text: [UInt8], at i: Int) -> Int? {
    guard text[i] == UInt8(ascii: "]"), i + 1 < text.count, text[i + 1] == UInt8(ascii: "(") else {
      return nil
    }
    return text[(i + 2)...].firstIndex(of: UInt8(ascii: ")"))
  }

  private static func isOutward(_ destination: ArraySlice<UInt8>) -> Bool {
    let text = Bytes.lowered(destination.prefix(9))
    return ["http:", "https:", "mailto:", "tel:", "<http"].contains { text.starts(with: $0.utf8) }
  }
}
