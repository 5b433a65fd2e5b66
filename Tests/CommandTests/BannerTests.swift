import Testing

/// The banner of a briefing is what all that an audience gets of it is marked with, joined.
@Suite("Banners")
struct BannerTests {
  /// What is marked S in a briefing whose rest everybody may read: front matter, and body.
  static let marked: [(fields: String, body: String)] = [
    ("summary: (S) One.", ""), ("contact: (S) One.", ""), ("threat: {actor: \"(S) One\"}", ""),
    ("threat: {level: \"(S) high\"}", ""), ("topics: [\"(S) espionage\"]", ""),
    ("related: [\"(S) TA-2026-AAAA\"]", ""), ("supersedes: (S) TA-2026-AAAA", ""),
    ("advice:\n  - {do: \"(S) Look.\", when: now, by: all}", ""),
    ("advice:\n  - {do: \"(U) Look.\", when: \"(S) now\", by: all}", ""),
    ("judgements:\n  - {text: \"(S) One.\"}", ""),
    ("revisions:\n  - {date: 2026-11-03, note: \"(S) One.\"}", ""),
    ("sources:\n  - {description: \"(S) One\"}", ""),
    ("", "(S) One.\n"), ("", "## (S) One\n\n(U) Two.\n"), ("", "- (U) One\n- (S) Two\n"),
    ("", "::: S\nOne.\n:::\n"), ("", "::: S\n::: U\nOne.\n:::\n:::\n"),
    ("", "::: S\n(U) One.\n:::\n"),
    ("", "::: S\nOne.\n::: tear U\n(U) Two.\n:::\n"),
    ("", "(U) By [one]{S|two}.\n"), ("", "(U) One.[^a]\n\n[^a]: (S) Two.\n"),
    ("", "| (U) One | (S) Two |\n| --- | --- |\n| (U) 1 | 2 |\n"),
    ("", "| (U) One |\n| --- |\n| (S) 1 |\n"), ("", "> (S) One.\n"),
  ]

  /// A briefing whose title everybody may read.
  private static func briefing(_ fields: String, _ body: String) -> String {
    Workplace.briefing(fields, body: body).replacing(
      "title:\n  - (S) Title at full length\n  - (U) Title", with: "title: (U) Title")
  }

  @Test(arguments: marked)
  func isTheJoinOfWhatIsVisible(fields: String, body: String) throws {
    let place = try Workplace([
      "briefings/a.md": Self.briefing(fields, "(U) Seen by all.\n\n" + body),
      "briefings/b.md": Workplace.briefing(id: "TA-2026-AAAA"),
    ])
    defer { place.leave() }
    let low = try place.run("view", "briefings/a.md", "--as", "public")
    #expect(low.output.contains("\nbanner: \"U\"\n"), "\(low.errors)")
    let high = try place.run("view", "briefings/a.md", "--as", "national")
    #expect(high.output.contains("\nbanner: \"S\"\n"), "\(high.output)")
  }

  /// What has no part in the edition has none in its banner.
  @Test(arguments: [
    "related: [\"(S) TA-2026-BBBB\"]", "supersedes: (S) TA-2026-BBBB",
    "remarks: (S) One.", "topics: [\"(U) espionage\"]", "translation: {of: \"(S) nl\"}",
  ])
  func isNotThatOfWhatIsLeftOut(fields: String) throws {
    let place = try Workplace(
      policy: Workplace.policy.replacing("languages: [en]", with: "languages: [en, nl]"),
      [
        "briefings/a.md": Self.briefing(fields, "(U) Seen by all.\n"),
        "briefings/b.md": Workplace.briefing(id: "TA-2026-BBBB", "audiences: [public]"),
      ])
    defer { place.leave() }
    let high = try place.run("view", "briefings/a.md", "--as", "national")
    #expect(high.output.contains("\nbanner: \"U\"\n"), "\(high.output)\(high.errors)")
  }
}
