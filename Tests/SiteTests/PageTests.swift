import Edition
import Testing

@testable import Site

/// What the page of a briefing, and the pages that lead to it, say of it.
@Suite struct PageTests {
  @Test func aGradeIsExplainedInFull() throws {
    #expect(
      try SampleSite(.open)["en/briefings/ta-2026-8vwj/index.html"].contains(
        "B2 <span class=\"grade-meaning\">usually reliable; probably true</span>"))
  }

  /// The summary box says what comes first.
  @Test func theSummaryBoxSaysWhatComesFirst() throws {
    #expect(
      try SampleSite(.open).has(
        ["id=\"_do\">What to do now", "Promise nothing", "Where this applies"],
        in: "en/briefings/ta-2026-8vwj/index.html"))
  }

  @Test func scalesAreExplainedAsTheyAreToday() throws {
    #expect(
      try SampleSite(.open).has(
        ["id=\"_threat-level\"", "in use since 1 July 2016", "Significant"],
        in: "en/about/index.html"))
  }

  @Test func aTranslationSaysWhichVersionItFollows() throws {
    #expect(
      try SampleSite(.open)["en/briefings/ta-2026-8vwj/index.html"].contains(
        "Translated from the Dutch version of 9 November 2026."))
  }

  /// What no longer holds is behind the link too.
  @Test func aWayInSaysHowManyBriefingsThereAre() throws {
    let name = "<span class=\"subject-name\">Espionage</span>"
    #expect(
      try SampleSite(.open)["en/topics/index.html"].contains(
        "\(name) <span class=\"subject-count\">2 briefings</span>"))
  }

  /// What stands now is counted apart from what no longer does.
  @Test func aTopicCountsWhatStandsNow() throws {
    #expect(
      try SampleSite(.open).has(
        [
          "In force <span class=\"count\">1 briefing</span>",
          "No longer current <span class=\"count\">1 briefing</span>",
        ], in: "en/topics/espionage/index.html"))
  }

  /// The fourth of five levels: four steps of the ladder are reached.
  @Test func theLadderIsReachedAsFarAsTheLevel() throws {
    let page = try SampleSite(.open)["en/briefings/ta-2026-8vwj/index.html"]
    #expect(page.split(separator: "<li class=\"step reached").count == 5)
    #expect(page.contains("<li class=\"step reached this\"><span>Substantial</span></li>"))
  }

  @Test func whatHasTimeIsNotToBeDoneNow() throws {
    var edition = SampleEdition.edition(for: .open)
    let port = try #require(
      edition.briefings.firstIndex { $0.id == "TA-2026-8VWJ" && $0.language == "en" })
    edition.briefings[port].advice.removeAll { $0.when?.value != "later" }
    let page = try SampleSite(edition)["en/briefings/ta-2026-8vwj/index.html"]
    #expect(page.contains("Make reporting part of the yearly exercise."))
    #expect(!page.contains("id=\"_do\""))
  }

  /// Advice of what no longer holds stays, and is not for now.
  @Test func whatNoLongerHoldsAsksForNothingNow() throws {
    var edition = SampleEdition.edition(for: .open)
    let page = { try SampleSite(edition)["en/briefings/ta-2026-8vwj/index.html"] }
    #expect(try page().contains("class=\"summary-part summary-do\""))
    #expect(try !page().contains("class=\"over\""))
    for index in edition.briefings.indices where edition.briefings[index].id == "TA-2026-8VWJ" {
      edition.briefings[index].expires = SampleEdition.day("2026-11-11")
    }
    let over = try page()
    #expect(!over.contains("summary-do") && over.contains("What we advised then"))
    #expect(over.contains("class=\"over\"") && over.contains("Promise nothing"))
  }

  /// What a search does not look for is on the page all the same.
  @Test func smallFactsAreOnThePage() throws {
    #expect(
      try SampleSite(.open).has(
        [
          "<dt>Valid until</dt><dd>2 November 2027</dd>",
          "<dt>How far ahead we look</dt><dd>6 months</dd>",
          "Our confidence in this is moderate.", "Our confidence in this is low.",
          "Baken duty desk",
        ], in: "en/briefings/ta-2026-8vwj/index.html"))
  }

  /// A page says why something is withheld on it, and not why it is on others.
  @Test func groundsAreThoseOfThePage() throws {
    var edition = SampleEdition.edition(for: .dense)
    edition.policy.grounds.append(Term(id: "methods", name: Names("how we know")))
    let page = try SampleSite(edition)["en/briefings/ta-2026-8vwj/index.html"]
    #expect(page.contains("<li>protection of sources</li>") && !page.contains("how we know"))
  }
}
