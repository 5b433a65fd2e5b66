import Edition
import Template

/// The advice of a subject's briefings that hold today, by when it is to be done.
///
/// What two briefings say in the same words, to the same people and for the same time, is said once,
/// under the one with the higher level.
struct StandingAdvice {
  /// How many pieces of advice are shown.
  private static let limit = 12

  /// The fields of each time's group.
  let groups: [Value]
  /// How many more there are in the briefings.
  let more: Int

  init(_ press: Press, _ shelf: Shelf, of subject: Subject) {
    let writer = FieldWriter(
      library: press.library, words: shelf.words,
      place: TextPlace(up: "", language: shelf.language), anchors: [])
    let order = subject.current.sorted { a, b in
      let (x, y) = (shelf.entries[a].level?.height ?? 0, shelf.entries[b].level?.height ?? 0)
      return (y, a) < (x, b)
    }
    var seen: Set<[String]> = []
    var found: [(place: Int, advice: Advice)] = []
    for place in order {
      for advice in shelf.entries[place].briefing.advice
      where seen.insert(StandingAdvice.key(of: advice)).inserted { found.append((place, advice)) }
    }
    let byTime = Dictionary(grouping: found) { AdviceFields.time(of: $0.advice) }
    var left = StandingAdvice.limit
    groups = AdviceFields.times.compactMap { time in
      guard let items = byTime[time]?.prefix(left), !items.isEmpty else { return nil }
      left -= items.count
      return .record([
        "name": .text(shelf.words.name(of: time, in: "when")),
        "isNow": .flag(time == "now"),
        "items": .list(
          items.map { place, advice in
            let language = shelf.entries[place].briefing.language
            return .record([
              "action": writer.unlinked(advice.action),
              "by": advice.by.map(writer.unlinked) ?? .none,
              "language": language == shelf.language ? .none : .text(language),
              "card": shelf.cards[place],
            ])
          }),
      ])
    }
    more = max(0, found.count - StandingAdvice.limit)
  }

  /// What two pieces of advice have in common where one of them says all.
  private static func key(of advice: Advice) -> [String] {
    [advice.action.value, AdviceFields.time(of: advice), advice.by?.value ?? ""]
  }
}
