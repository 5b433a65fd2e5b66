internal import Diagnostics
internal import Manuscript

/// Advice that nobody is to carry out.
struct AdviceOwner: Rule {
  let about = RuleDescription(
    code: "meaning/advice-owner", severity: .warning, summary: "advice without an owner")

  func review(_ paper: Paper, _ report: inout Report) {
    for (index, advice) in paper.front.advice.enumerated() {
      let place = paper.place(line: advice.by?.versions.first?.line ?? advice.line)
      guard hasOwner(advice) else {
        report.add(
          at: place, "advice that does not say who carries it out",
          help: "add 'by:' with a function, such as the duty officer")
        continue
      }
      let told = (advice.by?.versions ?? []).reduce(into: Readers()) {
        $0.formUnion(paper.readers(clearedFor: $1.label))
      }
      let lost = paper.readers(of: .advice(index)).subtracting(told)
      guard !lost.isEmpty else { continue }
      report.add(
        at: place, "\(paper.names(lost)) may read this advice and not who carries it out",
        help: "give 'by:' a version for them, or mark the advice as high as its owner")
    }
  }

  /// What is written where nobody has been found yet.
  private static let nobody = Phrases([
    "tbd", "tbc", "t b d", "t b c", "n a", "nvt", "n v t", "unknown", "onbekend",
    "to be determined",
    "nader te bepalen", "ntb",
  ])

  private func hasOwner(_ advice: AdviceFields) -> Bool {
    advice.by?.versions.contains { version in
      let words = WordScanner.words(of: version.value.full)
      return !words.isEmpty && Self.nobody.match(words, at: 0)?.words.count != words.count
    } ?? false
  }
}
