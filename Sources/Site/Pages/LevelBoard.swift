import Template

/// The current level of every topic, highest first.
struct LevelBoard {
  /// A topic with the level of the highest of its briefings that hold today.
  struct Row {
    var name: String
    var level: Reading
    var entry: Entry
    /// The fields that the home page shows.
    var value: Value
  }

  let rows: [Row]

  init(_ press: Press, _ shelf: Shelf) {
    let cards = press.cardWriter(shelf)
    let rows = shelf.subjects(of: .topics).compactMap { subject -> Row? in
      guard let place = subject.highest, let level = shelf.entries[place].level else { return nil }
      let name = subject.term.name[shelf.language]
      return Row(
        name: name, level: level, entry: shelf.entries[place],
        value: .record([
          "name": .text(name), "path": .text(subject.path), "level": cards.level(level),
          "card": shelf.cards[place],
        ]))
    }
    // The policy's order within a level: sorting by place as well keeps it.
    self.rows = rows.enumerated()
      .sorted { ($1.element.level.height, $0.offset) < ($0.element.level.height, $1.offset) }
      .map(\.element)
  }

  /// The topics that have the highest level.
  var top: [Row] { rows.filter { $0.level.height == rows.first?.level.height } }

  /// The briefing that has the highest level.
  var entry: Entry? { rows.first?.entry }

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
