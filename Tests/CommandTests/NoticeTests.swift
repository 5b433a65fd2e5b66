import Foundation
import Testing

/// What a notice of withdrawal and a translation say, and of what they say nothing.
@Suite("Notices of withdrawal, translations")
struct NoticeTests {
  private static func withdrawn(_ withdrawal: String) -> String {
    Workplace.briefing("withdrawal: \(withdrawal)").replacing(
      "status: published", with: "status: withdrawn")
  }

  private func view(_ briefings: [String: String], _ path: String = "briefings/a.md") throws
    -> [String]
  {
    let place = try Workplace(
      policy: Workplace.policy.replacing("languages: [en]", with: "languages: [en, nl]"),
      briefings)
    defer { place.leave() }
    return try ["public", "national"].map { audience in
      let run = try place.run("view", path, "--as", audience)
      #expect(run.status == 0, "\(run.errors)")
      return run.output
    }
  }

  /// A link in what to do, or in the reason, leads to no briefing that is withheld.
  @Test(arguments: ["reason", "do"])
  func aNoticeLinksToNothingWithheld(field: String) throws {
    let link = "(U) See [the new one](briefing:TA-2026-AAAA) and [that](briefing:TA-2026-BBBB)."
    let other = field == "do" ? "reason: \"(U) Wrong.\"" : "do: \"(U) Nothing.\""
    let views = try view([
      "briefings/a.md": Self.withdrawn(
        "{date: \"(U) 2026-11-03\", \(field): \"\(link)\", \(other)}"),
      "briefings/b.md": Workplace.briefing(id: "TA-2026-AAAA", "audiences: [national]"),
      "briefings/c.md": Workplace.briefing(id: "TA-2026-BBBB"),
    ])
    #expect(views[0].contains("See the new one and [that](briefing:TA-2026-BBBB)."), "\(views[0])")
    #expect(!views[0].contains("TA-2026-AAAA"))
    #expect(views[1].contains("[the new one](briefing:TA-2026-AAAA)"), "\(views[1])")
  }

  /// A notice has no body; its text is what the page says.
  @Test func aNoticeHasAText() throws {
    let place = try Workplace([
      "briefings/a.md": Self.withdrawn(
        "{date: 2026-11-03, reason: \"(U) It was *wrong*.\", do: \"(S) Throw it away.\"}")
    ])
    defer { place.leave() }
    for (audience, text) in [
      ("public", "Title\n\nIt was wrong.\n"),
      ("national", "Title at full length\n\nIt was wrong.\n\nThrow it away.\n"),
    ] {
      let run = try place.run("view", "briefings/a.md", "--as", audience, "--format", "text")
      #expect(run.output == text && run.status == 0, "\(run.output)")
    }
  }

  /// The day goes with the notice's marking, as all of its fields do; with `unmarked` it is seen.
  @Test(arguments: [
    ("{marking: S, date: 2026-11-03, reason: (U) Wrong.}", false),
    ("{date: (S) 2026-11-03, reason: (U) Wrong.}", false),
    ("{date: 2026-11-03, reason: (U) Wrong.}", false),
    ("{date: (U) 2026-11-03, reason: (U) Wrong.}", true),
    ("{marking: U, date: 2026-11-03, reason: Wrong.}", true),
  ])
  func theDayOfANoticeHasItsMark(withdrawal: String, isThere: Bool) throws {
    let lines = withdrawal.dropFirst().dropLast().split(separator: ", ").map { "\n  " + $0 }
      .joined()
    let views = try view(["briefings/a.md": Self.withdrawn(lines)])
    #expect(views[0].contains("2026-11-03") == isThere, "\(views[0])")
    #expect(views[1].contains("2026-11-03"), "\(views[1])")
  }

  /// So has the day of the version that a translation follows.
  @Test(arguments: [("(S) 2026-11-09", false), ("(U) 2026-11-09", true)])
  func theDayThatATranslationFollowsHasItsMark(day: String, isThere: Bool) throws {
    let views = try view(
      [
        "briefings/a.en.md": Workplace.briefing(
          "revisions: [{date: \"(U) 2026-11-09\", note: \"(U) One.\"}]"),
        "briefings/a.nl.md": Workplace.briefing(
          language: "nl", "translation: {of: \"(U) en\", revision: \"\(day)\"}"),
      ], "briefings/a.nl.md")
    #expect(views[0].contains("translation"), "\(views[0])")
    #expect(views[0].contains("2026-11-09") == isThere, "\(views[0])")
    #expect(views[1].contains("2026-11-09"), "\(views[1])")
  }
}
