import Foundation
import Testing

/// What is released of a field reads as it was released, also where words were taken out of it.
@Suite("Released fields")
struct ReleasedFieldTests {
  /// A value that is given by its number is that of the scale as it stood on the day of issue.
  @Test(
    arguments: [
      ("2020-05-05", "3", "third"), ("2026-05-05", "3", "c"), ("2020-05-05", "c", nil),
    ], [false, true])
  func aNumberIsReadAsOnItsDay(
    _ given: (issued: String, level: String, value: String?), newestIsFirst: Bool
  ) throws {
    let (issued, level, value) = given
    let old = ["first", "second", "third"].map { "{id: \($0), name: \($0)}" }
    let new = ["a", "b", "c", "d", "e"].map { "{id: \($0), name: \($0)}" }
    func values(_ all: [String]) -> String { "[" + all.joined(separator: ", ") + "]" }
    let versions = [
      "{since: 2016-01-01, values: \(values(old))}", "{since: 2026-01-01, values: \(values(new))}",
    ]
    let place = try Workplace(
      policy: Workplace.policy.replacing(
        "[{since: 2020-01-01, values: [{id: low, name: Low}, {id: high, name: High}]}]",
        with: "[" + (newestIsFirst ? versions.reversed() : versions).joined(separator: ", ") + "]"),
      [
        "briefings/a.md": Workplace.briefing("threat: {level: \"(U) \(level)\"}").replacing(
          "issued: 2026-11-02", with: "issued: \(issued)")
      ])
    defer { place.leave() }
    let view = try place.run("view", "briefings/a.md", "--as", "public")
    if let value {
      #expect(view.output.contains("level: \"\(value)\""), "\(view.output)\(view.errors)")
    } else {
      #expect(
        view.status == 1 && view.errors.contains("front-matter/unknown-value"), "\(view.errors)")
    }
  }

  private static let texts = [
    "(U) seen by [ Unit 7 ]{S|them } today", "(U) [ abc]{U|x}", "(U) [abc ]{U|x}",
    "(U) [ Sum]{U|x} today", "(U) one [two]{S| three} four", "(U) one [ two]{S|three } four",
    "(U) [one]{S|two }", "(U) by [ [Acme ]{S|a firm } of ]{U|x} ours",
  ]

  @Test(arguments: texts, ["public", "national"])
  func aSiteMadeOfAReleaseIsThatOfTheWhole(text: String, audience: String) throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(
        """
        summary: "\(text)"
        threat: {actor: "\(text)"}
        advice: [{do: "\(text)", when: "(U) now", by: "(U) all"}]
        """)
    ])
    defer { place.leave() }
    let build = try place.run("build", "--audience", audience)
    #expect(build.status == 0, "\(build.errors)")
    let release = try place.run("release", "--audience", audience, "--to", "released")
    #expect(release.status == 0, "\(release.errors)")
    let again = try place.run("build", "-C", "released", "--audience", audience)
    #expect(again.status == 0, "\(again.errors)")
    let sites = try ["site", "released/site"].map { try place.tree("\($0)/\(audience)") }
    #expect(sites[0].count > 10)
    #expect(sites[0].keys.filter { sites[0][$0] != sites[1][$0] }.sorted() == [], "\(text)")
  }

  /// The site of the public, which is the same built of the publication and of what is released of it.
  private func siteOfBoth(_ place: Workplace) throws -> [String: Data] {
    for arguments in [
      ["build", "--audience", "public"], ["release", "--audience", "public", "--to", "released"],
      ["build", "-C", "released", "--audience", "public"],
    ] {
      let outcome = try place.run(command: arguments)
      #expect(outcome.status == 0, "\(arguments): \(outcome.errors)")
    }
    let sites = try ["site", "released/site"].map { try place.tree("\($0)/public") }
    #expect(sites[0].keys.filter { sites[0][$0] != sites[1][$0] }.sorted() == [])
    return sites[0]
  }

  /// Colours of levels, and the ground of a token wherever it stands, are in the released policy too.
  @Test func aReleaseHasWhatPagesAreMadeOf() throws {
    let policy = Workplace.policy
      .replacing(
        "{mark: U, name: UNCLASSIFIED}", with: "{mark: U, name: UNCLASSIFIED, color: \"#007A33\"}"
      )
      .replacing("redaction: omit", with: "redaction: mark")
    let body = "(U) Open.\n\n::: U because sources\n> (U) Seen.\n>\n> (S) Hidden.\n:::\n"
    let place = try Workplace(policy: policy, ["briefings/a.md": Workplace.briefing(body: body)])
    defer { place.leave() }
    let site = try siteOfBoth(place)
    let page = site["en/briefings/ta-2026-7k3f/index.html"]
    #expect(
      page.map { String(decoding: $0, as: UTF8.self).contains("protection of sources") } == true)
  }

  /// What builds is released as something that builds to the same site, however long it is.
  @Test(arguments: [
    String(repeating: "- (U) An item of a list.\n", count: 600) + "::: S\nHidden.\n:::\n"
      + String(repeating: "- (U) An item of a list.\n", count: 250),
    "(U) " + String(repeating: "a", count: 8180) + "\n",
    "(U) [" + String(repeating: "[", count: 450) + "\n\n::: S\nx\n:::\n\n(U) y\n",
  ])
  func whatIsLongIsReleasedAsItIs(body: String) throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing(body: body)])
    defer { place.leave() }
    for audience in ["national", "public"] {
      let build = try place.run("build", "--audience", audience)
      #expect(build.status == 0, "\(build.errors)")
      #expect(try place.run("release", "--audience", audience, "--to", "r-\(audience)").status == 0)
      let again = try place.run("build", "-C", "r-\(audience)")
      #expect(again.status == 0, "\(again.errors)")
      #expect(try place.tree("site/\(audience)") == place.tree("r-\(audience)/site/\(audience)"))
    }
  }

  /// What cannot be built is not released, though it can be built here.
  @Test(arguments: [
    (
      "",
      String(repeating: "- (U) An item of a list.\n", count: 600) + "::: S\nHidden.\n:::\n"
        + String(repeating: "- (U) An item of a list.\n", count: 600), "limit/run"
    ),
    ("", "(U) " + String(repeating: "![a](p.svg) ", count: 480) + "\n", "limit/line"),
    (
      "vulnerabilities:\n"
        + String(repeating: "  - '(U) \(String(repeating: "\"", count: 7900))'\n", count: 30),
      "(U) x\n", "limit/document"
    ),
  ])
  func whatCannotBeBuiltIsNotReleased(fields: String, body: String, code: String) throws {
    let picture =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"><path d=\"M0 0\"/></svg>"
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(fields, body: body), "briefings/p.svg": picture,
    ])
    defer { place.leave() }
    #expect(try place.run("check").status == 0)
    let release = try place.run("release", "--audience", "public", "--to", "r")
    #expect(release.status == 1, "\(release.errors)")
    #expect(release.errors.contains("briefings/a.md: error: in what is released, "))
    #expect(release.errors.contains("[\(code)]"), "\(release.errors)")
    #expect(try place.tree("r").isEmpty)
  }

  /// A text of many lines is one in a release.
  @Test func aLongFieldIsReleasedAsItIs() throws {
    let lines = String(repeating: "  A sentence with \"quotes\" in it.\n", count: 380)
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing("summary: >\n  (U) x\n" + lines)
    ])
    defer { place.leave() }
    #expect(try place.run("build", "--audience", "public").status == 0)
    #expect(try place.run("release", "--audience", "public", "--to", "r").status == 0)
    let again = try place.run("build", "-C", "r")
    #expect(again.status == 0, "\(again.errors)")
  }

  /// YAML takes one word for nothing.
  @Test func aKindMayBeCalledNull() throws {
    let place = try Workplace(
      policy: Workplace.policy.replacing(
        "languages: [en]", with: "languages: [en]\nkinds: [\"null\"]"),
      ["briefings/a.md": Workplace.briefing().replacing("kind: alert", with: "kind: \"null\"")])
    defer { place.leave() }
    let release = try place.run("release", "--audience", "public", "--to", "r")
    #expect(release.status == 0, "\(release.errors)")
    let again = try place.run("build", "-C", "r")
    #expect(again.status == 0, "\(again.errors)")
  }

  /// Words of one audience may have its name; in what is released to it they have nobody else to come to.
  @Test func wordsOfAnAudienceAreReleased() throws {
    let words = "templates/public/words/en.public.txt"
    let place = try Workplace(["briefings/a.md": Workplace.briefing(), words: "home = Start\n"])
    defer { place.leave() }
    #expect(try place.run("build", "--audience", "public").status == 0)
    #expect(try place.run("release", "--audience", "public", "--to", "r").status == 0)
    let again = try place.run("build", "-C", "r")
    #expect(again.status == 0, "\(again.errors)")
    #expect(try place.tree("site/public") == place.tree("r/site/public"))
  }

  /// So are the bands of words, and the version that a translation follows.
  @Test func aReleaseHasBandsAndVersions() throws {
    let policy = Workplace.policy.replacing("languages: [en]", with: "languages: [en, nl]")
      .replacing(
        "scales:",
        with: "scales:\n  likelihood: [{since: 2020-01-01, values: "
          + "[{id: rare, band: [1, 20]}, {id: often, band: [60, 90]}]}]")
    let fields = """
      unmarked: U
      revisions: [{date: 2026-11-05, note: "(U) More."}]
      judgements: [{id: j1, text: "(U) They come.", likelihood: "(U) often"}]

      """
    let place = try Workplace(
      policy: policy,
      [
        "briefings/a.en.md": Workplace.briefing(fields),
        "briefings/a.nl.md": Workplace.briefing(
          language: "nl", fields + "translation: {of: en, revision: 2026-11-05}"),
      ])
    defer { place.leave() }
    let site = try siteOfBoth(place)
    let page = String(
      decoding: site["nl/briefings/ta-2026-7k3f/index.html"] ?? Data(), as: UTF8.self)
    #expect(
      page.contains("60–90") && page.contains("uit het Engels, naar de versie van 5 november 2026"))
  }
}
