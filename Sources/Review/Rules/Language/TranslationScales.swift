internal import Diagnostics
internal import Manuscript

/// A translation with another threat level, likelihood, confidence or impact.
struct TranslationScales: Rule {
  let about = RuleDescription(
    code: "translation/scale", severity: .warning,
    summary: "a translation with another level, likelihood, confidence or impact")

  func review(_ library: Library, _ report: inout Report) {
    for pair in library.pairs {
      let a = pair.original.front
      let b = pair.translation.front
      var fields: [(String, Field<String>?, Field<String>?, Int)] = [
        ("threat.level", a.threat.level, b.threat.level, b.line(of: "threat")),
        ("threat.likelihood", a.threat.likelihood, b.threat.likelihood, b.line(of: "threat")),
        ("threat.confidence", a.threat.confidence, b.threat.confidence, b.line(of: "threat")),
        ("threat.impact", a.threat.impact, b.threat.impact, b.line(of: "threat")),
      ]
      if a.judgements.count != b.judgements.count {
        add("the number of judgements", pair, b.line(of: "judgements"), &report)
      }
      for (one, other) in zip(a.judgements, b.judgements) {
        let name = other.id.map { "judgement '\($0)'" } ?? "a judgement"
        fields.append(("likelihood of \(name)", one.likelihood, other.likelihood, other.line))
        fields.append(("confidence of \(name)", one.confidence, other.confidence, other.line))
        if Set(one.sources.map(\.value)) != Set(other.sources.map(\.value)) {
          add("the sources of \(name)", pair, other.sources.first?.line ?? other.line, &report)
        }
      }
      for (name, one, other, line) in fields
      where one?.versions.map(\.value) != other?.versions.map(\.value) {
        add(
          name.contains(" ") ? "the \(name)" : "'\(name)'", pair,
          other?.versions.first?.line ?? line, &report)
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
