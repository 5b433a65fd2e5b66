internal import Diagnostics
internal import Manuscript

/// A translation whose readers get other advice.
struct TranslationAdvice: Rule {
  let about = RuleDescription(
    code: "translation/advice", severity: .warning,
    summary: "a translation with other advice than its original")

  func review(_ library: Library, _ report: inout Report) {
    for pair in library.pairs {
      let one = pair.original.front.advice
      let other = pair.translation.front.advice
      if one.count != other.count {
        add(
          "how much advice there is", pair, pair.translation.front.line(of: "advice", "id"),
          &report)
        continue
      }
      for (a, b) in zip(one, other) {
        if a.audiences.map(Set.init) != b.audiences.map(Set.init) {
          add("who the advice is for", pair, b.line, &report)
        }
        if a.when?.versions.map(\.value) != b.when?.versions.map(\.value) {
          add("when the advice is for", pair, b.when?.versions.first?.line ?? b.line, &report)
        }
        if Set(a.judgements.map(\.value)) != Set(b.judgements.map(\.value)) {
          add(
            "what the advice rests on", pair, b.judgements.first?.line ?? b.line, &report)
        }
        if (a.by == nil) != (b.by == nil) || (a.basis == nil) != (b.basis == nil) {
          add("what is said of the advice", pair, b.line, &report)
        }
      }
    }
  }

  private func add(_ what: String, _ pair: TranslationPair, _ line: Int, _ report: inout Report) {
    report.add(
      at: Place(pair.translation.path, line: line),
      "\(what) differs from \(pair.original.path), of which this is a translation",
      help: "give both the same")
  }
}
