internal import Diagnostics
internal import Manuscript
internal import Markdown

/// A text in front matter that YAML cuts off at a `#`: "Attack #3 on the port" is "Attack".
///
/// Comments have a space behind their sign; what has none was to be read.
struct CutText: Rule {
  let about = RuleDescription(
    code: "language/cut-text", severity: .warning, summary: "a text that is cut off at a '#'")

  func review(_ paper: Paper, _ report: inout Report) {
    let texts = Set(
      paper.passages.filter { !$0.isBody }.map(\.line))
    let lines = frontMatter(paper.bytes)
    for (index, line) in lines.enumerated() where texts.contains(index + 1) {
      let below = cut(below: index, in: lines)
      guard let (number, sign) = cut(in: line).map({ (index, $0) }) ?? below else { continue }
      report.add(
        at: Place(paper.source.path, line: number + 1, column: sign + 1),
        "a '#' that cuts off the text before it",
        help: "put the text between quotation marks, or a space behind the '#' of a comment")
    }
  }

  /// The line that begins with a `#` and nothing behind it where a text would go on that begins on this
  /// line: it is indented deeper than the text's key.
  private func cut(below index: Int, in lines: [ArraySlice<UInt8>]) -> (line: Int, sign: Int)? {
    func indent(_ line: ArraySlice<UInt8>) -> Int { line.prefix { $0 == 0x20 }.count }
    let line = lines[index]
    let value = line.drop { "- ".utf8.contains($0) }
    let text = value.firstIndex(of: UInt8(ascii: ":")).map { value[($0 + 1)...] } ?? value
    let first = text.first { $0 > 0x20 } ?? 0x20
    // Between quotation marks, and in a block of lines, it is a sign like others.
    guard !"\"'|>".utf8.contains(first), !"\"'".utf8.contains(value.first ?? 0x20) else {
      return nil
    }
    for (number, next) in zip(lines.indices, lines).dropFirst(index + 1) {
      let rest = next.drop { $0 == 0x20 }
      if rest.isEmpty { continue }
      guard indent(next) > indent(line) else { return nil }
      guard rest.first == UInt8(ascii: "#") else { continue }
      let isCut = rest.dropFirst().first.map(WordScanner.isLetter) ?? false
      return isCut ? (number, indent(next)) : nil
    }
    return nil
  }

  private func frontMatter(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    let lines = bytes[...].lines
    let end = lines.dropFirst().firstIndex { $0.starts(with: "---".utf8) }
    return Array(lines.prefix(end ?? lines.count))
  }

  /// The position in characters of a `#` outside quotation marks with a space before it and none
  /// behind.
  private func cut(in line: ArraySlice<UInt8>) -> Int? {
    var quote: UInt8?
    var previous: UInt8 = 0x20
    var characters = 0
    for (index, byte) in zip(line.indices, line) {
      defer {
        if byte > 0x20 { previous = byte } else { previous = 0x20 }
        if byte & 0xC0 != 0x80 { characters += 1 }
      }
      if let open = quote {
        if byte == open { quote = nil }
      } else if [0x22, 0x27].contains(byte), [0x20, 0x5B, 0x7B, 0x2C].contains(previous) {
        quote = byte
      } else if byte == UInt8(ascii: "#"), previous == 0x20 {
        let next = index + 1 < line.endIndex ? line[index + 1] : 0x20
        return WordScanner.isLetter(next) ? characters : nil
      }
    }
    return nil
  }
}
