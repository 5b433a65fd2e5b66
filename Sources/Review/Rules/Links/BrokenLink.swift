internal import Diagnostics
internal import Manuscript

/// Words that were to be a link and are printed with their brackets: the address has a space in it
/// or is never closed, or the two pairs of brackets are swapped.
struct BrokenLink: Rule {
  let about = RuleDescription(
    code: "link/broken", severity: .warning, summary: "a link that is written wrong")

  func review(_ paper: Paper, _ report: inout Report) {
    for passage in paper.passages
    where passage.kind != .code && passage.bytes.contains(UInt8(ascii: "]")) {
      guard let line = line(of: passage) else { continue }
      report.add(
        at: paper.place(line: line), "a link that is written wrong and printed with its brackets",
        help: "write '[words](address)', without spaces in the address; a bracket that is text is "
          + "'\\['")
    }
  }

  private func line(of passage: Passage) -> Int? {
    let text = String(decoding: passage.bytes, as: UTF8.self)
    guard ["](", ")[", "] (", "]\n(", "[^"].contains(where: text.has) else { return nil }
    let runs = TextRuns(text).runs
    // Escaped brackets are text and look the same here; what follows them is the author's own.
    guard
      let sign = Self.signs.first(where: { sign in
        runs.contains { $0.has(sign) } && !text.has("\\" + sign)
      })
    else { return nil }
    let before = text.components(around: sign)
    return passage.line + before
  }

  private static let signs = ["](", ")[http", "] (http", "] (briefing:", ")[briefing:", "[^ "]
}

extension String {
  /// The lines before the first place where `sign` stands and no bracket closes on that line; else
  /// before the first place where it stands.
  fileprivate func components(around sign: String) -> Int {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    let holding = lines.indices.filter { lines[$0].has(sign) }
    let open = holding.first { number in
      lines[number].ranges(of: sign).contains { range in
        !lines[number][range.upperBound...].prefix { !$0.isWhitespace }.contains(")")
      }
    }
    return open ?? holding.first ?? 0
  }
}
