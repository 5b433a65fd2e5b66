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

  /// Below the line stands a sign, where it is wrong.
  @Test func theSignStandsBelowWhatIsWrong() {
    let finding = Diagnostic(
      "a/b", at: Place("a.md", line: 4, column: 3), "x", help: "y", excerpt: "a (X) b")
    #expect(
      TextReport(excerpts: true).text([finding]) == """
        a.md:4:3: error: x [a/b]
          | a (X) b
          |   ^
          help: y

        """)
  }

  /// The other places of a finding are told in every form.
  @Test func otherPlacesAreTold() {
    let finding = Diagnostic(
      "front-matter/duplicate-key", at: Place("a.md", line: 9, column: 1), "a key twice",
      related: [Place("b.md", line: 4, column: 2)])
    func text(_ json: JSON) -> String { String(decoding: json.bytes(), as: UTF8.self) }
    #expect(
      text(MachineReport.json([finding])).contains(
        #""related":[{"file":"b.md","line":4,"column":2}]"#))
    #expect(
      text(MachineReport.sarif([finding], rules: [], version: "1")).contains(
        #"{"artifactLocation":{"uri":"b.md"},"region":{"startLine":4,"startColumn":2}}"#))
    #expect(GitHubReport.text([finding]).hasSuffix("a key twice; see also b.md:4:2\n"))
    #expect(TextReport().text([finding]).hasSuffix("\n  see also: b.md:4:2\n"))
  }

  /// Of many places the first are named and the others counted.
  @Test func manyPlacesAreCounted() {
    let places = (1...7).map { Place("a.md", line: $0) }
    let text = TextReport().text([Diagnostic("a/b", at: places[0], "x", related: places)])
    #expect(text.hasSuffix("see also: a.md:1, a.md:2, a.md:3, a.md:4, a.md:5 and 2 more\n"))
  }

  /// Nor does a line that a template or a page has move a cursor.
  @Test func anExcerptMovesNoCursor() {
    let finding = Diagnostic("a/b", at: Place("a.md"), "x", excerpt: "a\u{1B}[2Jb\u{9B}c\u{202E}")
    let text = TextReport(excerpts: true).text([finding])
    #expect(!text.unicodeScalars.contains { "\u{1B}\u{9B}\u{202E}".unicodeScalars.contains($0) })
  }
}
