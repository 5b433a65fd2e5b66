internal import Markdown
internal import Marking

/// What the Markdown parser makes of a text: links, raw HTML, entities.
extension TextCheck {
  /// What comes about when entities and escapes are undone: characters that may not stand in a source
  /// as they are, and tokens of released Markdown.
  mutating func findDecoded() {
    for variant in variants {
      guard let sign = variant.firstIndex(where: { "&{".utf8.contains($0) }) else { continue }
      let nodes = Parser.parseInline(String(decoding: variant, as: UTF8.self))
      if nodes.contains(where: TextCheck.isHiding) {
        return fault(
          "content/invisible-character", min(sign, bytes.count),
          "an entity for a character that nobody sees", "delete it")
      }
      let texts = nodes.map(\.plainText).joined() + nodes.map(TextCheck.titles).joined()
      let isKnown = faults.contains { $0.code == "marking/reserved-token" }
      if !isKnown, texts.contains(TextCheck.token) { return reserved(min(sign, bytes.count)) }
    }
  }

  /// The titles and addresses in a text.
  private static func titles(_ node: Node) -> String {
    switch node.kind {
    case .link(let url, let title), .image(let url, let title):
      " " + url + " " + title + node.children.map(titles).joined()
    default: node.children.map(titles).joined()
    }
  }

  private static func isHiding(_ node: Node) -> Bool {
    switch node.kind {
    case .text(let text): CharacterCheck.isHiding(text)
    case .link(let url, let title), .image(let url, let title):
      CharacterCheck.isHiding(url) || CharacterCheck.isHiding(title)
        || node.children.contains(where: isHiding)
    default: node.children.contains(where: isHiding)
    }
  }

  /// A reference to a footnote that goes on in the next line: the library counts its bytes by the columns
  /// of two lines, and what is shown of it would be another text.
  mutating func findDividedReferences() {
    guard bytes.contains(0x0A), bytes.contains(UInt8(ascii: "^")) else { return }
    let codeSpans = InlineScan(bytes).codeSpans
    var index = 0
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "[")) {
      index = open + 1
      guard index < bytes.count, bytes[index] == UInt8(ascii: "^"), !isEscaped(open),
        let end = bytes[index...].firstIndex(where: {
          $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "[")
        }), bytes[end] == UInt8(ascii: "]"), bytes[index..<end].contains(0x0A),
        !codeSpans.contains(where: { $0.contains(open) })
      else { continue }
      return fault(
        "content/divided-reference", open, "'[^' and its bracket on two lines",
        "write the reference on one line, or escape the bracket: '\\['")
    }
  }

  private func isEscaped(_ index: Int) -> Bool {
    !bytes[..<index].reversed().prefix { $0 == UInt8(ascii: "\\") }.count.isMultiple(of: 2)
  }

  /// Autolinks have no words that a mark could be about.
  mutating func findMarksInAutolinks() {
    let mayBeBare = inline.hasMarks && hasBracketInAddress
    guard mayBeBare || bytes.contains(UInt8(ascii: "<")) else { return }
    let scan = InlineScan(bytes)
    for range in scan.autolinks {
      let (marks, faults) = InlineMarkReader(labels: labels).read(Array(bytes[range]))
      if marks.hasMarks || !faults.isEmpty { faultInAutolink(range.lowerBound) }
    }
    for range in mayBeBare ? bareAddresses(scan) : []
    where InlineMarkReader(labels: labels).read(Array(bytes[range])).text.hasMarks {
      faultInAutolink(range.lowerBound)
    }
  }

  private mutating func faultInAutolink(_ place: Int) {
    fault(
      "marking/stray-inline", place, "an inline mark in an autolink",
      "write a link: '[words](address)'")
  }

  /// Whether a bracket stands behind the sign of an address, without white space between them: hardly a
  /// text has one there.
  private var hasBracketInAddress: Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var mayBeAddress = false
      for (index, byte) in bytes.enumerated() {
        switch byte {
        case 0...0x20, UInt8(ascii: "<"): mayBeAddress = false
        case UInt8(ascii: "/"): mayBeAddress = mayBeAddress || index > 0 && bytes[index - 1] == byte
        case UInt8(ascii: "."):
          mayBeAddress = mayBeAddress || index > 0 && bytes[index - 1] | 0x20 == UInt8(ascii: "w")
        case UInt8(ascii: "["): if mayBeAddress { return true }
        default: break
        }
      }
      return false
    }
  }

  /// Addresses that the parser makes links of without brackets, up to the next white space (GitHub
  /// Flavored Markdown, 6.9).
  private func bareAddresses(_ scan: InlineScan) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for sign in ["://", "www."] {
      var index = 0
      while let place = bytes[index...].firstRange(of: sign.utf8)?.lowerBound {
        index = place + 1
        let isElsewhere =
          scan.codeSpans.contains { $0.contains(place) }
          || scan.autolinks.contains { $0.contains(place) }
          || scan.links.contains { $0.destination?.contains(place) ?? false }
        if isElsewhere { continue }
        let end = bytes[place...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "<") }
        result.append(place..<(end ?? bytes.count))
        index = end ?? bytes.count
      }
    }
    return result
  }

  /// Raw HTML and links, as the Markdown parser sees them.
  mutating func checkInlines(of variant: [UInt8]) {
    for node in Parser.parseInline(String(decoding: variant, as: UTF8.self)) { check(node) }
  }

  private mutating func check(_ node: Node) {
    switch node.kind {
    case .inlineHTML(let html):
      if html == "<br>", place.isCell { break }
      // An element has an end as well: it is one mistake.
      let line = TextReader.position(offset(of: html), in: text).line
      if faults.contains(where: { $0.code == "content/raw-html" && $0.line == line }) { break }
      fault(
        "content/raw-html", offset(of: html), "raw HTML",
        "write it in Markdown, escape '<' as '\\<', or put notes into 'remarks'")
    case .link(let url, _), .image(let url, _):
      // No token stands in a destination: who does not get all of it gets nothing of the portion.
      if url.contains(InlineText.holeSign), !hasHoleSign { break }
      checkDestination(url, node)
    default: break
    }
    for child in node.children { check(child) }
  }

  /// Whether the source has the character by which a withheld part is known in a reading.
  private var hasHoleSign: Bool {
    String(decoding: bytes, as: UTF8.self).contains(InlineText.holeSign)
  }

  private mutating func checkDestination(_ url: String, _ node: Node) {
    switch node.kind {
    case .image:
      if place == .field {
        fault(
          "image/in-field", offset(of: url), "an image in a field", "show it in the body")
      }
      images.append(url)
    default: checkLink(url, node)
    }
  }

  private mutating func checkLink(_ url: String, _ node: Node) {
    if !LinkScheme.isAllowed(url) {
      fault(
        LinkScheme.fault.code, offset(of: url), LinkScheme.fault.message, LinkScheme.fault.help)
    } else if url.lowercased().hasPrefix("briefing:") {
      links.append(url)
      if node.plainText == url {
        fault(
          "link/bare-briefing", offset(of: url), "a link to a briefing without words",
          "write '[words](briefing:ID)'")
      }
    }
  }

  func offset(of part: String) -> Int {
    let wanted = Array(part.utf8)
    guard let first = wanted.first else { return 0 }
    var index = 0
    while let start = bytes[index...].firstIndex(of: first) {
      if bytes[start...].starts(with: wanted) { return start }
      index = start + 1
    }
    return 0
  }
}
