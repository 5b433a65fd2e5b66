import Edition
import Testing

@testable import Site

/// A topic's page, and the charts of all pages.
@Suite struct SubjectTests {
  /// Twelve pieces of advice are shown, and the page says how many more there are.
  @Test func adviceBeyondTheTwelfthIsCounted() throws {
    var edition = SampleEdition.edition(for: .open)
    var briefing = SampleEdition.briefing(
      "TA-2026-AAAA", "alert", "en", issued: "2026-11-01", title: "T", marks: false)
    briefing.topics = [MarkedText("phishing")]
    briefing.advice = (1...15).map { number in
      var advice = Advice(action: MarkedText("Step number \(number)."))
      advice.when = MarkedText(number <= 10 ? "now" : "later")
      return advice
    }
    edition.briefings = [briefing]
    let page = try SampleSite(edition)["en/topics/phishing/index.html"]
    for number in 1...15 {
      #expect(page.contains("Step number \(number).") == (number <= 12), "\(number)")
    }
    #expect(page.contains("3 more are in the briefings below."))
  }

  /// A drawing has twelve topics, and its file all.
  @Test func theFileOfAChartHasAllTopics() throws {
    var edition = SampleEdition.edition(for: .open)
    let ids = (1...14).map { "topic\($0)" }
    edition.policy.topics = ids.map { Term(id: $0, name: Names($0)) }
    edition.briefings = ids.enumerated().map { number, id in
      var briefing = SampleEdition.briefing(
        "TA-2026-000\(number)", "alert", "en", issued: "2026-11-01", title: "T", marks: false)
      briefing.topics = [MarkedText(id)]
      return briefing
    }
    let file = try SampleSite(edition)["en/topics/activity.csv"]
    for id in ids { #expect(file.contains(id + ","), "\(file)") }
  }

  @Test func everyChartHasItsWordsItsTableAndItsFile() throws {
    let site = try SampleSite(.practical)
    var named = 0
    for (path, html) in site.pages where path.hasSuffix("index.html") {
      let figures = html.split(separator: "<section class=\"chart\"").dropFirst()
      for chart in figures {
        #expect(chart.contains("<p class=\"finding\">"), "\(path)")
        #expect(chart.contains("<caption"), "\(path)")
        #expect(chart.contains(".csv\" type=\"text/csv\">"), "\(path)")
      }
      for svg in html.split(separator: "<svg").dropFirst() {
        let drawing = svg.prefix(upTo: svg.firstRange(of: "</svg>")?.lowerBound ?? svg.endIndex)
        guard drawing.contains("aria-labelledby") else { continue }
        // What a screen reader says of it: its title and what it shows.
        let ids = [/<title id="([^"]+)"/, /<desc id="([^"]+)"/].compactMap {
          drawing.firstMatch(of: $0).map { String($0.1) }
        }
        let said = drawing.matches(of: /aria-(?:labelledby|describedby)="([^"]+)"/)
          .map { String($0.1) }.joined(separator: " ")
        #expect(ids.count == 2 && said == ids.joined(separator: " "), "\(path)")
        named += 1
        #expect(drawing.utf8.count < 30_000, "\(path)")
      }
    }
    #expect(named > 3)
    #expect(site.paths.contains("en/regions/regions.csv"))
    #expect(site.paths.contains("en/topics/activity.csv"))
    #expect(site.paths.contains("en/threat-level.csv"))
    #expect(site.paths.contains("nl/topics/espionage/threat-level.csv"))
  }
}
