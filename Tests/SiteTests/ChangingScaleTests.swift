import Calendar
import Edition
import Testing

@testable import Site

/// Words of a scale mean what they meant on the day that a briefing was issued.
@Suite struct ChangingScaleTests {
  /// A scale of which a version begins on each of these days, with another band for its word.
  private static func scale(_ days: [String]) -> Scale {
    Scale(
      id: "likelihood",
      versions: days.enumerated().map { number, day in
        ScaleVersion(
          since: SampleEdition.day(day),
          values: [
            ScaleValue(id: "likely", name: Names("likely"), band: [55 + number, 80 + number])
          ])
      })
  }

  private static func edition(_ issued: [String]) -> Edition {
    var edition = SampleEdition.edition(for: .open)
    edition.policy.scales = [scale(["2015-01-02", "2026-03-01"])]
    edition.briefings = issued.enumerated().map { number, day in
      var briefing = SampleEdition.briefing(
        "TA-2026-000\(number)", "alert", "en", issued: day, title: "T", marks: false)
      var judgement = Judgement(id: "j1", text: MarkedText("It is likely."))
      judgement.likelihood = MarkedText("likely")
      briefing.judgements = [judgement]
      return briefing
    }
    return edition
  }

  /// Briefings of two versions do not share one drawing, though they use the same words.
  @Test func eachVersionHasItsOwnDrawing() throws {
    let site = try SampleSite(Self.edition(["2026-02-28", "2026-03-01"]))
    let pages = (0...1).map { site["en/briefings/ta-2026-000\($0)/index.html"] }
    let bands = ["55 to 80 percent", "56 to 81 percent"]
    for (page, number) in zip(pages, 0...) {
      #expect(page.contains(bands[number]), "\(number)")
      #expect(!page.contains(bands[1 - number]), "\(number)")
    }
  }

  /// A word that stands on another step of another scale is another level.
  @Test func theSameWordOnAnotherScaleIsAnotherLevel() throws {
    var edition = SampleEdition.edition(for: .open)
    let old = try #require(edition.briefings.firstIndex { $0.id == "TA-2025-2M8C" })
    edition.briefings[old].issued = SampleEdition.day("2015-03-03")
    edition.briefings[old].threat.level = MarkedText("substantial")
    let page = try SampleSite(edition)["en/briefings/ta-2026-8vwj/index.html"]
    #expect(
      page.contains(
        "The threat level went from Substantial (3 of 4) to Substantial (4 of 5)."))
  }

  /// A version holds from its first day on.
  @Test func aVersionHoldsOnItsFirstDay() {
    let scale = Self.scale(["2026-03-01", "2026-04-01"])
    let bands = ["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01", "2026-04-02"].map {
      scale.version(on: SampleEdition.day($0))?.values[0].band?.first
    }
    #expect(bands == [nil, 55, 55, 56, 56])
  }

  /// A name that a language does not have is the one of the first language there is, on every run.
  @Test func aNameThatIsMissingIsTheFirstOfTheOthers() {
    let languages = ["de", "en", "es", "fr", "it", "nl", "pl", "pt", "sv"]
    for first in languages.indices.dropLast() {
      let names = Names(
        byLanguage: Dictionary(uniqueKeysWithValues: languages[first...].map { ($0, $0 + "!") }))
      #expect(names["xx"] == languages[first] + "!")
      #expect(names["sv"] == "sv!")
    }
    #expect(Names(byLanguage: ["": "all", "en": "one"])["xx"] == "all")
  }
}
