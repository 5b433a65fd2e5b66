internal import Markdown

/// Links in which nothing can be read or seen: taken out, or read aloud, they would be nothing.
extension TextCheck {
  /// Finds a link without words, also one that has a reference to a footnote alone, or a picture that may
  /// be withheld.
  mutating func findEmptyLinks() {
    guard bytes.contains(UInt8(ascii: "]")) else { return }
    for variant in variants {
      let hasLink = zip(variant, variant.dropFirst()).contains {
        $0 == UInt8(ascii: "]") && ($1 == UInt8(ascii: "(") || $1 == UInt8(ascii: "["))
      }
      guard hasLink else { continue }
      // Whatever is in brackets may be defined somewhere.
      let labels = TextCheck.labels(in: variant)
      let scan = InlineScan(variant, definitions: labels)
      for link in scan.links where !link.isImage && isEmpty(link, scan, variant) {
        return fault(
          "link/empty", min(link.range.lowerBound, bytes.count), "a link without words",
          "write what it leads to between the brackets")
      }
    }
  }

  private func isEmpty(_ link: InlineScan.Link, _ scan: InlineScan, _ text: [UInt8]) -> Bool {
    var words: [UInt8] = []
    var index = link.text.lowerBound
    let pictures = scan.links.filter {
      $0.isImage && $0.reference != nil && $0.text.isEmpty
        && link.text.lowerBound <= $0.range.lowerBound
        && $0.range.upperBound <= link.text.upperBound
    }
    for picture in pictures where picture.range.lowerBound >= index {
      words += text[index..<picture.range.lowerBound]
      index = picture.range.upperBound
    }
    words += text[index..<link.text.upperBound]
    let nodes = Parser.parseInline(String(decoding: TextCheck.withoutNotes(words), as: UTF8.self))
    return nodes.allSatisfy {
      $0.plainText.allSatisfy { $0.isWhitespace || $0 == "*" || $0 == "_" } && $0.imageURLs.isEmpty
    }
  }

  /// A text without what may refer to footnotes.
  private static func withoutNotes(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index...].starts(with: "[^".utf8),
        let end = text[index...].firstIndex(of: UInt8(ascii: "]"))
      {
        index = end + 1
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  /// What stands in brackets in which no others are, folded as the names of definitions are.
  private static func labels(in text: [UInt8]) -> Set<String> {
    var labels: Set<String> = []
    var open: Int?
    for (index, byte) in text.enumerated() {
      if byte == UInt8(ascii: "[") {
        open = index + 1
      } else if byte == UInt8(ascii: "]"), let start = open {
        // What refers to a footnote is no link.
        if text[start] != UInt8(ascii: "^") { labels.insert(InlineScan.fold(text[start..<index])) }
        open = nil
      }
    }
    return labels
  }
}
