import Edition
import Template

/// What this audience can do, by when.
struct AdviceFields {
  let entry: Entry
  let words: Words
  let writer: FieldWriter

  private static let order = ["now", "this-week", "later"]

  /// What to do first: what has to be done now, else this week, three at most.
  var first: [Value] {
    let advice = entry.briefing.advice
    for time in AdviceFields.order {
      let items = advice.filter { $0.when?.value == time }
      if !items.isEmpty { return items.prefix(3).map { writer.html($0.action) } }
    }
    return advice.prefix(3).map { writer.html($0.action) }
  }

  /// All of it, grouped by time.
  var groups: [Value] {
    var groups = AdviceFields.order.map { time in
      (time: time, items: entry.briefing.advice.filter { $0.when?.value == time })
    }
    groups.append(
      (
        "none",
        entry.briefing.advice.filter { !AdviceFields.order.contains($0.when?.value ?? "") }
      ))
    return groups.filter { !$0.items.isEmpty }.map { time, items in
      .record([
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
