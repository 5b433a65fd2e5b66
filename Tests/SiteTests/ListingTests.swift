import Calendar
import Edition
import Testing

@testable import Site

/// Listings: pages, filters, what changed, the advice that stands, feeds of one subject.
@Suite struct ListingTests {
  /// The open sample with `count` alerts of one topic more, all of one year.
  private func edition(with count: Int) -> Edition {
    var edition = SampleEdition.edition(for: .open)
    for index in 0..<count {
      var briefing = SampleEdition.briefing(
        "TA-2024-\(index)", index % 3 == 0 ? "bulletin" : "alert", "en", issued: "2024-05-01",
        title: "Number \(index)", marks: false)
      briefing.banner = "U"
      briefing.topics = [MarkedText("drones")]
      edition.briefings.append(briefing)
    }
    return edition
  }

  @Test func aListIsCutIntoPages() {
    let paging = Paging(folder: "archive/2026/", total: 121)
    #expect(paging.count == 3)
    #expect(paging.folder(of: 1) == "archive/2026/")
    #expect(paging.folder(of: 3) == "archive/2026/page-3/")
    #expect(paging.range(of: 3) == 120..<121)
    #expect(Paging(folder: "x/", total: 0).count == 1)
    #expect(Paging(folder: "x/", total: 60).links(from: 1).isEmpty)
    #expect(
      [59, 60, 61, 120, 121].map { Paging(folder: "x/", total: $0).count } == [1, 1, 2, 2, 3])
    #expect(Paging(folder: "x/", total: 60_000).links(from: 500).count == 9)
  }

  @Test func longYearsHavePagesAndTheirKindsCounts() throws {
    let site = try SampleSite(edition(with: 130))
    let first = site["en/archive/2024/index.html"]
    #expect(first.contains("130 briefings</p>"))
    #expect(first.split(separator: "<li class=\"row").count - 1 == 60)
    #expect(
      first.contains("kind-alert/\">Alert <span class=\"count\">86 briefings</span></a>"))
    #expect(
      first.contains("kind-bulletin/\">Bulletin <span class=\"count\">44 briefings</span></a>"))
    #expect(site["en/archive/2024/page-3/index.html"].contains("<h1>Archive of 2024, page 3</h1>"))
    let kind = site["en/archive/2024/kind-bulletin/index.html"]
    #expect(kind.contains("<h1>Archive of 2024: Bulletin</h1>"))
    #expect(kind.split(separator: "<li class=\"row").count - 1 == 44)
    #expect(kind.contains("aria-current=\"true\">Bulletin"))
    #expect(site.pages["en/archive/2024/kind-assessment/index.html"] == nil)
    let listed = site["sitemap.xml"].split(separator: "<loc>").count - 1
    #expect(listed == site.paths.count { $0.hasSuffix("/index.html") })
  }

  @Test func manyLinksOfAFilterAreFoldedUp() throws {
    var edition = edition(with: 12)
    #expect(!(try SampleSite(edition)["en/changes/index.html"].contains("<details>")))
    for index in 0..<12 {
      edition.briefings[edition.briefings.count - 1 - index].issued = SampleEdition.day(
        "\(2010 + index)-05-01")
    }
    let site = try SampleSite(edition)
    #expect(site["en/changes/index.html"].contains("<details>\n<summary>By month</summary>"))
    #expect(site["en/archive/index.html"].contains("<details>\n<summary>Years</summary>"))
    #expect(!site["en/archive/2026/index.html"].contains("<summary>Kinds</summary>"))
  }

  @Test func aYearOfOneKindHasNoFilter() throws {
    let site = try SampleSite(.open)
    #expect(!site["en/archive/2025/index.html"].contains("kind-bulletin/index"))
    let edition = SampleEdition.edition(for: .open)
    var one = edition
    one.briefings.removeAll { $0.kind != "alert" }
    let page = try SampleSite(one)["en/archive/2026/index.html"]
    #expect(!page.contains("kind-"))
  }

  @Test func changesAreToldNewestFirst() throws {
    let page = "en/changes/index.html"
    let site = try SampleSite(.open)
    #expect(
      site.has(
        [
          "November 2026", "4 changes", "10 November 2026", "New", "Drones seen",
          "9 November 2026", "Substantial change", "Foreign spies", "Advice made shorter",
          "6 November 2026", "Minor change", "2 November 2026", "New, in place of an earlier one",
          "20 September 2026", "Withdrawn", "Parcels at town halls", "June 2026",
          "2 June 2026", "No longer current", "False invoices",
        ], in: page))
    #expect(site[page].contains("href=\"./#_2026-11\"") == false)
    #expect(site[page].contains("href=\"../changes/#_2026-11\""))
  }

  /// A page of changes leads to the other language's last, where that has fewer.
  @Test func changesLeadToPagesThatThereAre() throws {
    var edition = SampleEdition.edition(for: .open)
    let port = try #require(
      edition.briefings.firstIndex { $0.id == "TA-2026-8VWJ" && $0.language == "en" })
    edition.briefings[port].revisions = (0..<70).map {
      Revision(date: SampleEdition.day("2026-11-03"), note: MarkedText("Note \($0)"))
    }
    let site = try SampleSite(edition)
    let page = site["en/changes/page-2/index.html"]
    #expect(page.contains("nl/changes/\""), "\(page.prefix(3000))")
    #expect(site.pages["nl/changes/page-2/index.html"] == nil)
    #expect(!page.contains("nl/changes/page-2"))
  }

  @Test func whatLiesAheadIsNoChangeYet() {
    var edition = SampleEdition.edition(for: .open)
    edition.briefings = edition.briefings.filter { $0.id == "TA-2026-8VWJ" && $0.language == "en" }
    edition.briefings[0].revisions.insert(
      Revision(date: SampleEdition.day("2030-01-01"), note: MarkedText("x")), at: 0)
    let changes = Change.all(of: Library(edition).entries, until: edition.asOf)
    #expect(changes.map(\.day.description) == ["2026-11-09", "2026-11-06", "2026-11-02"])
  }

  @Test func theAdviceThatStandsIsSaidOnce() throws {
    var edition = SampleEdition.edition(for: .open)
    let port = try #require(
      edition.briefings.firstIndex { $0.id == "TA-2026-8VWJ" && $0.language == "en" })
    var twin = edition.briefings[port]
    twin.id = "TA-2026-0TWN"
    twin.supersedes = nil
    twin.threat.level = MarkedText("limited")
    var extra = Advice(action: MarkedText("Lock the gate."))
    extra.when = MarkedText("later")
    twin.advice.append(extra)
    edition.briefings.append(twin)
    let site = try SampleSite(edition)
    let page = site["en/regions/VR17/index.html"]
    #expect(page.split(separator: "Put the reporting number").count == 2)
    #expect(
      site.has(
        [
          "What to do here", "Now", "Promise nothing", "All who work in the port", "This week",
          "Put the reporting number", "Later", "yearly exercise", "Lock the gate.",
        ], in: "en/regions/VR17/index.html"))
  }

  @Test func adviceOfWhatNoLongerHoldsDoesNotStand() throws {
    var edition = SampleEdition.edition(for: .open)
    for index in edition.briefings.indices where edition.briefings[index].id == "TA-2025-2M8C" {
      edition.briefings[index].advice = [Advice(action: MarkedText("Old advice."))]
    }
    #expect(!(try SampleSite(edition)["en/topics/espionage/index.html"]).contains("Old advice."))
  }

  @Test func subjectsHaveFeedsOfTheirOwn() throws {
    let site = try SampleSite(.open)
    let feed = site["en/topics/drones/feed.xml"]
    #expect(
      site.has(
        [
          "<title>Threat briefings: Drones</title>",
          "<id>https://www.baken.example/en/topics/drones/</id>",
          "href=\"https://www.baken.example/en/topics/drones/feed.xml\"", "Drones seen",
        ], in: "en/topics/drones/feed.xml"))
    #expect(!feed.contains("Foreign spies"))
    #expect(site["nl/regions/VR19/feed.json"].contains("Dreigingsbriefings: Zeeland"))
    #expect(
      site["en/topics/drones/index.html"].contains(
        "title=\"Threat briefings: Drones\" href=\"../../topics/drones/feed.xml\">"))
    var edition = SampleEdition.edition(for: .open)
    edition.policy.audience.baseURL = nil
    #expect(try SampleSite(edition).pages["en/topics/drones/feed.xml"] == nil)
  }

  /// Feeds hold fifty, those that changed last.
  @Test(arguments: ["en/feed.xml", "en/topics/drones/feed.xml"])
  func feedsHoldTheNewestFifty(path: String) throws {
    let site = try SampleSite(edition(with: 60))
    #expect(site[path].split(separator: "<entry").count - 1 == 50)
    #expect(site.has(["Drones seen", "Number 1<"], in: path))
  }
}
