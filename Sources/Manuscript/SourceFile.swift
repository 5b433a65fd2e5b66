internal import Diagnostics
internal import Markdown

/// A file of the publication as lines, checked for what no source may hold.
struct SourceFile: Sendable {
  /// Path relative to the publication.
  let path: String
  /// All lines, without their ends.
  let lines: [SourceLine]

  /// Reads `bytes`; a byte order mark and the carriage returns of CRLF are read as if they were
  /// not there.
  ///
  /// - Returns: nil where the bytes are not UTF-8.
  init?(path: String, bytes: [UInt8], isReleased: Bool = false, findings: inout Findings) {
    self.path = path
    if let excess = Limits.excess(ofFile: bytes.count, isReleased: isReleased) {
      findings.add(
        Diagnostic(
          "limit/\(excess.code)", at: Place(path), excess.message,
          help: path == PolicyFile.name ? "make it smaller" : "split the briefing"))
      return nil
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      findings.add(
        Diagnostic(
          "content/not-utf8", at: Place(path, line: SourceFile.firstInvalidLine(bytes)),
          "text that is not UTF-8", help: "save the file as UTF-8"))
      return nil
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let pieces = text.lines
    lines = pieces.enumerated().map { number, line in
      // Behind the last there is no line feed that a carriage return could belong to.
      let isEnded = number < pieces.count - 1
      return SourceLine(
        number: number, bytes: isEnded && line.last == 0x0D ? line.dropLast() : line)
    }
    CharacterCheck(path: path).check(lines, findings: &findings)
  }

  private static func firstInvalidLine(_ bytes: [UInt8]) -> Int {
    let lines = bytes[...].lines
    let index = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    return (index ?? 0) + 1
  }

  /// The lines of the front matter, without its `---` lines, and those of the body.
  ///
  /// Nil, with a finding, where the first line is not `---` or no other such line follows.
  func parts(findings: inout Findings) -> (
    front: ArraySlice<SourceLine>, body: ArraySlice<SourceLine>
  )? {
    func isFence(_ line: SourceLine) -> Bool {
      line.bytes.starts(with: "---".utf8) && line.bytes.dropFirst(3).allSatisfy { $0 == 0x20 }
    }
    guard let first = lines.first, isFence(first) else {
      findings.add(
        Diagnostic(
          "front-matter/missing", at: Place(path, line: 1), "no front matter",
          help: "begin the file with a line '---', the fields, and a line '---'"))
      return nil
    }
    guard let end = lines.dropFirst().firstIndex(where: isFence) else {
      findings.add(
        Diagnostic(
          "front-matter/unclosed", at: Place(path, line: 1), "front matter that is never closed",
          help: "end the fields with a line '---'"))
      return nil
    }
    return (lines[1..<end], lines[(end + 1)...])
  }
}
