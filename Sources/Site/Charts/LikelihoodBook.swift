import Calendar
import Edition
import Template

/// The likelihood charts of a site by what they show: briefings whose judgements use the same words
/// in the same order share one, which is drawn once.
struct LikelihoodBook: Sendable {
  /// All that a chart depends on.
  private struct Key: Hashable {
    let language: String
    /// The first day of the scale's version.
    let since: Day?
    /// The likelihood of each judgement; empty where it has none.
    let likelihoods: [String]

    init?(_ entry: Entry, _ scale: Scale?) {
      let judgements = entry.briefing.judgements
      guard judgements.contains(where: { $0.likelihood != nil }) else { return nil }
      language = entry.briefing.language
      since = scale?.version(on: entry.briefing.issued)?.since
      likelihoods = judgements.map { $0.likelihood?.value ?? "" }
    }
  }

  private let scale: Scale?
  private let charts: [Key: Value]

  /// The charts of all briefings, in the words of their languages.
  init(_ library: Library, words: [String: Words]) {
    let scale = library.scales[.likelihood]
    var charts: [Key: Value] = [:]
    for entry in library.entries {
      guard let key = Key(entry, scale), charts[key] == nil, let words = words[key.language]
      else { continue }
      charts[key] = LikelihoodChart(entry, library, words)?.chart.value() ?? Value.none
    }
    self.scale = scale
    self.charts = charts
  }

  /// The fields of the chart of a briefing; nil where none of its judgements has a likelihood with a
  /// band.
  func chart(of entry: Entry) -> Value? {
    guard let value = Key(entry, scale).flatMap({ charts[$0] }) else { return nil }
    if case .none = value { return nil }
    return value
  }
}
