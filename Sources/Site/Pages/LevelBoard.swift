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

  /// The highest level and its topics in a sentence.
  func headline(_ words: Words) -> String {
    guard let first = rows.first else { return words["headlineNone"] }
    let top = top
    return words.fill(
      top.count > 3 ? "headlineMany" : "headline",
      [
        "word": first.level.value.name[words.language], "topics": words.list(top.map(\.name)),
        "n": String(top.count),
      ])
  }
}
