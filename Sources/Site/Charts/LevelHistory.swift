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
    // What begins and ends, by day.
    var changes: [Day: [GivenLevel: Int]] = [:]
    for entry in entries {
      guard let level = GivenLevel(entry), entry.briefing.issued <= day else { continue }
      changes[entry.briefing.issued, default: [:]][level, default: 0] += 1
      guard let end = LevelHistory.end(of: entry), end <= day else { continue }
      changes[max(end, entry.briefing.issued), default: [:]][level, default: 0] -= 1
    }
    var standing = StandingLevels()
    var steps: [Step] = []
    for (day, change) in changes.sorted(by: { $0.key < $1.key }) {
      for (level, change) in change { standing.add(change, of: level) }
      let level = standing.highest
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
  private static func end(of entry: Entry) -> Day? {
    let expired = entry.briefing.expires.map { Day(ordinal: $0.ordinal + 1) }
    guard case .superseded(_, let next) = entry.standing else { return expired }
    return expired.map { min($0, next) } ?? next
  }
}

/// How many briefings give each level, by the day they gave it.
///
/// Words for levels are few and days are many, so the days are gone through only where two words
/// stand for one height.
private struct StandingLevels {
  private var days: [Reading: [Day: Int]] = [:]

  /// Counts `change` more of a level.
  mutating func add(_ change: Int, of given: GivenLevel) {
    let count = (days[given.level]?[given.day] ?? 0) + change
    days[given.level, default: [:]][given.day] = count > 0 ? count : nil
    if days[given.level]?.isEmpty == true { days[given.level] = nil }
  }

  /// The highest that stands, in the order of `GivenLevel`.
  var highest: Reading? {
    guard let height = days.keys.lazy.map(\.height).max() else { return nil }
    let words = days.filter { $0.key.height == height }
    guard words.count > 1 else { return words.keys.first }
    return words.compactMap { word, days in
      days.keys.max().map { GivenLevel(level: word, day: $0) }
    }.max()?.level
  }
}
