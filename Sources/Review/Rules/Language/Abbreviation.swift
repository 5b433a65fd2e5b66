internal import Diagnostics
internal import Edition
internal import Manuscript

/// An abbreviation that the briefing does not explain, where it first stands: neither
/// `Security Operations Centre (SOC)` nor `SOC (Security Operations Centre)`.
///
/// The policy's `words`, marks and names, what many people know (EU, GPS), and code names of two
/// words or more need no explanation.
struct Abbreviation: Rule {
  let about = RuleDescription(
    code: "language/abbreviation", severity: .note,
    summary: "an abbreviation that the briefing does not explain")

  func review(_ paper: Paper, _ report: inout Report) {
    guard let known = paper.book.abbreviations(in: paper.front.language) else { return }
    // The names of actors are names, and stand as such in their field.
    var explained = Set(
      (paper.front.threat.actor?.versions ?? []).flatMap {
        WordScanner.words(of: $0.value.full).map(\.hash)
      })
    var later: Set<UInt64> = []
    for passage in paper.passages {
      for (index, word) in passage.words.enumerated() where word.traits.contains(.allCapitals) {
        guard isExplained(index, passage) else { continue }
        if passage.isBodyText { later.insert(word.hash) } else { explained.insert(word.hash) }
      }
    }
    for passage in paper.passages where counts(passage.kind) {
      for (index, word) in passage.words.enumerated() where isAbbreviation(index, passage) {
        // Fields stand above the body on some pages and below it on others; the body is read on.
        let isMet = passage.isBodyText ? isExplained(index, passage) : later.contains(word.hash)
        if isMet { explained.insert(word.hash) }
        guard !known.contains(word), explained.insert(word.hash).inserted else { continue }
        report.add(
          at: paper.place(of: index, in: passage), "an abbreviation that is not explained",
          help: "write it out where it first stands, with the abbreviation in parentheses, or list "
            + "it under 'words' in the policy")
      }
    }
  }

  private func counts(_ kind: Passage.Kind) -> Bool {
    switch kind {
    case .code, .field, .adviceDetail: false
    default: true
    }
  }

  /// Two to six capitals, and no capitals around them: those make a code name, or a shout.
  private func isAbbreviation(_ index: Int, _ passage: Passage) -> Bool {
    let word = passage.words[index]
    guard word.traits.contains(.allCapitals), (2...6).contains(word.end - word.start),
      word.traits.isDisjoint(with: [.code, .digit]), !Placeholder.capitals.contains(word),
      !passage.bytes[word.start..<word.end].contains(UInt8(ascii: "-"))
    else { return false }
    let around = [index - 1, index + 1].filter { passage.words.indices.contains($0) }
    return !around.contains {
      passage.words[$0].traits.contains(.allCapitals)
        && !passage.words[$0].traits.contains(.parenthesis)
    }
  }

  /// `(SOC)`, behind words as a rule, or `SOC (` with words in the parentheses.
  private func isExplained(_ index: Int, _ passage: Passage) -> Bool {
    let word = passage.words[index]
    let isAlone =
      word.end < passage.bytes.count && passage.bytes[word.end] == UInt8(ascii: ")")
    if word.traits.contains(.parenthesis), isAlone { return true }
    return index + 1 < passage.words.count && passage.words[index + 1].traits.contains(.parenthesis)
  }
}
