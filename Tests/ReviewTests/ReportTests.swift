import Diagnostics
import Foundation
import JSON
import Testing

@Suite("Reports for code hosts")
struct ReportTests {
  private static let finding = Diagnostic(
    "marking/unknown-label", at: Place("briefings/a,b: 100%.md", line: 14, column: 3),
    "unknown label (X), 50%", help: "write one\nof these", excerpt: "the secret line")

  @Test func annotationsAreEscapedAndQuoteNothing() {
    let note = Diagnostic("date/expired", .note, at: Place("briefings/a.md"), "it expired")
    #expect(
      GitHubReport.text([Self.finding, note]) == """
        ::error file=briefings/a%2Cb%3A 100%25.md,line=14,col=3,title=marking/unknown-label::\
        unknown label (X), 50%25; write one%0Aof these
        ::notice file=briefings/a.md,title=date/expired::it expired

        """)
  }

  @Test func whatAnAuthorWroteMakesNoLineOfItsOwn() {
    let forged = Diagnostic(
      "front-matter/unknown-value", at: Place("a\nb.md", line: 1),
      "'x\nc.md:1: error: made up [a/b]\u{1B}[2J' is no value", help: "one\u{2028}line",
      related: [Place("d\r.md")])
    #expect(
      TextReport().text([forged]) == """
        a\u{FFFD}b.md:1: error: 'x\u{FFFD}c.md:1: error: made up [a/b]\u{FFFD}[2J' is no value \
        [front-matter/unknown-value]
          help: one\u{FFFD}line
          see also: d\u{FFFD}.md

        """)
    #expect(
      TextReport(terse: true).text([forged])
        == "a\u{FFFD}b.md:1: error: [front-matter/unknown-value]\n")
  }

  /// What the schema of SARIF 2.1.0 requires of the parts that are written, and no excerpt.
  @Test func sarifHasWhatItsSchemaRequires() throws {
    let rule = RuleDescription(
      code: "date/expired", severity: .note, summary: "a briefing whose last day has passed")
    let bytes = MachineReport.sarif([Self.finding], rules: [rule], version: "1.0")
      .bytes(pretty: true)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("secret"))
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "tearline")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.compactMap { $0["id"] as? String } == ["date/expired", "marking/unknown-label"])
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(result["ruleIndex"] as? Int == 1)
    #expect(result["level"] as? String == "error")
    #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
    let place = try #require(
      (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
    let file = try #require(place["artifactLocation"] as? [String: Any])
    #expect(file["uri"] as? String == "briefings/a%2Cb%3A%20100%25.md")
    let region = try #require(place["region"] as? [String: Any])
    #expect(region["startLine"] as? Int == 14)
    #expect(region["startColumn"] as? Int == 3)
  }
}
