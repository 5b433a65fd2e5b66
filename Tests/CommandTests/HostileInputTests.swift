import Foundation
import Testing

/// Input that takes parsers of Markdown or YAML time or memory out of all proportion is refused, or
/// answered soon (limits of the marking language, section 11).
@Suite struct HostileInputTests {
  /// A body that is hostile in one way.
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let body: String

    init(_ name: String, _ piece: String, times: Int, _ end: String = "\n") {
      testDescription = name
      body = String(repeating: piece, count: times) + end
    }
  }

  // CVE-2023-22483, 22486, 24824 and 37463 of cmark-gfm, and the pathological cases that parsers of
  // Markdown are tested with.
  private static let examples = [
    Example("tables in quotes", "|-\nt>|-\n", times: 10_000),
    Example(
      "a table of many columns", "|x", times: 7_000,
      "|\n" + String(repeating: "|-", count: 7_000) + "|\n"),
    Example("rows behind rows", "| a |\n| - |\n", times: 10_000),
    Example("nested quotes", "> ", times: 100_000, "a\n"),
    Example("nested lists", "- ", times: 4_000, "a\n"),
    Example("lists in quotes", "> - ", times: 2_000, "a\n"),
    Example("open brackets", "[", times: 100_000),
    Example("open links", "[a](", times: 40_000),
    Example("open images", "![a](<b", times: 20_000),
    Example("closed brackets", "[a", times: 50_000, String(repeating: "]", count: 50_000) + "\n"),
    Example("open emphasis", "*a **a ", times: 30_000),
    Example("closed emphasis", "a** ", times: 60_000),
    Example("alternating emphasis", "*a_ ", times: 50_000),
    Example("runs of backticks", "`a``b```c", times: 20_000),
    Example("tildes", "~~a~ ", times: 40_000),
    // A line has 8 KiB, and a run of them 16.
    Example("open declarations", run("<?a", 2_500), times: 15),
    Example("marks in the wrong place", run("y (S) ", 1_300), times: 15),
    Example("marks of nothing", run("{S}", 2_500), times: 15),
    Example("short quotes", "> (U) a\n\n", times: 8_000),
    Example("short items", "- (U) a\n\n", times: 8_000),
    Example("entities", "&#40;S", times: 40_000),
    Example("references to nothing", "[a][b] ", times: 30_000),
    Example(
      "many definitions", "(U) x [a] [b] [c]\n\n", times: 5_000,
      (1...5_000).map { "[d\($0)]: https://a.example/\($0)\n" }.joined()),
    Example(
      "as many definitions as texts", (1...3_000).map { "(U) [x\($0)]\n\n" }.joined(), times: 1,
      (1...3_000).map { "[x\($0)]:#\n" + ($0 % 400 == 0 ? "\n" : "") }.joined()),
    Example("links to no heading", run("[a](#b)[c]{S|d}", 450), times: 15),
    Example("footnotes", "[^a]", times: 60_000, "\n\n[^a]: (U) x\n"),
    Example("footnote definitions", "[^a]: (U) [^a]\n\n", times: 15_000),
    Example("inline marks", "[a]{S|", times: 30_000),
    Example(
      "nested inline marks", "[", times: 20_000,
      "a" + String(repeating: "]{S}", count: 20_000) + "\n"),
    Example("containers", "::: S\n", times: 40_000),
    Example("fences", "```\n", times: 60_000),
    Example("underlines of headings", "a\n=\n", times: 50_000),
    Example("less-than signs", "<a ", times: 80_000),
    Example("escapes", "\\(", times: 100_000),
    // Within the limits.
    Example(
      "brackets in brackets",
      String(repeating: "[", count: 490) + "a" + String(repeating: "]", count: 490) + "\n\n",
      times: 240),
    Example(
      "notes in notes",
      String(repeating: "[^", count: 490) + "a" + String(repeating: "]", count: 490) + "\n\n",
      times: 160),
    Example("angles without an end", String(repeating: "<a ", count: 2_600) + "\n\n", times: 30),
    Example(
      "links to headings", "(U) [b](briefing:TA-2026-7K3F#same)\n\n", times: 6_000,
      "## (U) same\n\n(U) x\n"),
    Example("links within the page", "(U) [b](#same)\n\n", times: 12_000, "## (U) same\n\n(U) x\n"),
    Example(
      "definitions that are used",
      "[a]: https://example.org\n\n" + String(repeating: "(U) See [a].\n\n", count: 14_000),
      times: 1),
    Example("portions", "(U) a\n\n", times: 34_000),
    Example("equal headings", "## (U) a\n\n", times: 12_000),
    Example(
      "equal portions, withheld and shown",
      "(U) One two three four five six seven.\n\n(S) One two three four five six seven.\n\n",
      times: 3_000),
    Example("short rows of a wide table", wide(2_000), times: 1),
    Example("short rows of a table", wide(32), times: 8),
  ]

  /// A run of two lines that have a piece so often.
  private static func run(_ piece: String, _ count: Int) -> String {
    String(repeating: String(repeating: piece, count: count) + "\n", count: 2) + "\n"
  }

  /// A table with so many columns and rows of one cell.
  private static func wide(_ columns: Int) -> String {
    String(repeating: "|(U) x", count: columns) + "|\n" + String(repeating: "|-", count: columns)
      + "|\n" + String(repeating: "x\n", count: 4_000) + "\n"
  }

  @Test(arguments: examples) func isAnsweredSoon(_ example: Example) throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing(body: example.body)])
    defer { place.leave() }
    let clock = ContinuousClock()
    let start = clock.now
    // Address space, that of the threads' stacks included: memory is a part of it.
    let outcome = try place.run(
      program: URL(filePath: "/bin/sh"),
      command: ["-c", "ulimit -v 2097152; exec \"$0\" build", Workplace.executable.path()])
    let time = clock.now - start
    #expect([0, 1].contains(outcome.status), "\(outcome.errors.prefix(200))")
    #expect(time < .seconds(10), "\(time)")
    let site = place.root.appending(path: "site/public").path()
    #expect((outcome.status == 0) == FileManager.default.fileExists(atPath: site))
  }

  /// Fields have the limits of a run of text: what is nested in them would go deeper than a stack.
  @Test(arguments: [
    "'(U) x " + String(repeating: "*a ", count: 28_000) + "b"
      + String(repeating: " c*", count: 28_000)
      + "'",
    "(U) " + String(repeating: "[a](b ", count: 2_000),
    "(U) " + String(repeating: "{S}", count: 20_000),
    "(U) " + String(repeating: "word ", count: 4_000),
  ])
  func fieldsAreAsShortAsTexts(field: String) throws {
    for text in [field, "|\n" + field.split(separator: " ").map { "  \($0)\n" }.joined()] {
      let place = try Workplace(["briefings/a.md": Workplace.briefing("summary: " + text)])
      defer { place.leave() }
      let start = ContinuousClock.now
      let run = try place.run("build")
      #expect(run.status == 1 && run.errors.contains("[limit/"), "\(run.errors.prefix(200))")
      #expect(ContinuousClock.now - start < .seconds(5))
    }
  }

  @Test func aliasesOfYAMLDoNotMultiply() throws {
    var lines = ["remarks:", "  a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for number in 1...9 {
      let aliases = Array(repeating: "*a\(number - 1)", count: 10).joined(separator: ", ")
      lines.append("  a\(number): &a\(number) [\(aliases)]")
    }
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(lines.joined(separator: "\n"))
    ])
    defer { place.leave() }
    let outcome = try place.run("check")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("briefings/a.md:"), "\(outcome.errors.prefix(200))")
  }
}
