internal import Markdown
internal import Marking

extension TextReader {
  /// Reads the text of a code block, in which inline marks work and leading marks do not.
  mutating func code(info: String, _ lines: [SourceLine], base: Int) -> InlineText {
    let text = Text(lines: lines, base: base)
    line = base + (lines.first?.number ?? 0)
    let bytes = lines.isEmpty ? [] : TextReader.joined(lines)
    let (inline, found) = InlineMarkReader(labels: labels).read(bytes)
    for fault in found {
      let (line, column) = position(fault.offset, in: text)
      faults.append(
        Fault(
          code: fault.code, line: line, column: column, message: fault.message, help: fault.help))
    }
    var check = TextCheck(
      labels: labels, text: text, bytes: bytes, inline: inline, place: .paragraph)
    check.runOnCode()
    faults += check.faults
    checkInfo(Array(info.utf8), line: max(1, lines.isEmpty ? line : line - 1))
    return inline
  }

  /// Checks the info string of a code block, in which no mark may stand: who writes one there means
  /// the code, which it would not govern.
  private mutating func checkInfo(_ info: [UInt8], line: Int) {
    guard !info.isEmpty else { return }
    let text = Text(lines: [SourceLine(number: 0, bytes: info[...])], base: line)
    var check = TextCheck(
      labels: labels, text: text, bytes: info, inline: InlineText(info), place: .field)
    check.findReservedToken()
    if CharacterCheck.isHiding(String(decoding: info, as: UTF8.self)) {
      fault(
        "content/invisible-character", line, nil,
        "a character that nobody sees in the info string of a code block", "delete it")
    }
    faults += check.faults
    let (marks, found) = InlineMarkReader(labels: labels).read(info)
    if marks.hasMarks || !found.isEmpty {
      fault(
        "marking/stray-inline", line, nil, "an inline mark in the info string of a code block",
        "put the code into a container")
    } else if hasMark(info[...]) {
      fault(
        "marking/misplaced-mark", line, nil, "a mark in the info string of a code block",
        "put the code into a container")
    }
  }

  /// Whether a mark, or what looks like one, begins one of the words of an info string; of a long
  /// one, any bracket is taken for the beginning of a mark.
  private func hasMark(_ info: ArraySlice<UInt8>) -> Bool {
    let words = info.split(separator: 0x20, maxSplits: 31).map(\.startIndex)
    if words.count == 32, info[words[31]...].contains(UInt8(ascii: "(")) { return true }
    return words.contains { leadingMark(info[$0...]) != .none }
  }

  /// Checks the parts of a link reference definition, in which no mark may stand.
  mutating func checkDefinition(_ definition: ReferenceDefinition, line: Int) {
    self.line = line
    for part in [definition.writtenLabel, definition.destination, definition.title] {
      let text = Text(lines: [SourceLine(number: 0, bytes: part[...])], base: line)
      let (inline, found) = InlineMarkReader(labels: labels).read(part)
      if inline.hasMarks || !found.isEmpty {
        fault(
          "marking/stray-inline", line, nil, "an inline mark in a reference definition",
          "put the definition into a container")
      }
      var check = TextCheck(
        labels: labels, text: text, bytes: part, inline: InlineText(part), place: .field)
      check.findMisplacedMarks()
      check.findReservedToken()
      check.findDecoded()
      faults += check.faults
    }
    let destination = String(decoding: definition.destination, as: UTF8.self)
    if TextReader.isRelativePath(destination) {
      images.append(ImageReference(destination: destination, line: line))
      return
    }
    if definition.destination.contains(where: { "<>".utf8.contains($0) }) {
      fault(LinkScheme.fault.code, line, nil, LinkScheme.fault.message, LinkScheme.fault.help)
    }
    let probe = Array("[x](<".utf8) + definition.destination + Array(">)".utf8)
    var check = TextCheck(
      labels: labels, text: Text(lines: [], base: line), bytes: probe, inline: InlineText(probe),
      place: .field)
    check.checkInlines(of: probe)
    faults += check.faults
    links += check.links
  }

  /// Whether a destination can only be that of an image: no scheme, no anchor, no leading slash.
  static func isRelativePath(_ destination: String) -> Bool {
    let head = destination.prefix { $0 != "/" }
    return !destination.isEmpty && !destination.hasPrefix("/") && !destination.hasPrefix("#")
      && !head.contains(":") && !head.contains("&") && !head.contains("\\")
  }
}
