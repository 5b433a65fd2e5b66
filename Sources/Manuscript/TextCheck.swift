internal import Markdown
internal import Marking

/// Finds in one text what may not stand there: marks in the wrong place, raw HTML, links that go
/// nowhere safe, and text that would become another block once its marks are gone.
struct TextCheck {
  let labels: LabelReader
  let text: TextReader.Text
  let bytes: [UInt8]
  let inline: InlineText
  let place: TextReader.Place
  /// What a reader could get of the text.
  let variants: [[UInt8]]
  private let hasTooManyReadings: Bool
  var faults: [TextReader.Fault] = []
  /// Destinations of images that the text shows.
  var images: [String] = []
  /// Addresses of other briefings that the text links to.
  var links: [String] = []

  init(
    labels: LabelReader, text: TextReader.Text, bytes: [UInt8], inline: InlineText,
    place: TextReader.Place
  ) {
    self.labels = labels
    self.text = text
    self.bytes = bytes
    self.inline = inline
    self.place = place
    let readings = inline.hasMarks ? inline.readings : [bytes]
    hasTooManyReadings = readings == nil
    variants = readings ?? [inline.full, inline.leastCleared]
  }

  /// All checks of a text that is no code.
  mutating func run(hadMark: Bool) {
    if inline.hasMarks { checkReadings() }
    findMisplacedMarks()
    findReservedToken()
    findDividedReferences()
    findDecoded()
    findEmptyLinks()
    findMarksInAutolinks()
    for variant in variants {
      if variant.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "]") }) {
        checkInlines(of: variant)
      }
      if hadMark || inline.hasMarks { checkBlock(of: variant) }
    }
    findDefinitionsInside()
  }

  /// All checks of a code block's text.
  mutating func runOnCode() {
    if inline.hasMarks { checkReadings() }
    findMisplacedMarks(allCode: true)
    findReservedToken()
  }

  /// Whether what a reader gets can be told beforehand, and holds no mark that comes about when others
  /// are taken out.
  private mutating func checkReadings() {
    if hasTooManyReadings {
      fault(
        "limit/inline-labels", 0, "a text whose marks have too many labels",
        "part it into paragraphs of which each has fewer")
    }
    for variant in variants {
      let (marks, faults) = InlineMarkReader(labels: labels).read(variant)
      if marks.hasMarks || !faults.isEmpty {
        return fault(
          "marking/stray-inline", 0, "inline marks that together make another one",
          "write them so that each stands by itself")
      }
    }
  }

  /// A known label in parentheses, not directly after a letter or a digit, marks nothing here: as the
  /// text is written, and as it is read.
  mutating func findMisplacedMarks(allCode: Bool = false) {
    findMisplacedMarks(in: bytes, allCode)
    guard inline.hasMarks, !faults.contains(where: { $0.code == "marking/misplaced-mark" }) else {
      return
    }
    for variant in variants { findMisplacedMarks(in: variant, allCode) }
  }

  private mutating func findMisplacedMarks(in bytes: [UInt8], _ allCode: Bool) {
    guard bytes.contains(UInt8(ascii: "(")) else { return }
    let codeSpans = allCode ? [bytes.indices] : InlineScan(bytes).codeSpans
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      defer { index += 1 }
      // No label has a bracket in it: however long it is, no byte is looked at for two of them.
      guard bytes[index] == UInt8(ascii: "("),
        let close = bytes[(index + 1)...].firstIndex(where: {
          $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "(")
        }), bytes[close] == UInt8(ascii: ")"),
        labels.read(bytes[(index + 1)..<close]) != nil, !followsWord(bytes, index)
      else { continue }
      if codeSpans.contains(where: { $0.contains(index) }), !startsLine(bytes, index) { continue }
      fault(
        "marking/misplaced-mark", min(index, self.bytes.count),
        "a mark in the middle of a text marks nothing",
        "start a new paragraph with it, use '[words]{LABEL}', or escape it: '\\('")
    }
  }

  private func followsWord(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = String(decoding: bytes[max(0, index - 4)..<index], as: UTF8.self)
    guard let last = before.unicodeScalars.last else { return false }
    return last.properties.isAlphabetic || last.properties.numericType != nil
  }

  private func startsLine(_ bytes: [UInt8], _ index: Int) -> Bool {
    let line = bytes[..<index].reversed().prefix { $0 != 0x0A }
    return line.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// What every token of released Markdown begins with.
  static let token = "{{withheld"

  /// `{{withheld` belongs to released Markdown, however it would come about.
  mutating func findReservedToken() {
    let token = Array(TextCheck.token.utf8)
    guard bytes.contains(UInt8(ascii: "{")) else { return }
    for variant in [bytes] + (inline.hasMarks ? variants : []) {
      var index = 0
      while let open = variant[index...].firstIndex(of: UInt8(ascii: "{")) {
        if variant[open...].starts(with: token) { return reserved(min(open, bytes.count)) }
        index = open + 1
      }
    }
  }

  mutating func reserved(_ offset: Int) {
    fault(
      "marking/reserved-token", offset, "a token of released Markdown in a source",
      "mark what is to be withheld; the token comes by itself")
  }

  /// Whether the text stays the block that it is, in every variant.
  mutating func checkBlock() {
    for variant in variants { checkBlock(of: variant) }
  }

  /// Whether a text stays the block that it is, once a mark is taken out or a substitute put in.
  private mutating func checkBlock(of variant: [UInt8]) {
    switch place {
    case .paragraph, .item:
      if !isParagraph(variant) { hidden() }
    case .setext(let level):
      let nodes = Parser.parse(
        variant + Array(level == 1 ? "\n===".utf8 : "\n---".utf8), inlines: false)
      let isHeading = nodes.children.count == 1 && nodes.children[0].kind == .heading(level)
      if !isHeading || ReferenceDefinition.read(variant).end > 0 { hidden() }
    case .heading:
      if variant.contains(0x0A) { hidden() }
    default: break
    }
  }

  private func isParagraph(_ variant: [UInt8]) -> Bool {
    // Most texts begin with a letter on every line and hold no bar: these are paragraphs.
    var startsLine = true
    var isPlain = true
    for byte in variant {
      if startsLine, byte < 0x41 || (0x5B...0x60).contains(byte) || (0x7B...0x7F).contains(byte) {
        isPlain = false
      }
      if byte == UInt8(ascii: "|") { isPlain = false }
      startsLine = byte == 0x0A
    }
    if isPlain { return !variant.isEmpty || !inline.hasMarks || inline.leastCleared.isEmpty }
    if variant.isEmpty || variant.allSatisfy({ $0 <= 0x20 }) { return true }
    let lines = variant.split(separator: 0x0A)
    if lines.contains(where: { $0.drop { $0 == 0x20 }.starts(with: ":::".utf8) }) { return false }
    if ReferenceDefinition.read(variant).end > 0 { return false }
    let nodes = Parser.parse(variant, inlines: false).children
    return nodes.count == 1 && nodes[0].kind == .paragraph
  }

  private mutating func hidden() {
    fault(
      "marking/hidden-block", 0,
      "text that becomes another block when its mark is taken out or a substitute put in",
      "put the mark behind the block's own sign ('1. (LABEL) text'), or escape the sign")
  }

  /// A reference definition at the start of a text, or on a later line of it.
  private mutating func findDefinitionsInside() {
    guard !place.isCell, place != .field, bytes.contains(UInt8(ascii: ":")) else { return }
    var start = 0
    while start < bytes.count {
      let line = bytes[start...]
      if line.first == UInt8(ascii: "["), ReferenceDefinition.read(Array(line)).end > 0 {
        fault(
          "marking/misplaced-definition", start, "a definition inside a paragraph",
          "put it at the first column, with a blank line before and after it")
      }
      start = (line.firstIndex(of: 0x0A) ?? bytes.count) + 1
    }
  }

  mutating func fault(
    _ code: String, _ offset: Int, _ message: String, _ help: String
  ) {
    guard faults.count < TextReader.mostFaults else { return }
    let (line, column) = TextReader.position(offset, in: text)
    faults.append(
      TextReader.Fault(code: code, line: line, column: column, message: message, help: help))
  }
}
