import Calendar
import Edition

/// Which threat level stood when: at any day the highest of the briefings that held that day.
struct LevelHistory: Sendable {
  /// A level from a day on; nil where no briefing with a level held.
  struct Step: Hashable, Sendable {
    var day: Day
    var level: Reading?
  }

  /// The steps, oldest first; neighbours differ.
  let steps: [Step]

  /// The history of `entries` up to `day`; of the newest `limit` steps, so that a chart stays small.
  init(_ entries: [Entry], until day: Day, limit: Int = 40) {
    // What begins and ends, by day. Those that stand are few, so the highest is looked up by counting.
    var changes: [Day: [GivenLevel: Int]] = [:]
    let issued = Dictionary(
      entries.map { ($0.briefing.id, $0.briefing.issued) }, uniquingKeysWith: { first, _ in first })
    for entry in entries {
      guard let level = GivenLevel(entry), entry.briefing.issued <= day else { continue }
      changes[entry.briefing.issued, default: [:]][level, default: 0] += 1
      guard let end = LevelHistory.end(of: entry, issued), end <= day else { continue }
      changes[max(end, entry.briefing.issued), default: [:]][level, default: 0] -= 1
    }
    var standing: [GivenLevel: Int] = [:]
    var steps: [Step] = []
    for (day, change) in changes.sorted(by: { $0.key < $1.key }) {
      for (level, change) in change {
        let count = (standing[level] ?? 0) + change
        standing[level] = count > 0 ? count : nil
      }
      let level = standing.keys.max()?.level
      if steps.isEmpty || steps.last?.level != level { steps.append(Step(day: day, level: level)) }
    }
    self.steps = Array(steps.suffix(limit))
  }

  /// Since when `level` has stood; nil where it is not the one that stands last.
  func since(_ level: Reading?) -> Day? {
    guard let level, let last = steps.last, last.level == level else { return nil }
    return last.day
  }

  /// The day on which a briefing no longer held.
  private static func end(of entry: Entry, _ issued: [String: Day]) -> Day? {
    let expired = entry.briefing.expires.map { Day(ordinal: $0.ordinal + 1) }
    guard case .superseded(let id) = entry.standing, let next = issued[id] else { return expired }
    return expired.map { min($0, next) } ?? next
  }
}
