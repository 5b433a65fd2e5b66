import Edition
import Template

/// What is assessed: what it means, the threat in fields, the key judgements.
struct AssessmentFields {
  let entry: Entry
  let library: Library
  let writer: FieldWriter

  private var threat: Threat { entry.briefing.threat }
  private var words: Words { writer.words }
  private var language: String { writer.words.language }

  /// Rows that say what it means for the reader: what is at stake, how likely, how bad.
  var meaning: [Value] {
    var rows: [Value] = []
    if !interests.isEmpty { rows.append(row("interests", .list(interests))) }
    if let likelihood = reading(.likelihood, threat.likelihood) {
      let key = likelihood.value.band == nil ? "chanceWord" : "chanceBand"
      rows.append(
        row("likelihood", .list([named(likelihood, key, mark: threat.likelihood?.mark)])))
    }
    if let impact = reading(.impact, threat.impact) {
      let key = impact.value.meaning == nil ? "impactWord" : "impactMeaning"
      rows.append(row("impact", .list([named(impact, key, mark: threat.impact?.mark)])))
    }
    return rows
  }

  /// Rows of the threat in fields, those that `meaning` does not have.
  var facts: [Value] {
    var rows: [Value] = []
    let texts = [
      ("actor", threat.actor), ("intent", threat.intent), ("capability", threat.capability),
      ("horizon", threat.horizon),
    ]
    for (key, text) in texts {
      if let text { rows.append(row(key, .list([writer.html(text)]))) }
    }
    if let confidence = reading(.confidence, threat.confidence) {
      let key = confidence.value.meaning == nil ? "confidenceWord" : "confidenceMeaning"
      rows.append(
        row("confidence", .list([named(confidence, key, mark: threat.confidence?.mark)])))
    }
    return rows
  }

  /// The key judgements, numbered.
  var judgements: [Value] {
    entry.briefing.judgements.enumerated().map { judgement($1, number: $0 + 1) }
  }

  private func judgement(_ judgement: Judgement, number: Int) -> Value {
    let sources = numbers(of: judgement.sources, among: entry.briefing.sources.map(\.id))
    let likelihood = reading(.likelihood, judgement.likelihood)
    let confidence = reading(.confidence, judgement.confidence)
    return .record([
      "number": .number(number),
      "text": writer.html(judgement.text),
      "likelihood": likelihood.map {
        let key = $0.value.band == nil ? "chanceWord" : "chanceBand"
        return named($0, key, mark: judgement.likelihood?.mark)
      } ?? .none,
      "yardstick": likelihood.flatMap {
        Yardstick.svg($0, id: "_yardstick\(number)", words: words)
      }.map { .html($0) } ?? .none,
      "confidence": confidence.map {
        named(
          $0, $0.value.meaning == nil ? "confidenceSentence" : "confidenceSentenceMeaning",
          mark: judgement.confidence?.mark)
      } ?? .none,
      "changedFrom": reading(.likelihood, judgement.changedFrom).map {
        named(
          $0, $0.value.band == nil ? "judgementWas" : "judgementWasBand",
          mark: judgement.changedFrom?.mark)
      } ?? .none,
      "changedBecause": writer.html(ifAny: judgement.changedBecause),
      "sources": .list(sources),
      "hasRefs": .flag(!sources.isEmpty),
    ])
  }

  /// Places, counted from 1, of those of `ids` that are in `all`.
  private func numbers(of ids: [String], among all: [String?]) -> [Value] {
    ids.compactMap { id in all.firstIndex(of: id) }.sorted().map { .number($0 + 1) }
  }

  private var interests: [Value] {
    entry.briefing.interests.map { interest in
      let term = library.edition.policy.interests.first { $0.id == interest.value }
      return writer.html(name: term?.name[language] ?? interest.value, mark: interest.mark)
    }
  }

  private func reading(_ name: ScaleBook.Name, _ field: MarkedText?) -> Reading? {
    library.scales.reading(name, field, on: entry.briefing.issued)
  }

  /// A sentence of the interface with a value's word, band and meaning in it.
  private func named(_ reading: Reading, _ key: String, mark: String?) -> Value {
    let band = reading.value.band ?? []
    let text = words.fill(
      key,
      [
        "word": reading.value.name[language],
        "low": band.first.map(String.init) ?? "", "high": band.last.map(String.init) ?? "",
        "meaning": reading.value.meaning?[language] ?? "",
        "n": String(reading.number), "steps": String(reading.steps),
      ])
    return writer.html(name: text, mark: mark)
  }

  private func row(_ key: String, _ values: Value) -> Value {
    .record(["label": .text(words[key]), "values": values])
  }
}
