import Template

/// The current level of every topic, and of what has none, highest first.
struct LevelBoard {
  /// A topic with the level of the highest of its briefings that hold today.
  struct Row {
    var level: Reading
    /// The fields that the home page shows.
    var value: Value
    /// The name and the place by which the highest level is told: those of the briefing itself where
    /// it has no topic.
    var source: Value
  }

  let rows: [Row]
  /// Of all briefings that hold today, the one with the highest level.
  let entry: Entry?
  /// Its card; none where no briefing gives a level.
  let card: Value

  init(_ press: Press, _ shelf: Shelf) {
    let cards = press.cardWriter(shelf)
    let highest = Subject.highest(of: shelf.current, shelf.entries)
    entry = highest.map { shelf.entries[$0] }
    card = highest.map { shelf.cards[$0] } ?? .none
    var rows = shelf.subjects(of: .topics).compactMap { subject -> Row? in
      guard let place = subject.highest, let level = shelf.entries[place].level else { return nil }
      let name = Value.text(subject.term.name[shelf.language])
      return Row(
        level: level,
        value: .record([
          "name": name, "path": .text(subject.path), "level": cards.level(level),
          "card": shelf.cards[place],
        ]),
        source: .record(["name": name, "path": .text(subject.path)]))
    }
    let others = shelf.current.filter { shelf.entries[$0].briefing.topics.isEmpty }
    if let place = Subject.highest(of: others, shelf.entries),
      let level = shelf.entries[place].level
    {
      let entry = shelf.entries[place]
      rows.append(
        Row(
          level: level,
          value: .record([
            "name": .text(shelf.words["noTopic"]), "path": .text("archive/"),
            "level": cards.level(level), "card": shelf.cards[place],
          ]),
          source: .record([
            "name": .text(entry.plainTitle), "path": .text(entry.path(from: shelf.language)),
          ])))
    }
    // The policy's order within a level: sorting by place as well keeps it.
    self.rows = rows.enumerated()
      .sorted { ($1.element.level.height, $0.offset) < ($0.element.level.height, $1.offset) }
      .map(\.element)
  }

  /// The topics that have the highest level.
  var top: [Row] { rows.filter { $0.level.height == entry?.level?.height } }

  /// What stands before the names of the topics that have the highest level, or in their place where
  /// they are many.
  func highestFor(_ words: Words) -> String {
    isMany
      ? words.fill("highestForMany", ["n": String(top.count)]) : words["highestFor"]
  }

  /// The topics that have the highest level, where they are few enough to be named.
  var named: [Row] { isMany ? [] : top }

  private var isMany: Bool { top.count > 3 }
}
