internal import Diagnostics
internal import Manuscript
internal import Markdown

/// Signs of Markdown that are printed as they stand, because something in them is missing: the
/// line of dashes of a table, the space behind `##` or `-`, the second `**`.
struct BrokenMarkup: Rule {
  let about = RuleDescription(
    code: "language/broken-markup", severity: .warning,
    summary: "signs of Markdown that are printed as they stand")

  func review(_ paper: Paper, _ report: inout Report) {
    for passage in paper.passages where passage.kind != .code {
      for flaw in flaws(of: passage) {
        report.add(
          at: paper.place(line: passage.line + flaw.line), flaw.message, help: flaw.help)
      }
    }
  }

  private struct Flaw {
    /// The line within the passage.
    var line: Int
    var message: String
    var help: String
  }

  private func flaws(of passage: Passage) -> [Flaw] {
    var found: [Flaw] = []
    if passage.kind == .paragraph {
      let lines = passage.bytes[...].lines
      if let line = TableRow.meantAsHeader(in: lines) {
        found.append(
          Flaw(
            line: line, message: "lines that look like a table and are none",
            help: "put a line of dashes below the header, with as many cells as that"))
      }
      if let line = lines.firstIndex(where: isHeading) {
        found.append(
          Flaw(
            line: line, message: "a heading without a space behind its signs",
            help: "write '## Heading', with a blank line above it"))
      }
      if let line = lines.indices.dropFirst().first(where: {
        isItem(lines[$0 - 1]) && isItem(lines[$0])
      }) {
        found.append(
          Flaw(
            line: line - 1, message: "a list without a space behind its signs",
            help: "write '- item'"))
      }
    }
    if let line = emphasis(in: passage) {
      found.append(
        Flaw(
          line: line, message: "'**' that is printed as it stands",
          help: "close it right behind the last word, or escape it: '\\*\\*'"))
    }
    return found
  }

  /// `##Heading`. One sign alone may be a number or a topic: `#4`.
  private func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
    let signs = line.prefix { $0 == UInt8(ascii: "#") }.count
    guard (2...6).contains(signs), let next = line.dropFirst(signs).first else { return false }
    return WordScanner.isLetter(next)
  }

  private func isItem(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "-"), let next = line.dropFirst().first else { return false }
    return WordScanner.isLetter(next) && !(0x30...0x39).contains(next)
  }

  private func emphasis(in passage: Passage) -> Int? {
    guard passage.bytes.contains(UInt8(ascii: "*")) else { return nil }
    let text = String(decoding: passage.bytes, as: UTF8.self)
    guard text.has("**"), !text.has("\\*") else { return nil }
    let runs = TextRuns(text).runs
    guard runs.contains(where: { $0.has("**") }) else { return nil }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.has("**") }
  }
}
