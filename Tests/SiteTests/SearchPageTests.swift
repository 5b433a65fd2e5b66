import Edition
import Foundation
import Search
import Testing

@testable import Site

@Suite struct SearchPageTests {
  private func object(_ site: SampleSite, _ path: String) throws -> [String: Any] {
    try #require(
      JSONSerialization.jsonObject(with: Data(site[path].utf8)) as? [String: Any], "\(path)")
  }

  /// The words of an index.
  private func terms(_ site: SampleSite, _ language: String) throws -> Set<String> {
    var terms: Set<String> = []
    for path in site.paths where path.hasPrefix("\(language)/search/w") {
      terms.formUnion(try #require(try object(site, path)["words"] as? [String: String]).keys)
    }
    return terms
  }

  /// Every word that the pages of a language show, small and without the accents of the sample.
  private func visibleWords(_ site: SampleSite, _ language: String) -> Set<String> {
    var words: Set<String> = []
    for (path, html) in site.pages where path.hasPrefix(language) && path.hasSuffix(".html") {
      let shown = html.replacing(/<img [^>]*alt="([^"]*)"[^>]*>/) { String($0.1) }
        .replacing(/<[^>]*>/, with: " ")
      let text = shown.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
      words.formUnion(
        text.split { !$0.isLetter && !$0.isNumber }.map { String($0) })
    }
    return words
  }

  @Test(arguments: SamplePolicy.Reader.allCases, ["en", "nl"])
  func everyWordOfTheIndexIsShown(reader: SamplePolicy.Reader, language: String) throws {
    let site = try SampleSite(reader)
    let terms = try terms(site, language)
    #expect(terms.count > 50)
    #expect(terms.subtracting(visibleWords(site, language)) == [])
  }

  /// The search finds what no longer holds, too, and its page is marked for it.
  @Test func thePageIsMarkedForAllThatItFinds() throws {
    var edition = SampleEdition.edition(for: .dense)
    for index in edition.briefings.indices { edition.briefings[index].banner = "U" }
    let old = try #require(edition.briefings.firstIndex { $0.expires != nil })
    #expect(!(try SampleSite(edition)["en/search/index.html"].contains("SECRET")))
    edition.briefings[old].banner = "S"
    #expect(try SampleSite(edition)["en/search/index.html"].contains("SECRET"))
  }

  /// Whatever kind of block a word stands in, it is found.
  @Test func wordsOfAllBlocksAreInTheIndex() throws {
    let wanted = ["zulalpha", "zulbravo", "zulcharl", "zuldelta", "zulecho", "zulfox", "zulhotel"]
    var edition = SampleEdition.edition(for: .open)
    edition.briefings = [
      SampleEdition.briefing(
        "TA-2026-AAAA", "alert", "en", issued: "2026-11-02", title: "T", marks: false,
        body: """
          ## Zulalpha

          Zulbravo.[^1]

          - Zulcharl

          > Zuldelta

          | Zulecho | Two |
          | --- | --- |
          | One | Zulfox |

          [^1]: Zulhotel
          """)
    ]
    let terms = try terms(try SampleSite(edition), "en")
    #expect(wanted.filter { !terms.contains($0) } == [])
  }

  @Test func tokensAreNoWords() throws {
    let site = try SampleSite(.dense)
    #expect(site["en/briefings/ta-2026-8vwj/index.html"].contains("withheld"))
    #expect(try terms(site, "en").contains("withheld") == false)
  }

  @Test func aLanguageFindsItsOwnBriefings() throws {
    let edition = SampleEdition.edition(for: .open)
    let site = try SampleSite(edition)
    for language in ["en", "nl"] {
      let own = edition.briefings.filter { $0.language == language }
      #expect(try object(site, "\(language)/search/index.json")["count"] as? Int == own.count)
      let cards = site.paths.filter { $0.hasPrefix("\(language)/search/d-") }
        .map { site[$0] }.joined()
      for briefing in edition.briefings {
        let slug = "\"\(briefing.id.lowercased())\""
        let isThere = own.contains { $0.id == briefing.id }
        #expect(cards.contains(slug) == isThere, "\(language) \(briefing.id)")
      }
    }
  }

  @Test func marksStandOnResultsWhereTheyAreShown() throws {
    #expect(try SampleSite(.dense)["nl/search/d-a.json"].contains("\"S//KORAAL\""))
    #expect(!(try SampleSite(.practical)["nl/search/d-a.json"].contains("\"S//KORAAL\"")))
  }

  @Test func thePageHasFiltersForWhatThereIs() throws {
    let site = try SampleSite(.open)
    #expect(
      site.has(
        [
          "<form class=\"search\" role=\"search\" action=\"./\" method=\"get\"",
          "<input id=\"_q\" name=\"q\" type=\"search\"", "<select id=\"_topics\" name=\"topics\">",
          "<option value=\"espionage\">Spionage</option>", "name=\"regions\"", "name=\"kinds\"",
          "id=\"_from\" name=\"from\" type=\"date\"", "href=\"../archive/\"",
          "<p id=\"_status\" class=\"search-status\" role=\"status\"></p>",
          "<script type=\"module\" src=\"../../assets/search.",
        ], in: "nl/search/index.html"))
  }

  @Test func everyOtherPageLeadsThere() throws {
    let site = try SampleSite(.practical)
    for (path, html) in site.pages where path.hasSuffix(".html") {
      let isOwn = path.hasSuffix("search/index.html")
      #expect(html.contains("class=\"search-box\" role=\"search\"") != isOwn, "\(path)")
      #expect(html.contains("assets/search.") == isOwn, "\(path)")
    }
    #expect(site["en/archive/2026/index.html"].contains("action=\"../../search/\" method=\"get\""))
  }

  @Test func browsersAreToldOfTheSearch() throws {
    let site = try SampleSite(.open)
    #expect(
      site.has(
        [
          "<ShortName>Zoeken</ShortName>", "<LongName>Dreigingsbriefings</LongName>",
          "template=\"https://www.baken.example/nl/search/?q={searchTerms}\"",
        ], in: "nl/search/opensearch.xml"))
    #expect(site["en/search/opensearch.xml"].contains("<ShortName>Threat briefings</ShortName>"))
    #expect(site["en/about/index.html"].contains("href=\"../search/opensearch.xml\""))
    var edition = SampleEdition.edition(for: .open)
    edition.policy.audience.baseURL = nil
    #expect(try SampleSite(edition).pages["en/search/opensearch.xml"] == nil)
  }

  @Test(arguments: SamplePolicy.Reader.allCases)
  func aSiteWithoutSearchHasNothingOfIt(reader: SamplePolicy.Reader) throws {
    let site = try SampleSite(
      SampleEdition.edition(for: reader), options: SiteOptions(search: false))
    for (path, text) in site.pages {
      #expect(!path.contains("search"), "\(path)")
      for part in ["search/", "search-box", "opensearch", "role=\"search\""] {
        #expect(path.hasSuffix(".css") || !text.contains(part), "\(path): \(part)")
      }
    }
  }

  @Test func theScriptIsOneOfAllEditionsAndHasNoNotes() throws {
    let scripts = try SamplePolicy.Reader.allCases.map { reader in
      let site = try SampleSite(reader)
      let path = try #require(site.paths.first { $0.hasPrefix("assets/search.") })
      return "\(path)\n\(site[path])"
    }
    #expect(Set(scripts).count == 1)
    #expect(!scripts[0].contains("\n//"))
  }

  @Test func linesWithNotesAreLeftOutOfScripts() {
    let script = Script.withoutNotes(Array("// a\n  b = '//c'; \r\n\n\t// d\nurl('//e')\n".utf8))
    #expect(String(decoding: script, as: UTF8.self) == "b = '//c'; \nurl('//e')\n")
  }

  @Test func longSummariesEndAtAWord() throws {
    var edition = SampleEdition.edition(for: .open, languages: ["en"])
    edition.briefings[0].summary = MarkedText(String(repeating: "Vessels. ", count: 40))
    let site = try SampleSite(edition)
    let cards = site["en/search/d-a.json"] + site["en/search/d-b.json"]
    #expect(cards.contains(String(repeating: "Vessels. ", count: 21) + "Vessels.…\""))
  }

  /// A word of what no longer holds weighs less.
  @Test func whatNoLongerHoldsWeighsLess() throws {
    func words(_ expires: String?) throws -> [String] {
      var edition = SampleEdition.edition(for: .open)
      edition.briefings.removeAll { $0.id != "TA-2026-4R23" || $0.language != "en" }
      edition.briefings[0].expires = expires.map(SampleEdition.day)
      let site = try SampleSite(edition)
      return site.paths.filter { $0.hasPrefix("en/search/w") }.sorted().map { site[$0] }
    }
    let current = try words(nil)
    #expect(!current.isEmpty)
    #expect(try words("2026-11-12") == current)
    #expect(try words("2026-11-11") != current)
  }

  /// A briefing is found under each of its topics.
  @Test func eachTopicIsAFilter() throws {
    let values = try object(try SampleSite(.open), "en/search/topics.json")["values"]
    #expect(
      (values as? [String: String])?.keys.sorted() == [
        "drones", "espionage", "phishing", "sabotage",
      ])
  }
}
