import Foundation
import JSON
import Testing

@testable import Search

@Suite struct IndexTests {
  private func document(
    _ key: String, day: Int, _ texts: [(String, Int)], language: String = "nl",
    isPast: Bool = false, filters: [String: [String]] = [:]
  ) -> SearchDocument {
    SearchDocument(
      key: key,
      words: WordBag(texts.map { (text: $0.0, weight: $0.1) }, in: SearchLanguage(language)),
      card: .array([.string(key)]), day: day, isPast: isPast, filters: filters)
  }

  private func files(_ documents: [SearchDocument], language: String = "nl") -> [String: [UInt8]] {
    let index = SearchIndex(documents, in: SearchLanguage(language), filters: ["kinds"])
    let files = index.files(on: Alone())
    return Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.bytes) })
  }

  private func object(_ bytes: [UInt8]?) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(bytes ?? [])) as? [String: Any])
  }

  /// The documents that each term of an index has, with their weights.
  private func lists(_ files: [String: [UInt8]]) throws -> [String: [Int: Int]] {
    var lists: [String: [Int: Int]] = [:]
    for (name, bytes) in files where name.hasPrefix("w") {
      let words = try #require(try object(bytes)["words"] as? [String: String])
      for (word, text) in words {
        var next = 0
        lists[word] = [:]
        for number in SignCodeTests.numbers(text.utf8) {
          let place = next + number / 8
          lists[word]?[place] = number % 8
          next = place + 1
        }
      }
    }
    return lists
  }

  @Test func formsOfAWordAreOneTermNamedAfterTheShortest() throws {
    let lists = try lists(
      files([document("a", day: 1, [("dreigingen", 1)]), document("b", day: 2, [("dreiging", 1)])]))
    #expect(lists.keys.sorted() == ["dreiging"])
    #expect(lists["dreiging"]?.keys.sorted() == [0, 1])
  }

  @Test func compoundsAreFoundByTheirParts() throws {
    let lists = try lists(
      files([
        document("a", day: 1, [("dreigingsniveau havenbedrijf boekenkast hartelust", 1)]),
        document("b", day: 2, [("dreiging niveau haven boek kast bedrijf hart lust", 1)]),
      ]))
    for part in ["dreiging", "niveau", "haven", "bedrijf", "boek", "kast", "hart", "lust"] {
      #expect(lists[part]?.keys.sorted() == [0, 1], "\(part)")
    }
    #expect(lists["dreigingsniveau"]?.keys.sorted() == [0])
  }

  @Test func compoundsOfCompoundsAndWhatIsNone() throws {
    let lists = try lists(
      files([
        document("a", day: 1, [("veiligheidsregiobestuur zonnepaneel overheid", 1)]),
        document("b", day: 2, [("veiligheidsregio veiligheid regio bestuur paneel heid", 1)]),
      ]))
    for part in ["veiligheidsregio", "veiligheid", "regio", "bestuur"] {
      #expect(lists[part]?.keys.contains(0) ?? false, "\(part)")
    }
    // No document has `zon` or `zonne`, and `over` says nothing.
    #expect(lists["paneel"]?.keys.sorted() == [1])
    #expect(lists["heid"]?.keys.sorted() == [1])
  }

  @Test func englishWordsAreNotTakenApart() throws {
    let documents = [
      document("a", day: 1, [("password", 1)], language: "en"),
      document("b", day: 2, [("pass word", 1)], language: "en"),
    ]
    let lists = try lists(files(documents, language: "en"))
    #expect(lists["pass"]?.keys.sorted() == [1])
    #expect(lists["word"]?.keys.sorted() == [1])
  }

  @Test func titlesWeighMoreAndThePastLess() throws {
    let rest = ("schip boot zee kade", 1)
    let lists = try lists(
      files([
        document("a", day: 1, [("haven", 8), rest]), document("b", day: 2, [("haven", 1), rest]),
        document("c", day: 3, [("haven", 8), rest], isPast: true),
      ]))
    let weights = lists["haven"] ?? [:]
    let order = [0, 2, 1].map { weights[$0] ?? -1 }
    #expect(order == order.sorted(by: >) && Set(order).count == 3, "\(order)")
  }

  @Test func everyWordOfTheIndexIsAWordOfADocument() throws {
    let text = "Drones boven de haven: dreigingsniveau, dreiging, niveau, veiligheidsregio's."
    var visible: Set<String> = []
    WordCutter.cut(text) { word, _ in visible.insert(String(decoding: word, as: UTF8.self)) }
    let lists = try lists(files([document("a", day: 1, [(text, 1)])]))
    #expect(Set(lists.keys).isSubset(of: visible))
    #expect(lists.count == 7)
  }

  @Test func filesAreTheSameOnAnyCrewAndInAnyOrder() {
    struct Backwards: Crew {
      func map<Element: Sendable, Result: Sendable>(
        _ elements: [Element], _ work: @Sendable (Element) -> Result
      ) -> [Result] { elements.reversed().map(work).reversed() }
    }
    let documents = (0..<200).map { number in
      document(
        "k\(number)", day: number % 7,
        [((0..<40).map { "woord\(number * $0 % 97) bw\($0)" }.joined(separator: " "), 1)],
        filters: ["kinds": [number % 2 == 0 ? "alert" : "bulletin"]])
    }
    let language = SearchLanguage("nl")
    let one = SearchIndex(documents, in: language, filters: ["kinds"]).files(on: Alone())
    let two = SearchIndex(documents.reversed(), in: language, filters: ["kinds"])
      .files(on: Backwards())
    #expect(one == two)
    #expect(Set(one.map(\.name)).count == one.count)
  }

  @Test func filtersAndDaysAreGaps() throws {
    let files = files([
      document("a", day: 20_000, [], filters: ["kinds": ["alert"]]),
      document("b", day: 20_003, [], filters: ["kinds": ["bulletin"]]),
      document("c", day: 20_003, [], filters: ["kinds": ["alert"]]),
    ])
    let values = try #require(try object(files["kinds.json"])["values"] as? [String: String])
    #expect(SignCodeTests.numbers(try #require(values["alert"]).utf8) == [0, 1])
    let dates = try object(files["dates.json"])
    #expect(dates["first"] as? Int == 20_000)
    #expect(SignCodeTests.numbers((dates["days"] as? String ?? "").utf8) == [0, 3, 0])
    #expect(try object(files["index.json"])["count"] as? Int == 3)
  }

  /// A hash table has its keys in another order in each process, so many are tried.
  @Test func valuesOfFiltersStandInOrder() throws {
    let kinds = (10..<40).map { "kind\($0)" }
    let files = files(
      kinds.reversed().map { document($0, day: 1, [], filters: ["kinds": [$0]]) })
    let text = String(decoding: try #require(files["kinds.json"]), as: UTF8.self)
    #expect(text.matches(of: /kind\d\d/).map { String($0.output) } == kinds)
  }

  /// A word weighs no less the more often it stands there.
  @Test func wordsWeighMoreTheMoreThereAreOfThem() throws {
    let counts = [1, 2, 8, 100, 255, 256, 257, 512, 1000]
    let weights = try counts.map { count in
      let text = String(repeating: "haven ", count: count)
      let lists = try lists(
        files([document("a", day: 1, [(text, 1)]), document("b", day: 1, [("zee", 1)])]))
      return try #require(lists["haven"]?.values.first, "\(count)")
    }
    #expect(weights == weights.sorted(), "\(weights)")
  }

  @Test func allFilesOfABuildCarryOneStamp() throws {
    let files = files([document("a", day: 1, [("haven", 1)]), document("b", day: 1, [("zee", 1)])])
    let stamps = try Set(files.values.map { try object($0)["v"] as? String })
    #expect(stamps.count == 1)
    let other = try object(self.files([document("a", day: 1, [("haven", 1)])])["index.json"])
    #expect(stamps.first != other["v"] as? String)
  }

  /// A compound says less about a document than the word itself, and a word less about a long one.
  @Test func compoundsAndLongDocumentsWeighLess() throws {
    let parts = try lists(
      files([
        document("a", day: 1, [("dreigingsniveau schip", 8), ("boot zee kade", 1)]),
        document("b", day: 2, [("dreiging niveau", 8), ("boot zee kade", 1)]),
      ]))
    let compound = try #require(parts["dreiging"]?[0])
    #expect(compound < parts["dreiging"]?[1] ?? 0)
    let long = (0..<300).map { "woordje\($0)" }.joined(separator: " ")
    let lengths = try lists(
      files([
        document("a", day: 1, [("haven \(long)", 1)]), document("b", day: 2, [("haven", 1)]),
      ]))
    let weight = try #require(lengths["haven"]?[0])
    #expect(weight < lengths["haven"]?[1] ?? 0)
  }
}
