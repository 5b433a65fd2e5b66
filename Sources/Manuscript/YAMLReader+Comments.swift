internal import Diagnostics
internal import Markdown
internal import Yams

extension YAMLReader {
  /// A text without quotation marks that a `#` cuts off behind an open bracket, in its last line or in
  /// those behind it: the mark that closes it is a comment to YAML, and what was to be withheld would be
  /// text.
  mutating func findCutMark(_ scalar: Yams.Node.Scalar, _ position: YAMLNode.Position) {
    guard area == "front-matter", ![.singleQuoted, .doubleQuoted].contains(scalar.style),
      YAMLReader.leavesBracketOpen(scalar.string),
      comments(behind: scalar, position).contains(where: { $0.contains(UInt8(ascii: "]")) })
    else { return }
    findings.add(
      Diagnostic(
        "marking/unbalanced", at: Place(path, line: position.line),
        "a '#' that cuts off an inline mark", help: "put the text between quotation marks"))
  }

  private static func leavesBracketOpen(_ text: String) -> Bool {
    var depth = 0
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: "]"), depth > 0 {
        depth -= 1
      }
    }
    return depth > 0
  }

  /// The comment on the line on which a scalar ends, and those on the lines behind it: its lines have the
  /// bytes of its text, white space aside. All that follows where they have others.
  private func comments(
    behind scalar: Yams.Node.Scalar, _ position: YAMLNode.Position
  ) -> [ArraySlice<UInt8>] {
    var index = lines.startIndex + position.line - offset - 1
    guard lines.indices.contains(index) else { return [] }
    var rest = lines[index].bytes.dropping(characters: position.column - 1)
    // The sign of a block scalar stands before its text, and perhaps a comment.
    if scalar.style == .literal || scalar.style == .folded { rest = [] }
    for byte in scalar.string.utf8 where byte > 0x20 {
      while rest.first(where: { $0 > 0x20 }) == nil {
        index += 1
        guard lines.indices.contains(index) else { return [] }
        rest = lines[index].bytes
      }
      rest = rest.drop { $0 <= 0x20 }
      guard rest.first == byte else { return lines[index...].map(\.bytes) }
      rest.removeFirst()
    }
    var result: [ArraySlice<UInt8>] = []
    while true {
      rest = rest.drop { $0 <= 0x20 }
      guard rest.first ?? UInt8(ascii: "#") == UInt8(ascii: "#") else { return result }
      result.append(rest)
      index += 1
      guard lines.indices.contains(index) else { return result }
      rest = lines[index].bytes
    }
  }
}

extension ArraySlice<UInt8> {
  /// What is behind the first characters of a text.
  fileprivate func dropping(characters count: Int) -> ArraySlice<UInt8> {
    var left = count
    return drop { byte in
      if byte & 0xC0 != 0x80 { left -= 1 }
      return left >= 0
    }
  }
}
