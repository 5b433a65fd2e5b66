import Calendar
import Edition
import Testing

@testable import Site

/// A site made of the sample edition, to look things up in.
struct SampleSite {
  let pages: [String: String]
  let paths: [String]

  init(_ edition: Edition, options: SiteOptions = SiteOptions()) throws {
    let builder = SiteBuilder(edition: edition, theme: ThemeFiles.theme(), options: options) {
      Array("# \($0.title.value)\n".utf8)
    }
    let all = try builder.pages()
    paths = all.map(\.path)
    pages = Dictionary(
      all.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) },
      uniquingKeysWith: { first, _ in first })
  }

  init(_ reader: SamplePolicy.Reader) throws { try self.init(SampleEdition.edition(for: reader)) }

  subscript(path: String) -> String { pages[path] ?? "" }

  /// Whether the texts stand in the page in this order.
  func has(_ texts: [String], in path: String) -> Bool {
    var rest = self[path][...]
    for text in texts {
      guard let range = rest.firstRange(of: text) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}

@Suite struct SiteTests {
  @Test func theTreeIsTheContracts() throws {
    let site = try SampleSite(.dense)
    let expected = [
      "index.html", "404.html", "robots.txt", "sitemap.xml", ".well-known/security.txt",
      "en/index.html", "nl/index.html", "en/feed.xml", "en/feed.json", "en/about/index.html",
      "en/archive/index.html", "en/archive/2026/index.html", "en/withheld/index.html",
      "en/changes/index.html",
      "en/topics/index.html", "en/topics/espionage/index.html", "en/topics/espionage/feed.xml",
      "en/topics/espionage/feed.json", "en/sectors/energy/index.html",
      "en/regions/VR17/index.html", "en/briefings/ta-2026-8vwj/index.html",
      "en/briefings/ta-2026-8vwj/index.md", "en/briefings/ta-2026-8vwj/index.json",
      "assets/0123456789abcdef.svg",
    ]
    for path in expected { #expect(site.pages[path] != nil, "\(path)") }
    #expect(Set(site.paths).count == site.paths.count)
    #expect(site.pages["nl/briefings/ta-2026-hcc9/index.html"] == nil)
  }

  @Test(arguments: [SamplePolicy.Reader.dense, .open])
  func everyFileCanBeMadeByItself(reader: SamplePolicy.Reader) throws {
    let builder = SiteBuilder(
      edition: SampleEdition.edition(for: reader), theme: ThemeFiles.theme()
    ) { Array("# \($0.title.value)\n".utf8) }
    for page in try builder.pages() {
      #expect(try builder.file(at: page.path) == page, "\(page.path)")
    }
    for path in ["", "en", "en/", "en/x.html", "en/briefings/x/index.html", "xx/index.html", "a"] {
      #expect(try builder.file(at: path) == nil, "\(path)")
    }
  }

  /// Edits, each with what it does to the sample edition.
  private static let edits: [@Sendable (inout Edition) -> Void] = [
    { $0.briefings[1].title.value = "Another title" },
    { $0.briefings[0].summary = nil },
    { $0.briefings[0].status = .draft },
    { $0.briefings[1].expires = $0.asOf },
    { $0.briefings[0].supersedes = $0.briefings[1].id },
    { $0.briefings[0].supersedes = nil },
    { $0.briefings.remove(at: 0) },
    { $0.briefings.removeLast() },
    { $0.asOf = Day(ordinal: $0.asOf.ordinal + 400) },
    { $0.policy.levels[0].name = Names("OPEN") },
    { $0.policy.title = Names("Another title") },
  ]

  @Test(arguments: SamplePolicy.Reader.allCases, 0..<11)
  func aChangedEditionGivesTheSamePagesAfterAnother(reader: SamplePolicy.Reader, edit: Int) throws {
    func builder(_ edition: Edition, after earlier: SiteBuilder? = nil) -> SiteBuilder {
      SiteBuilder(edition: edition, theme: ThemeFiles.theme(), after: earlier) {
        Array("# \($0.title.value)\n".utf8)
      }
    }
    let before = SampleEdition.edition(for: reader)
    var after = before
    Self.edits[edit](&after)
    #expect(try builder(after, after: builder(before)).pages() == (try builder(after).pages()))
  }

  @Test func whatNeedsAnAddressIsLeftOutWithoutOne() throws {
    var edition = SampleEdition.edition(for: .open)
    edition.policy.audience.baseURL = nil
    let site = try SampleSite(edition)
    #expect(site.pages["en/feed.xml"] == nil)
    #expect(site.pages["sitemap.xml"] == nil)
    #expect(!site["en/index.html"].contains("feed.xml"))
    #expect(site["robots.txt"] == "User-agent: *\nDisallow:\n")
  }

  @Test func aLostAddressIsAnsweredInAllLanguages() throws {
    let page = try SampleSite(.open)["404.html"]
    #expect(page.contains("<html lang=\"en\"") && page.contains("lang=\"nl\" aria-labelledby"))
    #expect(page.contains("href=\"/nl/\" hreflang=\"nl\""), "\(page)")
  }

  @Test func oneLanguageNeedsNoChoice() throws {
    let site = try SampleSite(SampleEdition.edition(for: .open, languages: ["en"]))
    #expect(site.has([">Substantial</span></h1>"], in: "index.html"))
    #expect(site.has(["href=\"./en/topics/espionage/\""], in: "index.html"))
    #expect(!site["en/index.html"].contains("class=\"languages\""))
  }

  @Test func aPageHasTheDirectionOfItsLanguage() throws {
    #expect(["ar", "he", "fa-AF"].allSatisfy(CommonFields.isRightToLeft))
    #expect(!["en", "nl", "de", "arn"].contains(where: CommonFields.isRightToLeft))
    #expect(try SampleSite(.open)["en/index.html"].contains("<html lang=\"en\">"))
  }

  @Test func aBriefingIsInTheReadersOrder() throws {
    let order = [
      "class=\"skip\"", "banner-top", "class=\"languages\"", "class=\"crumbs\"", "<h1>",
      "There is a real chance of an attack.", "Threat level", "Substantial", "4 of 5",
      "2 November 2026", "What is happening", "What it means for you", "What to do now",
      "Where this applies", "Key judgements", "likely (55–80%)", "What you can do", "Now",
      "This week", "Later", "Contact", "Contents", "id=\"what-is-happening\"",
      "Impact and likelihood", "id=\"what-we-do-not-know\"", "What changed",
      "9 November 2026", "6 November 2026", "2 November 2026", "Issued", "Replaces",
      "Early signs in the port",
      "The threat level went from Limited (2 of 5) to Substantial (4 of 5).",
      "What is withheld and why", "Sources and grading",
      "Related briefings", "Other forms of this briefing", "Accessibility", "banner-bottom",
    ]
    #expect(try SampleSite(.dense).has(order, in: "en/briefings/ta-2026-8vwj/index.html"))
  }

  @Test func blocksWithNothingInThemAreNotThere() throws {
    let page = try SampleSite(.open)["en/briefings/ta-2025-2m8c/index.html"]
    for heading in [
      "Key judgements", "What you can do", "What changed", "Sources and grading",
      "Related briefings",
    ] {
      #expect(!page.contains(">\(heading)</h2>"), "\(heading)")
    }
    #expect(!page.contains("withheld"))
    #expect(!page.contains("class=\"banner"))
  }

  @Test func standingIsSaidFirst() throws {
    let site = try SampleSite(.open)
    #expect(
      site.has(
        ["This briefing is no longer current.", "1 June 2026", "<h1>"],
        in: "en/briefings/ta-2025-9qxd/index.html"))
    #expect(
      site.has(
        ["has been replaced", "briefings/ta-2026-8vwj/", "<h1>"],
        in: "en/briefings/ta-2025-2m8c/index.html"))
    #expect(
      site.has(
        [
          "<title>Withdrawn: Parcels at town halls – Threat briefings</title>",
          "has been withdrawn", "20 September 2026", "<h1>", "nothing</strong> dangerous",
        ],
        in: "en/briefings/ta-2026-hcc9/index.html"))
  }

  @Test func homeShowsWhatHoldsToday() throws {
    let home = try SampleSite(.open)["en/index.html"]
    #expect(home.contains("<span class=\"hero-word\">Substantial</span></h1>"))
    #expect(home.contains("The highest level now, for</p>"))
    #expect(home.contains("<li><a href=\"./topics/espionage/\">Espionage</a></li>"))
    #expect(home.contains("Since <time datetime=\"2026-11-02\">2 November 2026</time>"))
    #expect(!home.contains("False invoices"))
    #expect(!home.contains("Early signs"))
    #expect(home.contains("Withdrawn"))
  }

  @Test func languagesAreThoseOfTheSameBriefing() throws {
    let site = try SampleSite(.open)
    #expect(
      site["en/briefings/ta-2026-8vwj/index.html"].contains(
        "<a href=\"../../../nl/briefings/ta-2026-8vwj/\" hreflang=\"nl\" lang=\"nl\">Nederlands</a>"
      ))
    #expect(
      site["nl/briefings/ta-2026-92b4/index.html"].contains(
        "<a href=\"../../../en/topics/sabotage/\" hreflang=\"en\" lang=\"en\">English (overview)</a>"
      ))
    #expect(
      site["en/briefings/ta-2026-hcc9/index.html"].contains(
        "<a href=\"../../../nl/archive/\" hreflang=\"nl\" lang=\"nl\">Nederlands (overzicht)</a>"))
    #expect(!site["en/briefings/ta-2026-hcc9/index.html"].contains("rel=\"alternate\" hreflang"))
    #expect(
      site["en/index.html"].contains(
        "href=\"./../nl/briefings/ta-2026-92b4/\" hreflang=\"nl\" lang=\"nl\""))
  }

  @Test func bannersJoinWhatIsShown() throws {
    let site = try SampleSite(.dense)
    #expect(site["en/index.html"].contains("<p>SECRET//KORAAL</p>"))
    #expect(site["nl/archive/2025/index.html"].contains("<p>Stg. GEHEIM//KORAAL</p>"))
    #expect(site["en/about/index.html"].contains("<p>UNCLASSIFIED</p>"))
  }

  @Test func aBannerCoversTheTitlesThatAPageLinksTo() throws {
    var edition = SampleEdition.edition(for: .dense)
    var low = SampleEdition.briefing(
      "TA-2026-0001", "bulletin", "en", issued: "2026-11-11", title: "Low", marks: true)
    var high = low
    high.id = "TA-2026-0002"
    high.title = MarkedText("High", mark: "S")
    low.banner = "U"
    edition.briefings += [low, high]
    let page = "en/briefings/ta-2026-0001/index.html"
    #expect(try SampleSite(edition)[page].contains("<p>UNCLASSIFIED</p>"))
    low.related = ["TA-2026-0002"]
    edition.briefings[edition.briefings.count - 2] = low
    // The mark of the title counts and not that of the whole; the briefing keeps its own.
    let linked = try SampleSite(edition)[page]
    #expect(linked.contains("<p>SECRET</p>"))
    #expect(linked.contains("Classification of this briefing:</span> UNCLASSIFIED"))
  }

  /// Where nothing that an audience sees is on the scale, its edition does not explain the scale.
  @Test func whatIsNotExplainedIsNotLinkedTo() throws {
    var edition = SampleEdition.edition(for: .dense)
    let link = "about/#_likelihood"
    let page = try #require(
      edition.briefings.first { $0.judgements.contains { $0.likelihood != nil } })
    let path = "\(page.language)/briefings/\(page.id.lowercased())/index.html"
    #expect(try SampleSite(edition)[path].contains(link))
    edition.policy.scales.removeAll { $0.id == "likelihood" }
    #expect(try !SampleSite(edition)[path].contains(link))
  }

  @Test func previewsSaySo() throws {
    let edition = SampleEdition.edition(for: .open)
    let preview = try SampleSite(edition, options: SiteOptions(drafts: true))
    #expect(preview["en/about/index.html"].contains("Preview with drafts."))
    #expect(!(try SampleSite(edition)["en/about/index.html"].contains("Preview")))
  }

  @Test func aSiteIsTheSameEveryTimeAndInAnyOrder() throws {
    let edition = SampleEdition.edition(for: .dense)
    let first = SiteBuilder(edition: edition, theme: ThemeFiles.theme()) { Array($0.body.utf8) }
    let second = SiteBuilder(edition: edition, theme: ThemeFiles.theme()) { Array($0.body.utf8) }
    let forward = try (0..<first.unitCount).map { try first.render(unit: $0).pages }
    let backward = try (0..<second.unitCount).reversed().map { try second.render(unit: $0).pages }
    #expect(forward == backward.reversed())
  }
}
