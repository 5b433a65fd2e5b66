internal import Diagnostics
internal import Manuscript
internal import Marking

/// A text that begins with a level and has no brackets round it: `SECRET: the van was red`. It is
/// text, and as open as what is around it.
///
/// Levels that are not above the text's own are let off: nothing is lost by them.
struct BareMark: Rule {
  let about = RuleDescription(
    code: "marking/bare-mark", severity: .warning,
    summary: "a text that begins with a level and is not marked with it", guardsVisibility: true)

  func review(_ paper: Paper, _ report: inout Report) {
    let scheme = paper.policy.scheme
    for passage in paper.passages where passage.kind != .code {
      for level in scheme.levels.indices.reversed() where level > passage.label.level {
        let names = level < scheme.levelSpellings.count ? scheme.levelSpellings[level] : []
        guard begins(passage.bytes, mark: scheme.levels[level], names: names) else { continue }
        report.add(
          at: paper.place(line: passage.line),
          "a text that begins with the level \(scheme.levels[level]) and is not marked with it",
          help: "write '(\(scheme.levels[level])) text', or begin with another word")
        break
      }
    }
  }

  /// `S: text`, `Secret - text`; a word of four characters or more, as the policy writes it, before
  /// a space too.
  private func begins(_ text: [UInt8], mark: String, names: [String]) -> Bool {
    ([mark] + names).contains { word in
      // Nearly every text begins with another letter.
      guard let head = word.utf8.first, let first = text.first,
        head >= 0x80 || first >= 0x80 || head | 0x20 == first | 0x20
      else { return false }
      let rest = text.dropFirst(word.utf8.count)
      let exactly = text.starts(with: word.utf8)
      guard exactly || word != mark && isSame(text.prefix(word.utf8.count), word) else {
        return false
      }
      if rest.starts(with: ": ".utf8) || rest.starts(with: " - ".utf8) { return true }
      if rest.starts(with: " \u{2013} ".utf8) || rest.starts(with: " \u{2014} ".utf8) {
        return true
      }
      return exactly && word.utf8.count > 3 && rest.first == 0x20
    }
  }

  private func isSame(_ text: ArraySlice<UInt8>, _ word: String) -> Bool {
    String(decoding: text, as: UTF8.self).lowercased() == word.lowercased()
  }
}
