/// Where links, images, footnote references and code spans stand in a text of inline Markdown.
///
/// cmark-gfm does not say where an inline begins and ends, and the door has to take references
/// out of the source without touching anything else. This reads the source by the rules of
/// CommonMark 0.29, section 6: code spans, autolinks and escapes first, then brackets.
public struct InlineScan: Sendable {
  /// A link or an image.
  public struct Link: Sendable {
    /// All of it, brackets and destination included.
    public var range: Range<Int>
    /// What stands between the brackets.
    public var text: Range<Int>
    /// Whether it is an image.
    public var isImage: Bool
    /// The destination as written, without angle brackets; nil for a reference.
    public var destination: Range<Int>?
    /// The label of the definition it refers to, folded; nil for an inline link.
    public var reference: String?
  }

  /// A reference to a footnote.
  public struct FootnoteReference: Sendable {
    /// All of it.
    public var range: Range<Int>
    /// The label, folded.
    public var label: String
  }

  /// Links and images, inner ones before the ones around them.
  public private(set) var links: [Link] = []
  /// Addresses in angle brackets, with the brackets.
  public private(set) var autolinks: [Range<Int>] = []
  /// References to footnotes that are defined.
  public private(set) var footnotes: [FootnoteReference] = []
  /// Code spans with their backticks.
  public private(set) var codeSpans: [Range<Int>] = []

  private let bytes: [UInt8]
  private let definitions: Set<String>
  private let footnoteLabels: Set<String>
  private var openers: [Opener] = []

  private struct Opener {
    var position: Int
    var isImage: Bool
    var isActive = true
  }

  /// Reads `bytes`.
  ///
  /// - Parameters:
  ///   - definitions: folded labels of the link reference definitions.
  ///   - footnotes: folded labels of the footnote definitions, without the caret.
  public init(_ bytes: [UInt8], definitions: Set<String> = [], footnotes: Set<String> = []) {
    self.bytes = bytes
    self.definitions = definitions
    footnoteLabels = footnotes
    scan()
  }

  /// A label as references are matched: case folded, runs of white space as one space.
  ///
  /// Upper case and back again, a character at a time, is Unicode's full case folding for every
  /// letter that labels are written with: `ß` and `SS` are one label.
  public static func fold(_ label: some Sequence<UInt8>) -> String {
    var folded = ""
    for scalar in String(decoding: Array(label), as: UTF8.self).unicodeScalars {
      // A capital sharp s is its own capital, and folds as the small one does.
      let upper = scalar == "\u{1E9E}" ? "SS" : scalar.properties.uppercaseMapping
      for upper in upper.unicodeScalars {
        folded += upper.properties.lowercaseMapping
      }
    }
    return folded.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func scan() {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"): index = codeSpan(at: index)
      case UInt8(ascii: "<"): index = angle(at: index)
      // Behind "!" a footnote's reference is one too, and no image.
      case UInt8(ascii: "!")
      where byte(index + 1) == UInt8(ascii: "[") && byte(index + 2) != UInt8(ascii: "^"):
        openers.append(Opener(position: index, isImage: true))
        index += 2
      case UInt8(ascii: "["):
        openers.append(Opener(position: index, isImage: false))
        index += 1
      case UInt8(ascii: "]"): index = close(at: index)
      default: index += 1
      }
    }
  }

  private func byte(_ index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

  private mutating func codeSpan(at start: Int) -> Int {
    let length = bytes[start...].prefix { $0 == UInt8(ascii: "`") }.count
    var index = start + length
    while index < bytes.count {
      let run = bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count
      if run == length {
        codeSpans.append(start..<index + run)
        return index + run
      }
      index += max(run, 1)
    }
    return start + length
  }

  private mutating func angle(at start: Int) -> Int {
    // An address holds no white space and no other bracket, so the search ends there.
    let content = bytes[(start + 1)...].prefix {
      $0 > 0x20 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">")
    }
    guard byte(content.endIndex) == UInt8(ascii: ">"), InlineScan.isAddress(content) else {
      return start + 1
    }
    autolinks.append(start..<content.endIndex + 1)
    return content.endIndex + 1
  }

  /// Whether this, without white space and angle brackets, is an autolink's address: a scheme of 2 to 32 characters, or an e-mail address.
  private static func isAddress(_ content: ArraySlice<UInt8>) -> Bool {
    let scheme = content.prefix { isAlphanumeric($0) || [0x2B, 0x2D, 0x2E].contains($0) }
    if (2...32).contains(scheme.count), let first = scheme.first, isAlphanumeric(first),
      first > 0x39,
      content.dropFirst(scheme.count).first == UInt8(ascii: ":")
    {
      return true
    }
    let parts = content.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty,
      parts[0].allSatisfy({ isAlphanumeric($0) || ".!#$%&'*+/=?^_`{|}~-".utf8.contains($0) })
    else { return false }
    return parts[1].split(separator: 0x2E, omittingEmptySubsequences: false).allSatisfy { label in
      guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
      return isAlphanumeric(first) && isAlphanumeric(last)
        && label.allSatisfy { isAlphanumeric($0) || $0 == 0x2D }
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private mutating func close(at position: Int) -> Int {
    guard let opener = openers.popLast() else { return position + 1 }
    guard opener.isActive else { return position + 1 }
    let textStart = opener.position + (opener.isImage ? 2 : 1)
    let text = textStart..<position
    if let inline = inlineDestination(after: position + 1) {
      return add(
        Link(
          range: opener.position..<inline.end, text: text, isImage: opener.isImage,
          destination: inline.destination, reference: nil))
    }
    if let reference = reference(text, after: position + 1) {
      return add(
        Link(
          range: opener.position..<reference.end, text: text, isImage: opener.isImage,
          destination: nil, reference: reference.label))
    }
    if !opener.isImage, byte(textStart) == UInt8(ascii: "^"), !footnoteLabels.isEmpty,
      !holdsBrackets(text)
    {
      let label = InlineScan.fold(bytes[(textStart + 1)..<position])
      if footnoteLabels.contains(label) {
        footnotes.append(
          FootnoteReference(range: opener.position..<position + 1, label: label))
      }
    }
    return position + 1
  }

  private mutating func add(_ link: Link) -> Int {
    links.append(link)
    if !link.isImage {
      for index in openers.indices where !openers[index].isImage { openers[index].isActive = false }
    }
    return link.range.upperBound
  }

  private func reference(_ text: Range<Int>, after position: Int) -> (label: String, end: Int)? {
    if byte(position) == UInt8(ascii: "[") {
      var index = position + 1
      while let next = byte(index), next != UInt8(ascii: "]"), next != UInt8(ascii: "[") {
        index += next == UInt8(ascii: "\\") ? 2 : 1
      }
      if byte(index) == UInt8(ascii: "]") {
        let isCollapsed = index == position + 1
        if isCollapsed, holdsBrackets(text) { return nil }
        let label = InlineScan.fold(isCollapsed ? bytes[text] : bytes[(position + 1)..<index])
        return definitions.contains(label) ? (label, index + 1) : nil
      }
    }
    // A label holds no brackets: that of a link round others is none, and is not looked at.
    if definitions.isEmpty || holdsBrackets(text) { return nil }
    let label = InlineScan.fold(bytes[text])
    return definitions.contains(label) ? (label, position) : nil
  }

  private func holdsBrackets(_ text: Range<Int>) -> Bool {
    var index = text.lowerBound
    while index < text.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "["), UInt8(ascii: "]"): return true
      case UInt8(ascii: "\\"): index += 2
      default: index += 1
      }
    }
    return false
  }

  /// `(destination "title")`.
  private func inlineDestination(after start: Int) -> (destination: Range<Int>, end: Int)? {
    guard byte(start) == UInt8(ascii: "(") else { return nil }
    var index = skipSpace(start + 1)
    guard let destination = InlineScan.destination(bytes, at: index) else { return nil }
    index = destination.end
    let afterSpace = skipSpace(index)
    if afterSpace > index, let end = InlineScan.titleEnd(bytes, at: afterSpace) {
      index = skipSpace(end)
    } else {
      index = afterSpace
    }
    guard byte(index) == UInt8(ascii: ")") else { return nil }
    return (destination.range, index + 1)
  }

  private func skipSpace(_ start: Int) -> Int {
    var index = start
    while let next = byte(index), next == 0x20 || next == 0x09 || next == 0x0A { index += 1 }
    return index
  }
}
