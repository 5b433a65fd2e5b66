internal import Diagnostics
internal import Manuscript

/// Advice without a time.
struct AdviceTime: Rule {
  let about = RuleDescription(
    code: "meaning/advice-time", severity: .warning, summary: "advice without a time")

  func review(_ paper: Paper, _ report: inout Report) {
    for (index, advice) in paper.front.advice.enumerated() {
      guard let when = advice.when?.versions, let first = when.first else {
        report.add(
          at: paper.place(line: advice.line), "advice that does not say when",
          help: "add 'when:' with now, this-week or later")
        continue
      }
      let told = when.reduce(into: Readers()) {
        $0.formUnion(paper.readers(clearedFor: $1.label))
      }
      let lost = paper.readers(of: .advice(index)).subtracting(told)
      guard !lost.isEmpty else { continue }
      report.add(
        at: paper.place(line: first.line),
        "\(paper.names(lost)) may read this advice and not when it is to be done",
        help: "give 'when:' a version for them, or mark the advice as high as its time")
    }
  }
}
