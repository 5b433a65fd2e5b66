internal import Diagnostics
internal import Manuscript
internal import Marking

/// A substitute with the secret still in it: `[Unit 74455]{S|unit 74455 of the army}`.
///
/// It repeats the secret where it has all its words that carry meaning, a number or a code name
/// from it, or one of the names that it consists of.
struct RepeatedSecret: Rule {
  let about = RuleDescription(
    code: "marking/repeated-secret", severity: .warning,
    summary: "a substitute that repeats what it stands in for", guardsVisibility: true)

  func review(_ paper: Paper, _ report: inout Report) {
    let empty = FunctionWords.of(paper.front.language)
    for passage in paper.passages where passage.text.hasMarks {
      for mark in passage.text.allMarks {
        guard let substitute = mark.substitute, repeats(mark.text.full, substitute.full, empty)
        else {
          continue
        }
        report.add(
          at: paper.place(of: mark, in: passage),
          "a substitute that repeats words of what is marked \(paper.policy.scheme.text(mark.label))",
          help: "write what others may know, without names and numbers of the original")
      }
    }
  }

  private func repeats(_ secret: [UInt8], _ substitute: [UInt8], _ empty: WordSet) -> Bool {
    let shown = parts(substitute)
    let hidden = parts(secret).filter { !empty.contains($0.word) }
    guard !hidden.isEmpty else { return false }
    let known = Set(shown.map(\.word.hash))
    let repeated = hidden.filter { known.contains($0.word.hash) }
    if repeated.count == hidden.count { return true }
    if repeated.contains(where: { !$0.word.traits.isDisjoint(with: [.digit, .allCapitals]) }) {
      return true
    }
    guard hidden.allSatisfy({ !$0.word.traits.isDisjoint(with: [.capital, .digit]) }) else {
      return false
    }
    let names = shown.filter { $0.word.traits.contains(.capital) }
    return names.contains { name in hidden.contains { $0.isOneName(with: name) } }
  }

  /// A word, or a part of one that a hyphen or an apostrophe joins: `MISTRAL` of `MISTRAL-group`.
  private struct Part {
    var word: Word
    var letters: ArraySlice<UInt8>

    /// The same word, or one made of a name: `Rotterdamse`, `Russian`.
    func isOneName(with other: Part) -> Bool {
      if word.hash == other.word.hash { return true }
      let (short, long) = letters.count < other.letters.count ? (self, other) : (other, self)
      return short.letters.count >= 5 && long.letters.count <= short.letters.count + 3
        && long.letters.starts(with: short.letters)
    }
  }

  private func parts(_ text: [UInt8]) -> [Part] {
    let apart = text.map { [UInt8(ascii: "-"), UInt8(ascii: "'")].contains($0) ? 0x20 : $0 }
    return WordScanner.words(of: apart).compactMap { word in
      word.end - word.start == 1 && !word.traits.contains(.digit)
        ? nil : Part(word: word, letters: apart[word.start..<word.end])
    }
  }
}
