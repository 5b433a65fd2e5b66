import Calendar
import Edition
import Testing

@testable import Site

/// The level that a page tells first is the highest of the briefings that hold today.
@Suite struct HighestLevelTests {
  private static func edition(
    _ given: [(id: String, issued: String, level: String, topics: [String])]
  ) -> Edition {
    var edition = SampleEdition.edition(for: .open)
    edition.briefings = given.map { id, issued, level, topics in
      var briefing = SampleEdition.briefing(
        id, "alert", "en", issued: issued, title: "Title of \(id)", marks: false)
      briefing.banner = "U"
      briefing.threat.level = MarkedText(level)
      briefing.topics = topics.map { MarkedText($0) }
      return briefing
    }
    return edition
  }

  /// A briefing without a topic that the audience may know is on the board as well.
  @Test func aBriefingWithoutATopicCounts() throws {
    let page = try SampleSite(
      Self.edition([
        ("TA-2026-AAAA", "2026-11-01", "critical", []),
        ("TA-2026-BBBB", "2026-11-02", "limited", ["phishing"]),
      ]))["en/index.html"]
    #expect(page.contains("<span class=\"hero-word\">Critical</span>"))
    #expect(
      page.contains("<li><a href=\"./briefings/ta-2026-aaaa/\">Title of TA-2026-AAAA</a></li>"))
    let board = page.components(separatedBy: "<section class=\"board\"").last ?? ""
    let names = board.matches(of: /class="board-name" href="([^"]*)">([^<]*)</).map {
      [String($0.1), String($0.2)]
    }
    #expect(names == [["./archive/", "Without a topic"], ["./topics/phishing/", "Phishing"]])
  }

  /// Advice that there is in another language alone says in which it is.
  @Test(arguments: ["en", "nl"]) func adviceHasItsLanguage(language: String) throws {
    var edition = Self.edition([])
    var briefing = SampleEdition.briefing(
      "TA-2026-AAAA", "alert", language, issued: "2026-11-01", title: "T", marks: false)
    briefing.threat.level = MarkedText("critical")
    var advice = Advice(action: MarkedText("Bel 112."))
    (advice.when, advice.by) = (MarkedText("now"), MarkedText("iedereen"))
    briefing.advice = [advice]
    edition.briefings = [briefing]
    let attribute = language == "nl" ? " lang=\"nl\"" : ""
    let page = try SampleSite(edition)["en/index.html"]
    #expect(page.contains("<p class=\"action\"\(attribute)>Bel 112.</p>"))
    #expect(page.contains("<p class=\"by\"\(attribute)>iedereen</p>"))
  }

  /// A level holds as long as its briefing does, on the last day as well.
  @Test(arguments: [("2026-11-11", "Limited"), ("2026-11-12", "Critical")])
  func aTopicHasTheLevelOfWhatHolds(expires: String, level: String) throws {
    var edition = Self.edition([
      ("TA-2026-AAAA", "2026-11-01", "critical", ["phishing"]),
      ("TA-2026-BBBB", "2026-11-02", "limited", ["phishing"]),
    ])
    edition.briefings[0].expires = SampleEdition.day(expires)
    let site = try SampleSite(edition)
    #expect(site["en/index.html"].contains("<span class=\"hero-word\">\(level)</span>"))
    let board = site["en/index.html"].components(separatedBy: "<section class=\"board\"").last
    #expect(board?.contains(level) == true)
    #expect(site["en/topics/phishing/index.html"].contains("<strong>\(level)</strong>"))
    let page = site["en/briefings/ta-2026-aaaa/index.html"]
    #expect(page.contains("This briefing is no longer current.") == (level == "Limited"))
  }

  @Test func withoutAnyTopicThereIsALevelAllTheSame() throws {
    let page = try SampleSite(Self.edition([("TA-2026-AAAA", "2026-11-01", "critical", [])]))[
      "en/index.html"]
    #expect(page.contains("<span class=\"hero-word\">Critical</span>"))
    #expect(!page.contains("No threat level is in force"))
  }

  /// Of two words for one height, the one that was given last stands on every page, and the day since
  /// when; a later change of the other briefing gives no level.
  @Test func ofTwoWordsForOneHeightTheLastGivenStands() throws {
    var edition = Self.edition([
      ("TA-2025-AAAA", "2025-01-02", "high", ["phishing"]),
      ("TA-2026-BBBB", "2026-03-02", "severe", ["phishing"]),
      ("TA-2026-CCCC", "2026-04-02", "high", ["phishing"]),
    ])
    edition.policy.scales = [
      Scale(
        id: "threat-level",
        versions: [
          ("2016-01-01", ["low", "high"]), ("2026-01-01", ["minor", "raised", "severe"]),
        ].map { day, ids in
          ScaleVersion(
            since: SampleEdition.day(day),
            values: ids.map { ScaleValue(id: $0, name: Names($0.capitalized)) })
        })
    ]
    edition.briefings[0].revisions = [
      Revision(date: SampleEdition.day("2026-11-10"), note: MarkedText("More."), change: "minor")
    ]
    // The last word of the old scale ended long ago.
    edition.briefings[2].expires = SampleEdition.day("2026-04-30")
    let site = try SampleSite(edition)
    for path in ["en/index.html", "en/topics/phishing/index.html"] {
      #expect(
        site[path].contains("Severe</span>") || site[path].contains("<strong>Severe</strong>"))
      #expect(site[path].contains("The level is Severe (3 of 3), and has been since"), "\(path)")
    }
    #expect(site["en/index.html"].contains("<time datetime=\"2026-05-01\">"))
  }

  /// The same words for other people, or another time, are another piece of advice.
  @Test func adviceOfTheSameWordsIsKeptApartByTimeAndOwner() throws {
    var edition = Self.edition([
      ("TA-2026-AAAA", "2026-11-01", "critical", ["phishing"]),
      ("TA-2026-BBBB", "2026-11-02", "limited", ["phishing"]),
      ("TA-2026-CCCC", "2026-11-03", "limited", ["phishing"]),
    ])
    for (index, (when, by)) in [
      ("later", "Town clerks"), ("now", "Harbour masters"), ("later", "Town clerks"),
    ].enumerated() {
      var advice = Advice(action: MarkedText("Lock the doors."))
      advice.when = MarkedText(when)
      advice.by = MarkedText(by)
      edition.briefings[index].advice = [advice]
    }
    let page = try SampleSite(edition)["en/topics/phishing/index.html"]
    #expect(page.components(separatedBy: "Lock the doors.").count == 3)
    #expect(page.contains("Town clerks") && page.contains("Harbour masters"))
  }

  /// What took a briefing's place does not make it hold any longer than it said.
  @Test func whatIsReplacedAndExpiredSaysBoth() throws {
    var edition = Self.edition([
      ("TA-2024-AAAA", "2024-01-01", "limited", ["phishing"]),
      ("TA-2026-BBBB", "2026-11-02", "limited", ["phishing"]),
    ])
    edition.briefings[0].expires = SampleEdition.day("2025-01-01")
    edition.briefings[1].supersedes = "TA-2024-AAAA"
    let page = try SampleSite(edition)["en/briefings/ta-2024-aaaa/index.html"]
    #expect(page.contains("Title of TA-2026-BBBB"))
    #expect(page.contains("1 January 2025.</p>"), "\(page)")
  }

  /// The home page says what is to be done now, and not what has time.
  @Test func theHomePageSaysWhatIsToBeDoneNow() throws {
    var edition = Self.edition([("TA-2026-AAAA", "2026-11-01", "critical", ["phishing"])])
    edition.briefings[0].advice = [("later", "Plan a drill."), ("now", "Lock the gate.")].map {
      when, text in
      var advice = Advice(action: MarkedText(text))
      advice.when = MarkedText(when)
      return advice
    }
    let page = try SampleSite(edition)["en/index.html"]
    #expect(page.contains("Lock the gate.") && !page.contains("Plan a drill."))
  }

  /// What the highest levels ask for is said first, on the home page and on a topic's.
  @Test func theHighestLevelIsAnsweredFirst() throws {
    var edition = Self.edition([
      ("TA-2026-AAAA", "2026-11-04", "minimal", ["phishing"]),
      ("TA-2026-BBBB", "2026-11-03", "limited", ["phishing"]),
      ("TA-2026-CCCC", "2026-11-02", "substantial", ["phishing"]),
      ("TA-2026-DDDD", "2026-11-01", "critical", ["phishing"]),
    ])
    for index in edition.briefings.indices {
      var advice = Advice(action: MarkedText("Step \(index)."))
      advice.when = MarkedText("now")
      edition.briefings[index].advice = [advice]
    }
    let site = try SampleSite(edition)
    #expect(site.has(["Step 3.", "Step 2.", "Step 1."], in: "en/index.html"))
    #expect(!site["en/index.html"].contains("Step 0."))
    #expect(
      site.has(
        ["Step 3.", "Step 2.", "Step 1.", "Step 0."], in: "en/topics/phishing/index.html"))
  }

  /// A briefing of another topic can take a briefing's place: then its level has ended here too.
  @Test func aLevelEndsWhereAnotherTopicTakesOver() throws {
    var edition = Self.edition([
      ("TA-2026-AAAA", "2026-01-02", "critical", ["phishing"]),
      ("TA-2026-BBBB", "2026-06-02", "limited", ["sabotage"]),
    ])
    edition.briefings[1].supersedes = "TA-2026-AAAA"
    let site = try SampleSite(edition)
    let page = site["en/topics/phishing/index.html"]
    #expect(!page.contains("The level is Critical"))
    #expect(page.contains("Since 2 June 2026 no level is in force."))
    #expect(site["en/topics/phishing/threat-level.csv"].contains("2026-06-02,No level given,,"))
  }

  /// Where two briefings took a briefing's place, it ended with the first; its page names the last.
  @Test func aLevelEndsWithTheFirstThatTookItsPlace() throws {
    var edition = Self.edition([
      ("TA-2026-AAAA", "2026-01-02", "critical", ["phishing"]),
      ("TA-2026-BBBB", "2026-06-02", "limited", ["sabotage"]),
      ("TA-2026-CCCC", "2026-09-02", "limited", ["sabotage"]),
    ])
    for index in [1, 2] { edition.briefings[index].supersedes = "TA-2026-AAAA" }
    let site = try SampleSite(edition)
    #expect(
      site["en/topics/phishing/index.html"].contains("Since 2 June 2026 no level is in force."))
    let page = site["en/briefings/ta-2026-aaaa/index.html"]
    #expect(page.contains("ta-2026-cccc") && !page.contains("ta-2026-bbbb"))
  }

  /// Where no topic is visible, nothing leads to a list of topics.
  @Test func aBoardWithoutTopicsLeadsToNone() throws {
    let site = try SampleSite(Self.edition([("TA-2026-AAAA", "2026-11-01", "critical", [])]))
    #expect(site["en/index.html"].contains("id=\"_levels\""))
    #expect(!site["en/index.html"].contains("topics/"))
  }
}
