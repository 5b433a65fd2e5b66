import Foundation
import Testing

/// What an author writes for everybody is published, whatever it looks like.
@Suite struct HonestTextTests {
  private static let secrets = """


    (S) The attack is planned for 3 March 2027 and 1 November.

    (S) We counted 175 and 1030 and 1021 and 10234, and saw nodejs, EON, CIA and AIVD.
    """

  @Test(arguments: [
    #"Match log lines with `^(\S)\s(\S+)$`."#, "`if ( S )`", "```\nif ( S ) { \\S }\n```",
    "Press the key (`R`) now.", "Entropy (*S*) rises.", "See ([S](https://e.example)).",
    "x ( S ) y",
    "1. January had two.\n2. February had three.\n3. March had none.",
    "1. Scans in October\n2. They doubled in November\n3. Now", "See[^1].\n\n[^1]: November report",
    "## March\n\n| a | b |\n| --- | --- |\n| c | d |", "## 17,5 percent more\n\nText.",
    "## At 10:30\n\nText.", "## Version 10.2.1\n\nText.", "## Node.js servers\n\nText.",
    "## IP 10.2.3.4\n\nText.", "## E.ON and C.I.A. and A.I.V.D.\n\nText.",
    "A line\n[^1]\nand another.\n\n[^1]: (S) Withheld.", "[a](<https://x.example/a b>)",
  ])
  func isPublished(body: String) throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing("unmarked: U", body: body + Self.secrets)
    ])
    defer { place.leave() }
    let build = try place.run("build")
    #expect(build.status == 0, "\(build.errors)")
    #expect(try !place.tree("site/public").isEmpty)
  }

  /// What a page has of a judgement, a caption and a link.
  @Test func isOnThePage() throws {
    let fields = """
      unmarked: U
      judgements:
        - id: j1
          text: An attack is likely.
          changed: {because: Scans have doubled.}
      """
    let body = """
      ## What [Unit 7]{S} did

      | Port | Visits |
      | --- | --- |
      | Delfzijl | 3 |

      See [the report[^1]](https://a.example) now.

      [^1]: It has an error.
      """
    let place = try Workplace(
      policy: Workplace.policy.replacing("redaction: omit", with: "redaction: mark, inline: token"),
      ["briefings/a.md": Workplace.briefing(fields, body: body)])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    let page = try String(
      contentsOf: place.root.appending(
        path: "site/public/en/briefings/ta-2026-7k3f/index.html"), encoding: .utf8)
    for part in [
      "Scans have doubled.", "Table 1: What [withheld] did</caption>",
      "<h2 id=\"_contact\">", "the report</a><sup class=\"note\"><a href=\"#_note1\"",
      "href=\"#_ref1\"",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(!page.contains("{{"))
  }
}
