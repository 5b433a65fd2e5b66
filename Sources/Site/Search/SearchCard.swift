import Edition
import JSON
import Search

/// What the search knows of a briefing: its words, the filters it passes, and what a list of results
/// shows of it.
struct SearchCard {
  /// The most that a result shows of a summary, in bytes.
  private static let longest = 200

  let entry: Entry
  let library: Library
  let words: Words

  private var briefing: Briefing { entry.briefing }

  /// The briefing for the index; `bag` has its words.
  func document(_ bag: WordBag) -> SearchDocument {
    var filters = ["kinds": [briefing.kind]]
    for vocabulary in Vocabulary.allCases {
      filters[vocabulary.rawValue] = vocabulary.ids(of: briefing).map(\.value)
    }
    return SearchDocument(
      key: entry.slug, words: bag, card: .array(fields), day: briefing.issued.ordinal,
      isPast: !entry.isCurrent, filters: filters)
  }

  /// In the order in which the script of the search page reads them.
  private var fields: [JSON] {
    var fields: [JSON] = [
      .string(entry.slug), .string(entry.plainTitle), .string(summary),
      .string(words.name(of: briefing.kind, in: "kind")), .string(briefing.issued.description),
      .string(words.date(briefing.issued)), .string(entry.standing.word(in: words) ?? ""),
      level ?? .null,
    ]
    let marks = [briefing.title.mark, briefing.summary?.mark]
    if library.edition.policy.audience.showsMarks, marks.contains(where: { $0 != nil }) {
      fields += marks.map { .string($0 ?? "") }
    }
    return fields
  }

  private var level: JSON? {
    entry.level.map { level in
      let place = words.fill(
        "levelOf", ["n": String(level.number), "steps": String(level.steps)])
      return [
        .string(level.value.name[words.language]), .string(place), .number(level.rank),
        .number(level.number), .number(level.steps),
      ]
    }
  }

  /// The summary, cut at the end of a word.
  private var summary: String {
    let text = entry.plainSummary
    guard text.utf8.count > SearchCard.longest else { return text }
    if let space = text.utf8.prefix(SearchCard.longest).lastIndex(of: 0x20) {
      return text[..<space] + "…"
    }
    // A language that is written without spaces ends at any character.
    var bytes = 0
    let head = text.prefix { character in
      bytes += character.utf8.count
      return bytes <= SearchCard.longest
    }
    return head + "…"
  }
}
