import Calendar
import Edition
import Search
import Template

/// An edition as the readers of one language find it: every briefing once, in their language where
/// there is such a version.
final class Shelf: Sendable {
  let language: String
  let words: Words
  /// The briefings, newest change first.
  let entries: [Entry]
  /// What listings show of each of `entries`.
  let cards: [Value]
  /// The topics, sectors and regions that have briefings.
  let subjects: [Vocabulary: [Subject]]
  /// The place in `entries` of each briefing, by id.
  private let places: [String: Int]
  /// The years of issue, newest first, with the places of their briefings in `entries`.
  let years: [(year: Int, entries: [Int])]
  /// What changed, newest first.
  let changes: [Change]

  /// - Parameter earlier: this shelf before a change, whose cards are taken over for entries that
  ///   are the same.
  init(
    _ library: Library, language: String, words: Words, languageNames: [String: String],
    after earlier: Shelf?, on crew: some Crew
  ) {
    self.language = language
    self.words = words
    let entries = library.shelf(in: language)
    let policy = library.edition.policy
    self.entries = entries
    changes = Change.all(of: entries, until: library.edition.asOf)
    places = Dictionary(
      entries.enumerated().map { ($1.briefing.id, $0) }, uniquingKeysWith: { first, _ in first })
    let writer = CardWriter(library, language: language, words: words, names: languageNames)
    let known = Dictionary(
      zip((earlier?.entries ?? []).map(ObjectIdentifier.init), earlier?.cards ?? []),
      uniquingKeysWith: { first, _ in first })
    cards = crew.map(entries) { known[ObjectIdentifier($0)] ?? .record(writer.card($0)) }
    subjects = Dictionary(
      uniqueKeysWithValues: Vocabulary.allCases.map { vocabulary in
        (vocabulary, Subject.all(of: vocabulary, in: policy, entries: entries))
      })
    years = Dictionary(grouping: entries.indices) { entries[$0].briefing.issued.parts.year }
      .sorted { $0.key > $1.key }
      .map { year, indices in
        let byIssue = indices.sorted {
          let (a, b) = (entries[$0].briefing, entries[$1].briefing)
          return (b.issued, a.id) < (a.issued, b.id)
        }
        return (year, byIssue)
      }
  }

  /// The place in `entries` of the briefing called `id`.
  func place(of id: String) -> Int? { places[id] }

  /// The subjects of a vocabulary, in the order of the policy.
  func subjects(of vocabulary: Vocabulary) -> [Subject] { subjects[vocabulary] ?? [] }

  /// The places of the briefings that hold today.
  var current: [Int] { entries.indices.filter { entries[$0].isCurrent } }
}
