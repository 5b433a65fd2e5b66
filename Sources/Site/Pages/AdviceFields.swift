import Edition
import Template

/// What this audience can do, by when.
struct AdviceFields {
  let entry: Entry
  let words: Words
  let writer: FieldWriter

  /// The times at which advice is to be followed, in order; the last stands for all others.
  static let times = ["now", "this-week", "later", "none"]

  /// The time of `advice`, one of `times`.
  static func time(of advice: Advice) -> String {
    advice.when.map(\.value).flatMap { times.contains($0) ? $0 : nil } ?? "none"
  }

  /// What to do first: what has to be done now, else this week, else what has no time, three at most;
  /// never what is to be done later.
  var first: [Value] {
    let groups = Dictionary(grouping: entry.briefing.advice, by: AdviceFields.time)
    let times = AdviceFields.times.filter { $0 != "later" }
    let first = times.lazy.compactMap { groups[$0] }.first ?? []
    return first.prefix(3).map { writer.html($0.action) }
  }

  /// All of it, grouped by time.
  var groups: [Value] {
    let groups = Dictionary(grouping: entry.briefing.advice, by: AdviceFields.time)
    return AdviceFields.times.compactMap { time in
      guard let items = groups[time] else { return nil }
      return .record([
        "time": .text(time),
        "name": .text(words.name(of: time, in: "when")),
        "isNow": .flag(time == "now"),
        "items": .list(items.map(item)),
      ])
    }
  }

  private func item(_ advice: Advice) -> Value {
    let ids = entry.briefing.judgements.map(\.id)
    let judgements = advice.judgements.compactMap { id in ids.firstIndex(of: id) }.sorted()
    return .record([
      "action": writer.html(advice.action),
      "by": writer.html(ifAny: advice.by),
      "basis": writer.html(ifAny: advice.basis),
      "judgements": .list(judgements.map { .number($0 + 1) }),
      "hasRefs": .flag(!judgements.isEmpty),
      "hasDetails": .flag(advice.by != nil || advice.basis != nil || !judgements.isEmpty),
    ])
  }
}
