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
    let shown = WordScanner.words(of: substitute)
    let hidden = WordScanner.words(of: secret).filter { !empty.contains($0) }
    guard !hidden.isEmpty else { return false }
    let known = Set(shown.map(\.hash))
    let repeated = hidden.filter { known.contains($0.hash) }
    if repeated.count == hidden.count { return true }
    if repeated.contains(where: { $0.traits.contains(.digit) || $0.traits.contains(.allCapitals) })
    {
      return true
    }
    let isNames = hidden.allSatisfy { $0.traits.contains(.capital) || $0.traits.contains(.digit) }
    return isNames && !repeated.isEmpty
      && shown.contains { word in
        word.traits.contains(.capital) && repeated.contains { $0.hash == word.hash }
      }
  }
}
