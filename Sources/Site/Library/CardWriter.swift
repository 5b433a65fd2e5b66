import Edition
import Template

/// Writes what listings show of a briefing.
struct CardWriter: Sendable {
  private let library: Library
  private let language: String
  private let words: Words
  private let names: [String: String]

  init(_ library: Library, language: String, words: Words, names: [String: String]) {
    self.library = library
    self.language = language
    self.words = words
    self.names = names
  }

  /// The fields of the partial `card`.
  func card(_ entry: Entry) -> Fields {
    let briefing = entry.briefing
    let isForeign = briefing.language != language
    let changed = entry.changed > briefing.issued
    return [
      "path": .text(entry.path(from: language)),
      "title": .html(entry.title),
      "summary": .html(entry.summary),
      "language": isForeign ? .text(briefing.language) : .none,
      "languageName": isForeign
        ? .text(names[briefing.language] ?? briefing.language) : .none,
      "kind": .text(words.name(of: briefing.kind, in: "kind")),
      "date": .text(words.date(entry.changed)),
      "isoDate": .text(entry.changed.description),
      "issued": .text(words.date(briefing.issued)),
      "issuedISO": .text(briefing.issued.description),
      "dateLabel": .text(words[changed ? "changedOn" : "issuedOn"]),
      "level": level(entry.level),
      "state": state(entry).map { .text($0) } ?? .none,
      "isPast": .flag(!entry.isCurrent),
      "isDraft": .flag(briefing.status == .draft),
    ]
  }

  /// The fields of the partial `level`.
  func level(_ reading: Reading?) -> Value {
    guard let reading else { return .none }
    return .record([
      "word": .text(reading.value.name[language]),
      "of": .text(
        words.fill("levelOf", ["n": String(reading.number), "steps": String(reading.steps)])),
      "number": .number(reading.number),
      "rank": .number(reading.rank),
      "meaning": reading.value.meaning.map { .text($0[language]) } ?? .none,
      "bars": .html(library.scales.bars(reading)),
    ])
  }

  /// The steps of the scale that `reading` is on, lowest first, for the partial `ladder`.
  func ladder(_ entry: Entry?) -> Value {
    guard let entry, let reading = entry.level else { return .list([]) }
    let values = library.scales.values(
      .threatLevel, around: reading, on: entry.briefing.issued)
    return .list(
      values.enumerated().map { index, value in
        .record([
          "name": .text(value.name[language]),
          "isThis": .flag(index + 1 == reading.number),
          "isReached": .flag(index < reading.number),
        ])
      })
  }

  /// What is said of a briefing that no longer holds, in a word or two.
  func state(_ entry: Entry) -> String? { entry.standing.word(in: words) }
}
