internal import Markdown

/// Links in which nothing can be read or seen: taken out, or read aloud, they would be nothing.
extension TextCheck {
  /// Finds a link with an address of its own and no words, also one that has nothing but references to
  /// footnotes or pictures without a description, which may be withheld.
  mutating func findEmptyLinks() {
    guard bytes.contains(UInt8(ascii: "]")) else { return }
    for variant in variants {
      for link in InlineScan(variant).links where !link.isImage && isEmpty(variant[link.text]) {
        let address = link.destination.map { String(decoding: variant[$0], as: UTF8.self) } ?? ""
        let place = inline.hasMarks ? offset(of: address) : link.range.lowerBound
        return fault(
          "link/empty", place, "a link without words",
          "write what it leads to between the brackets")
      }
    }
  }

  private func isEmpty(_ text: ArraySlice<UInt8>) -> Bool {
    let words = TextCheck.lasting(Array(text))
    let isShorter = words.count < text.count
    return Parser.parseInline(String(decoding: words, as: UTF8.self)).allSatisfy { node in
      // Emphasis of what is gone is signs.
      node.imageURLs.isEmpty
        && node.plainText.allSatisfy { $0.isWhitespace || isShorter && ($0 == "*" || $0 == "_") }
    }
  }

  /// A text without references to footnotes, and with the descriptions of pictures whose definitions stand
  /// elsewhere in their places.
  private static func lasting(_ text: [UInt8]) -> [UInt8] {
    var words: [UInt8] = []
    var index = 0
    for picture in InlineScan(text, definitions: labels(in: text)).links
    where picture.isImage && picture.reference != nil && picture.range.lowerBound >= index {
      words += text[index..<picture.range.lowerBound] + text[picture.text]
      index = picture.range.upperBound
    }
    words += text[index...]
    index = 0
    var result: [UInt8] = []
    while index < words.count {
      if words[index...].starts(with: "[^".utf8),
        let end = words[index...].firstIndex(of: UInt8(ascii: "]"))
      {
        index = end + 1
      } else {
        result.append(words[index])
        index += 1
      }
    }
    return result
  }

  /// What stands in brackets in which no others are, folded as the names of definitions are: any of them
  /// may be defined somewhere.
  private static func labels(in text: [UInt8]) -> Set<String> {
    var labels: Set<String> = []
    var open: Int?
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "[") {
        open = index + 1
      } else if byte == UInt8(ascii: "]"), let start = open {
        let label = InlineScan.fold(text[start..<index])
        // What refers to a footnote is no link, and white space is no name.
        if !label.isEmpty, !label.hasPrefix("^") { labels.insert(label) }
        open = nil
      }
    }
    return labels
  }
}
