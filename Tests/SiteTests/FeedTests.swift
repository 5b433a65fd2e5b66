import Foundation
import Testing

@testable import Site

@Suite struct FeedTests {
  @Test func atomTellsOfChangesNewestFirst() throws {
    let site = try SampleSite(.open)
    let feed = site["en/feed.xml"]
    #expect(
      site.has(
        [
          "xml:lang=\"en\"", "<id>https://www.baken.example/en/</id>",
          "<updated>2026-11-10T00:00:00Z</updated>", "Drones seen", "Foreign spies",
          "<updated>2026-11-09T00:00:00Z</updated>", "Withdrawn: Parcels at town halls",
        ], in: "en/feed.xml"))
    #expect(feed.contains("<entry xml:lang=\"nl\">"))
  }

  @Test func aBriefingWithoutSummaryIsNotWithoutWords() throws {
    var edition = SampleEdition.edition(for: .open)
    for index in edition.briefings.indices { edition.briefings[index].summary = nil }
    let site = try SampleSite(edition)
    #expect(
      site.has(
        ["Drones seen", "<summary>Alert. Threat level: Significant.</summary>"],
        in: "en/feed.xml"))
    #expect(!site["en/feed.xml"].contains("<summary></summary>"))
    #expect(!site["en/feed.json"].contains("\"content_text\": \"\""))
  }

  @Test func jsonFeedIsReadAsJSON() throws {
    let text = try SampleSite(.open)["en/feed.json"]
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(json["version"] as? String == "https://jsonfeed.org/version/1.1")
    let items = try #require(json["items"] as? [[String: Any]])
    #expect(items.count == 6)
    // A briefing that is in another language alone says so.
    let languages = items.compactMap { ($0["language"] ?? json["language"]) as? String }
    let places = items.compactMap { ($0["url"] as? String)?.split(separator: "/")[2] }
    #expect(languages == places.map(String.init) && Set(languages) == ["en", "nl"])
    #expect(
      items.first?["url"] as? String == "https://www.baken.example/en/briefings/ta-2026-4r23/")
  }

  @Test func briefingsAreData() throws {
    let site = try SampleSite(.dense)
    let text = site["en/briefings/ta-2026-8vwj/index.json"]
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let regions = try #require(json["regions"] as? [[String: String]])
    #expect(regions.first == ["id": "VR17", "name": "Rotterdam-Rijnmond"])
    let page = try SampleSite(.open)["en/briefings/ta-2026-8vwj/index.html"]
    #expect(page.contains("\"datePublished\":\"2026-11-02\""))
    #expect(page.contains("\"dateModified\":\"2026-11-09\""))
    let threat = try #require(json["threat"] as? [String: Any])
    let level = try #require(threat["level"] as? [String: Any])
    #expect(level["name"] as? String == "Substantial")
    #expect(level["number"] as? Int == 4)
    #expect(json["banner"] as? String == "S//KORAAL")
    let contact = try #require(json["contact"] as? [String: Any])
    #expect(contact["text"] as? String == "Baken duty desk, desk@baken.example, day and night")
    #expect(
      contact["markdown"] as? String == "Baken duty desk, <desk@baken.example>, day and night")
    let title = try #require(json["title"] as? [String: Any])
    #expect(title["markdown"] == nil)
    #expect(!(try SampleSite(.open)["en/briefings/ta-2026-8vwj/index.json"]).contains("banner"))
  }

  @Test func aWithdrawnBriefingSaysNothingElse() throws {
    let text = try SampleSite(.open)["en/briefings/ta-2026-hcc9/index.json"]
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(
      json.keys.sorted() == [
        "changed", "id", "issued", "kind", "language", "status", "title", "withdrawal",
      ])
  }

  @Test func securityTextHoldsForAYear() throws {
    #expect(
      try SampleSite(.open)[".well-known/security.txt"] == """
        Contact: mailto:desk@baken.example
        Expires: 2027-11-11T00:00:00Z
        Preferred-Languages: en, nl
        Canonical: https://www.baken.example/.well-known/security.txt

        """)
  }

  @Test func searchEnginesAreWelcomeOnTheOpenSiteAlone() throws {
    #expect(try SampleSite(.dense)["robots.txt"] == "User-agent: *\nDisallow: /\n")
    #expect(try SampleSite(.open)["robots.txt"].contains("Sitemap: https://www.baken.example/"))
    let preview = try SampleSite(
      SampleEdition.edition(for: .open), options: SiteOptions(drafts: true))
    #expect(preview["robots.txt"] == "User-agent: *\nDisallow: /\n")
    #expect(preview["en/index.html"].contains("noindex"))
    #expect(try SampleSite(.dense)["en/index.html"].contains("noindex"))
    #expect(!(try SampleSite(.open)["en/index.html"]).contains("noindex"))
  }

  @Test func theSitemapListsThePagesThereAre() throws {
    let site = try SampleSite(.open)
    let listed = site["sitemap.xml"].split(separator: "<loc>https://www.baken.example/").dropFirst()
      .map { String($0.prefix { $0 != "<" }) + "index.html" }
    let pages = site.paths.filter { $0.hasSuffix("/index.html") }
    #expect(listed.sorted() == pages.sorted())
  }

  /// A withdrawal is a change of its day; what was published on the day of issue stays so.
  @Test func aWithdrawalMovesTheDateOfChange() throws {
    #expect(
      try SampleSite(.open).has(
        [
          "Withdrawn: Parcels at town halls", "<published>2026-09-01T00:00:00Z</published>",
          "<updated>2026-09-20T00:00:00Z</updated>",
        ], in: "en/feed.xml"))
  }

  @Test func itemsHaveTheirTwoDays() throws {
    let text = try SampleSite(.open)["en/feed.json"]
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let items = try #require(json["items"] as? [[String: Any]])
    let port = try #require(
      items.first { ($0["url"] as? String)?.hasSuffix("en/briefings/ta-2026-8vwj/") == true })
    #expect(port["date_published"] as? String == "2026-11-02T00:00:00Z")
    #expect(port["date_modified"] as? String == "2026-11-09T00:00:00Z")
  }

  @Test func theSitemapSaysWhenABriefingChanged() throws {
    #expect(
      try SampleSite(.open)["sitemap.xml"].contains(
        "en/briefings/ta-2026-8vwj/</loc><lastmod>2026-11-09</lastmod>"))
  }

  /// Each value is read on its own scale.
  @Test func valuesAreReadOnTheirScales() throws {
    let text = try SampleSite(.open)["en/briefings/ta-2026-8vwj/index.json"]
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let threat = try #require(json["threat"] as? [String: Any])
    for (key, name, number, steps) in [
      ("level", "Substantial", 4, 5), ("likelihood", "likely", 3, 4),
      ("confidence", "moderate", 2, 3), ("impact", "major", 3, 3),
    ] {
      let value = try #require(threat[key] as? [String: Any])
      #expect(value["name"] as? String == name)
      #expect(value["number"] as? Int == number && value["of"] as? Int == steps, "\(key)")
    }
  }
}
