import Calendar
import Edition
import Testing

@testable import Site

@Suite struct ChartTests {
  private let words = ThemeFiles.theme().words(for: "en")

  private func entries(_ rows: [(issued: String, expires: String?, level: String)]) -> [Entry] {
    var edition = SampleEdition.edition(for: .open)
    edition.briefings = rows.enumerated().map { index, row in
      var briefing = SampleEdition.briefing(
        "TA-\(index)", "alert", "en", issued: row.issued, title: "T", marks: false)
      briefing.expires = row.expires.flatMap { Day($0) }
      briefing.threat.level = MarkedText(row.level)
      return briefing
    }
    return Library(edition).entries
  }

  private func history(_ rows: [(issued: String, expires: String?, level: String)]) -> [String] {
    LevelHistory(entries(rows), until: SampleEdition.asOf).steps.map {
      "\($0.day) \($0.level?.value.id ?? "-")"
    }
  }

  @Test func theHighestThatHoldsCounts() {
    #expect(
      history([
        ("2026-01-01", nil, "limited"), ("2026-03-01", "2026-04-01", "critical"),
        ("2026-03-15", nil, "minimal"),
      ]) == ["2026-01-01 limited", "2026-03-01 critical", "2026-04-02 limited"])
  }

  @Test func nothingHoldsBetweenBriefings() {
    #expect(
      history([("2026-01-01", "2026-01-31", "limited"), ("2026-03-01", nil, "limited")])
        == ["2026-01-01 limited", "2026-02-01 -", "2026-03-01 limited"])
  }

  /// A new version of the scale has another word for a step, and briefings of both versions hold. Which
  /// of the two words a hash table has first changes from one table to the next, so many are tried.
  @Test(arguments: 0..<24) func ofTwoWordsForAStepTheLastGivenCounts(_ number: Int) {
    var edition = SampleEdition.edition(for: .open)
    edition.policy.scales = [
      Scale(
        id: "threat-level",
        versions: [("2020-01-01", "High"), ("2026-02-01", "Steep \(number)")].map { since, word in
          ScaleVersion(
            since: Day(since)!,
            values: [
              ScaleValue(id: "low", name: Names("Low")), ScaleValue(id: "high", name: Names(word)),
            ])
        })
    ]
    edition.briefings = ["2026-01-02", "2026-03-02"].enumerated().map { index, issued in
      var briefing = SampleEdition.briefing(
        "TA-\(index)", "alert", "en", issued: issued, title: "T", marks: false)
      briefing.threat.level = MarkedText("high")
      return briefing
    }
    let steps = LevelHistory(Library(edition).entries, until: SampleEdition.asOf).steps
    #expect(
      steps.map { "\($0.day) \($0.level?.value.name["en"] ?? "-")" }
        == ["2026-01-02 High", "2026-03-02 Steep \(number)"])
  }

  /// A briefing that expired before another took its place held until it expired, and one that another
  /// took the place of until then, whenever it was to expire.
  @Test(arguments: [
    ("2026-03-01", ["2026-01-01 critical", "2026-03-02 -", "2026-06-01 limited"]),
    ("2026-10-01", ["2026-01-01 critical", "2026-06-01 limited"]),
  ])
  func whatExpiredOrWasSupersededHadEnded(expires: String, expected: [String]) {
    var edition = SampleEdition.edition(for: .open)
    edition.briefings = [
      ("TA-1", "2026-01-01", "critical"), ("TA-2", "2026-06-01", "limited"),
    ].map { id, issued, level in
      var briefing = SampleEdition.briefing(
        id, "alert", "en", issued: issued, title: "T", marks: false)
      briefing.threat.level = MarkedText(level)
      return briefing
    }
    edition.briefings[0].expires = Day(expires)
    edition.briefings[1].supersedes = "TA-1"
    let steps = LevelHistory(Library(edition).entries, until: SampleEdition.asOf).steps
    #expect(steps.map { "\($0.day) \($0.level?.value.id ?? "-")" } == expected)
  }

  @Test func whatLiesAheadIsNotDrawn() {
    #expect(history([("2026-01-01", "2027-01-01", "limited")]) == ["2026-01-01 limited"])
    #expect(history([("2027-01-01", nil, "limited")]) == [])
  }

  @Test func theTimelineShowsWhereTheScaleChanged() throws {
    let edition = SampleEdition.edition(for: .open)
    let history = LevelHistory(
      entries([("2015-01-01", "2017-01-01", "substantial"), ("2017-02-01", nil, "limited")]),
      until: edition.asOf)
    let timeline = try #require(
      Timeline(
        history, Library(edition).scales[.threatLevel], until: edition.asOf, words: words)
    ).chart
    let text = String(decoding: timeline.svg, as: UTF8.self)
    #expect(
      timeline.finding == "The level is Limited (2 of 5), and has been since 1 February 2017.")
    #expect(timeline.notes.first?.contains("1 July 2016") == true)
    #expect(text.contains("<line class=\"change\""))
    #expect(
      String(decoding: timeline.csv(in: "").bytes, as: UTF8.self) == """
        From,Threat level,Number,Out of\r
        2017-02-01,Limited,2,5\r
        2017-01-02,No level given,,\r
        2015-01-01,Substantial,3,4\r

        """)
    // A level that has ended is not drawn on.
    #expect(text.matches(of: /class="step" x1="[^"]*" x2="100%"/).count == 1)
  }

  @Test func aTimelineNeedsTime() {
    let scale = Library(SampleEdition.edition(for: .open)).scales[.threatLevel]
    let today = LevelHistory(
      entries([(SampleEdition.asOf.description, nil, "limited")]), until: SampleEdition.asOf)
    #expect(Timeline(today, scale, until: SampleEdition.asOf, words: words) == nil)
  }

  @Test func theYardstickDrawsTheBand() throws {
    let scales = Library(SampleEdition.edition(for: .open)).scales
    let likely = try #require(scales.reading(.likelihood, "likely", on: SampleEdition.asOf))
    let svg = try #require(Yardstick.svg(likely, id: "y", words: words))
    let text = String(decoding: svg, as: UTF8.self)
    #expect(text.contains("x=\"55%\" width=\"25%\""))
    #expect(text.contains("Between 55 and 80 percent"))
    let low = try #require(scales.reading(.confidence, "low", on: SampleEdition.asOf))
    #expect(Yardstick.svg(low, id: "y", words: words) == nil)
  }

  @Test func aValueKeepsTheMeaningItHad() throws {
    let scales = Library(SampleEdition.edition(for: .open)).scales
    let old = try #require(
      scales.reading(.threatLevel, "substantial", on: SampleEdition.day("2010-01-01")))
    let new = try #require(scales.reading(.threatLevel, "substantial", on: SampleEdition.asOf))
    #expect((old.number, old.steps) == (3, 4))
    #expect((new.number, new.steps) == (4, 5))
  }

  @Test func percentagesAreWritten() {
    var markup = Markup()
    for value in [0, 4_321, 405, 10_000] { markup.percent(value) }
    #expect(String(decoding: markup.bytes, as: UTF8.self) == "0%43.21%4.05%100%")
  }

  private func sample(_ id: String) throws -> (entry: Entry, library: Library) {
    let library = Library(SampleEdition.edition(for: .practical))
    return (try #require(library.entries.first { $0.briefing.id == id }), library)
  }

  @Test func theLikelihoodsOfTheJudgementsStandOnOneRuler() throws {
    let (entry, library) = try sample("TA-2026-8VWJ")
    let chart = try #require(LikelihoodChart(entry, library, words)).chart
    #expect(
      chart.finding
        == "Of our judgements, number 1 comes out highest: likely, 55 to 80 percent.")
    #expect(
      chart.rows.map { $0.map(\.text) } == [
        ["very likely", "80", "95", ""], ["likely", "55", "80", "1"],
        ["roughly even chance", "45", "55", ""], ["unlikely", "20", "45", "2"],
      ])
    let svg = String(decoding: chart.svg, as: UTF8.self)
    #expect(svg.split(separator: "<rect class=\"on\"").count == 3)
    #expect(svg.contains("x=\"55%\" width=\"25%\""))
    let book = LikelihoodBook(library, words: ["en": words])
    #expect(book.chart(of: entry) != nil)
    let (plain, _) = try sample("TA-2026-4R23")
    #expect(book.chart(of: plain) == nil)
    #expect(LikelihoodChart(plain, library, words) == nil)
  }

  @Test func theAssessmentIsAFile() throws {
    let (entry, library) = try sample("TA-2026-8VWJ")
    let page = AssessmentTable(entry: entry, library: library, words: words).page
    #expect(page.path == "en/briefings/ta-2026-8vwj/assessment.csv")
    #expect(
      String(decoding: page.bytes, as: UTF8.self) == """
        Part,Likelihood,From (%),To (%),Confidence,Impact\r
        The threat as a whole,likely,55,80,moderate,major\r
        judgement 1,likely,55,80,moderate,\r
        judgement 2,unlikely,20,45,low,\r

        """)
  }

  @Test func activityIsCountedByQuarter() throws {
    let press = Press(SampleEdition.edition(for: .open), ThemeFiles.theme(), SiteOptions())
    let chart = try #require(ActivityChart(press.shelves[0], on: SampleEdition.asOf)).chart
    #expect(chart.columns.first == "Topic" && chart.columns.last == "Total")
    #expect(chart.columns[1] == "Q1 2025" && chart.columns[8] == "Q4 2026")
    #expect(
      chart.finding
        == "The topic with most briefings since Q1 2025 is Espionage and Sabotage: 2 of 6."
    )
    let espionage = chart.rows.first?.map(\.text)
    #expect(espionage == ["Espionage", "1", "0", "0", "0", "0", "0", "0", "1", "2"])
    #expect(chart.svg.count < 30_000)
  }

  @Test func theMapHasATileForEachRegionOfTheTheme() throws {
    let press = Press(SampleEdition.edition(for: .open), ThemeFiles.theme(), SiteOptions())
    let chart = try #require(RegionMap(press, press.shelves[0], up: "../")).chart
    let svg = String(decoding: chart.svg, as: UTF8.self)
    #expect(svg.split(separator: "class=\"tile-box\"").count == 26)
    #expect(
      svg.contains(
        "href=\"../regions/VR17/\" aria-label=\"Rotterdam-Rijnmond: Substantial, 4 of 5\""))
    #expect(chart.finding == "By region, the level is highest in Rotterdam-Rijnmond: Substantial.")
    #expect(chart.rows.count == 3)
    #expect(svg.utf8.count < 30_000)
    var edition = SampleEdition.edition(for: .open)
    edition.policy.regions[0].id = "ELSEWHERE"
    edition.briefings[0].regions = [MarkedText("ELSEWHERE")]
    let other = Press(edition, ThemeFiles.theme(), SiteOptions())
    #expect(RegionMap(other, other.shelves[0], up: "../") == nil)
  }

  @Test func longNamesAreBrokenIntoLines() {
    #expect(RegionMap.lines("Noord- en Oost-Gelderland") == ["Noord- en", "Oost-", "Gelderland"])
    #expect(RegionMap.lines("Zaanstreek-Waterland") == ["Zaanstreek-", "Waterland"])
    #expect(RegionMap.lines("Utrecht") == ["Utrecht"])
  }

  @Test(arguments: [
    ("=1+1", "\"'=1+1\""), (" @SUM(A1)", "\"' @SUM(A1)\""), ("-2", "\"'-2\""),
    ("\u{FF1D}1", "\"'\u{FF1D}1\""), ("a\tb", "a\tb"), ("\ta", "\"'\ta\""),
    ("a \"b\"", "\"a \"\"b\"\"\""), ("a,b", "\"a,b\""), ("80", "80"), ("", ""),
  ])
  func noCellIsAFormula(cell: String, written: String) {
    #expect(String(decoding: CSV.bytes([[cell]]), as: UTF8.self) == written + "\r\n")
  }

  /// One cell of the matrix is marked: the row of the impact, the column of the likelihood.
  @Test func theMatrixMarksOneCell() throws {
    let page = try SampleSite(.practical)["en/briefings/ta-2026-8vwj/index.html"]
    #expect(page.split(separator: "class=\"here\"").count == 2)
    #expect(
      page.contains(
        "<th scope=\"row\">major</th><td></td><td></td><td class=\"here\">Here</td><td></td>"))
  }
}
