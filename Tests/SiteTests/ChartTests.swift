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
        history, Library(edition).scales[.threatLevel], until: edition.asOf, words: words,
        id: "x"))
    guard case .record(let fields) = timeline.value, case .html(let svg)? = fields["svg"],
      case .text(let finding)? = fields["finding"]
    else { return #expect(Bool(false)) }
    let text = String(decoding: svg, as: UTF8.self)
    #expect(finding == "The level is Limited (2 of 5), and has been since 1 February 2017.")
    #expect(text.contains("<line class=\"change\""))
    #expect(text.contains("<title id=\"xt\">") && text.contains("<desc id=\"xd\">"))
    #expect(svg.count < 30_000)
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
}
