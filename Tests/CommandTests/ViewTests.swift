import Foundation
import Testing

@Suite("A look at one briefing of many")
struct ViewTests {
  /// Two versions of one briefing that names four others: one for all, one for few, one that no
  /// file has; and a briefing that nothing ties to it.
  private static let files: [String: String] = {
    func named(_ id: String, _ language: String, _ more: String) -> String {
      Workplace.briefing(
        id: id, language: language, more,
        body: """
          (U) See [all](briefing:TA-2026-AAAA#first), [few](briefing:TA-2026-BBBB), \
          [wrong](briefing:TA-2026-AAAA#second), [none](briefing:TA-2026-CCCC) and [here](#below).

          ## (U) Below
          """)
    }
    let ties = """
      related: [TA-2026-AAAA, TA-2026-BBBB]
      supersedes: TA-2026-DDDD
      summary: "(U) See [the field](briefing:TA-2026-FFFF)."
      """
    return [
      "briefings/a.en.md": named("TA-2026-7K3F", "en", ties),
      "briefings/a.nl.md": named(
        "TA-2026-7K3F", "nl", ties + "\ntranslation: {of: en, revision: 2026-11-02}"),
      "briefings/all.md": Workplace.briefing(id: "TA-2026-AAAA", body: "## (U) First\n\n(U) A.\n"),
      "briefings/few.md": Workplace.briefing(id: "TA-2026-BBBB", "audiences: [national]"),
      "briefings/field.md": Workplace.briefing(id: "TA-2026-FFFF"),
      // An id that its bytes do not show.
      "briefings/old.md": Workplace.briefing(id: #""TA-2026-\x44DDD""#),
      "briefings/other.md": Workplace.briefing(id: "TA-2026-EEEE"),
    ]
  }()

  private static let policy = Workplace.policy.replacingOccurrences(
    of: "languages: [en]", with: "languages: [en, nl]")

  @Test func isWhatTheEditionHas() throws {
    let place = try Workplace(policy: Self.policy, Self.files)
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    for audience in ["national", "public"] {
      for language in ["en", "nl"] {
        let page = try place.tree("site/\(audience)/\(language)/briefings/ta-2026-7k3f")["index.md"]
        let view = try place.run("view", "briefings/a.\(language).md", "--as", audience)
        #expect(view.output == page.map { String(decoding: $0, as: UTF8.self) })
      }
    }
    let high = try place.run("view", "briefings/a.nl.md", "--as", "national").output
    #expect(high.contains("  - \"TA-2026-AAAA\"\n  - \"TA-2026-BBBB\"\nsupersedes: TA-2026-DDDD\n"))
    #expect(high.contains("translation:\n  of: en\n"))
    let low = try place.run("view", "briefings/a.nl.md", "--as", "public").output
    #expect(low.contains("See [the field](briefing:TA-2026-FFFF)."))
    #expect(low.contains("[all](briefing:TA-2026-AAAA#first), few, wrong, none and here."))
  }

  @Test func isStoppedByErrorsInWhatItNamesAlone() throws {
    let place = try Workplace(policy: Self.policy, Self.files)
    defer { place.leave() }
    func status(withError path: String, id: String) throws -> Int32 {
      try place.write(Workplace.briefing(id: id, body: "(X) Text.\n"), to: path)
      defer { _ = try? place.write(Self.files[path] ?? "", to: path) }
      return try place.run("view", "briefings/a.en.md", "--as", "public").status
    }
    #expect(try status(withError: "briefings/other.md", id: "TA-2026-EEEE") == 0)
    #expect(try status(withError: "briefings/all.md", id: "TA-2026-AAAA") == 1)
    #expect(try status(withError: "briefings/a.nl.md", id: "TA-2026-7K3F") == 1)
  }

  /// Schemes of addresses are the same in capitals.
  @Test func linksInCapitalsAreLinks() throws {
    var files = Self.files
    files["briefings/a.en.md"] = Workplace.briefing(
      body: "(U) See [all](BRIEFING:TA-2026-AAAA), [few](BrieFing:TA-2026-BBBB) and [a][x].\n\n"
        + "[x]: Briefing:TA-2026-BBBB\n")
    files["briefings/a.nl.md"] = nil
    let place = try Workplace(policy: Self.policy, files)
    defer { place.leave() }
    let low = try place.run("view", "briefings/a.en.md", "--as", "public", "--body")
    #expect(!low.output.contains("BBBB"), "\(low.errors)")
    #expect(low.output.contains("TA-2026-AAAA), few and a."), "\(low.output)")
  }

  @Test func viewAsTextKeepsItemsAndCellsApart() throws {
    let body = """
      (U) Call *the* mayor.[^a]

      - (U) Close the port
        1. Gate one
        2. Gate two
      - [x] (U) Done

      | (U) Port | (U) Tries |
      | --- | --- |
      | (U) Delfzijl | 1<br>2 |

      > (U) One
      >
      > (U) Two\\
      > and three

      [^a]: (U) Note.
      """
    let place = try Workplace(["briefings/a.md": Workplace.briefing("unmarked: U", body: body)])
    defer { place.leave() }
    let text = try place.run("view", "briefings/a.md", "--as", "public", "--format", "text")
    #expect(
      text.output == """
        Call the mayor.[1]

        - Close the port
          1. Gate one
          2. Gate two
        - [x] Done

        Port\tTries
        Delfzijl\t1 2

        One

        Two
        and three

        [1] Note.

        """)
  }

  @Test func viewHasThreeForms() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    let page = try place.run("view", "briefings/a.md", "--as", "public", "--format", "html")
    let built = try #require(
      try place.tree("site/public")["en/briefings/ta-2026-7k3f/index.html"])
    #expect(page.output == String(decoding: built, as: UTF8.self))
    let text = try place.run("view", "briefings/a.md", "--as", "public", "--format", "text")
    #expect(text.output == "Seen by all.\n")
  }

  private func body(_ files: [String: String], policy: String = Workplace.policy) throws -> String {
    let place = try Workplace(policy: policy, files)
    defer { place.leave() }
    return try place.run("view", "briefings/a.md", "--as", "public", "--body").output
  }

  /// A heading counts that any language's version has, and an id that stands behind much else.
  @Test func linksToWhatIsAnywhere() throws {
    func link(_ anchor: String) -> String {
      Workplace.briefing(body: "(U) See [it](briefing:TA-2026-8888\(anchor)).\n")
    }
    let files = [
      "briefings/a.md": link("#kop"),
      "briefings/b.en.md": Workplace.briefing(id: "TA-2026-8888", body: "## (U) Head\n\n(U) A.\n"),
      "briefings/b.nl.md": Workplace.briefing(
        id: "TA-2026-8888", language: "nl", body: "## (U) Kop\n\n(U) A.\n"),
    ]
    #expect(try body(files, policy: Self.policy).contains("[it](briefing:TA-2026-8888#kop)"))
    let line = "  - \(String(repeating: "a note to colleagues ", count: 4))\n"
    let late = Workplace.briefing(id: "TA-2026-8888").replacing("id: TA-2026-8888\n", with: "")
      .replacing(
        "kind: alert\n",
        with: "remarks:\n" + String(repeating: line, count: 200) + "id: TA-2026-8888\nkind: alert\n"
      )
    let far = ["briefings/a.md": link(""), "briefings/b.md": late]
    #expect(try body(far).contains("[it](briefing:TA-2026-8888)"))
  }

  /// A notice keeps its day; an empty code block is nothing; a translation's marking binds what is in it.
  @Test func hasWhatIsReleasedOfFields() throws {
    let withdrawn = Workplace.briefing(
      "expires: 2027-11-02\nwithdrawal: {date: \"(U) 2026-11-03\", reason: \"(U) Wrong.\"}"
    ).replacing("status: published", with: "status: withdrawn")
    let empty = Workplace.briefing(body: "(S) Secret.\n\n::: U\n```\n```\n:::\n")
    let translated = Workplace.briefing(
      language: "nl", "unmarked: U\ntranslation: {marking: S, of: en}")
    let place = try Workplace(
      policy: Self.policy,
      [
        "briefings/a.md": withdrawn,
        "briefings/b.md": empty.replacing("TA-2026-7K3F", with: "TA-2026-AAAA"),
        "briefings/c.en.md": Workplace.briefing(id: "TA-2026-BBBB", "unmarked: U"),
        "briefings/c.nl.md": translated.replacing("TA-2026-7K3F", with: "TA-2026-BBBB"),
      ])
    defer { place.leave() }
    #expect(
      try place.run("view", "briefings/a.md", "--as", "public").output.contains(
        "expires: 2027-11-02"))
    let nothing = try place.run("view", "briefings/b.md", "--as", "public")
    #expect(nothing.status == 2 && nothing.output.isEmpty, "\(nothing.output)")
    let dutch = try place.run("view", "briefings/c.nl.md", "--as", "public")
    #expect(dutch.status == 0 && !dutch.output.contains("translation"), "\(dutch.output)")
  }

  /// What changed stands there newest first, however it was written.
  @Test func revisionsStandNewestFirst() throws {
    let revisions = ["05", "09", "07"].map { "  - {date: 2026-11-\($0), note: \"(U) x.\"}" }
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing("revisions:\n" + revisions.joined(separator: "\n"))
    ])
    defer { place.leave() }
    let view = try place.run("view", "briefings/a.md", "--as", "public")
    #expect(view.output.matches(of: /- date: 2026-11-(\d\d)/).map { $0.1 } == ["09", "07", "05"])
  }

  /// A link may write the anchor of a heading as an address does.
  @Test(arguments: ["#caf%C3%A9", "#caf%c3%a9", "#café", "briefing:TA-2026-7K3F#caf%C3%A9"])
  func anEncodedAnchorLeadsToItsHeading(url: String) throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(body: "(U) [Where](\(url))\n\n## (U) Café\n\n(U) x\n")
    ])
    defer { place.leave() }
    let view = try place.run("view", "briefings/a.md", "--as", "public")
    #expect(view.output.contains("[Where](\(url))"), "\(view.output)")
    #expect(!(try place.run("check").errors.contains("link/unknown-anchor")))
    try place.write(
      Workplace.briefing(body: "(U) [Where](#caf%C3)\n\n## (U) Café\n\n(U) x\n"),
      to: "briefings/a.md")
    #expect(try place.run("check").errors.contains("link/unknown-anchor"))
  }

  /// What is wrong with another briefing does not hide that this one is not there.
  @Test func aBriefingThatIsNotThereIsToldFirst() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing(body: "(X) y")])
    defer { place.leave() }
    let view = try place.run("view", "briefings/b.md", "--as", "public")
    #expect(
      view.status == 64 && view.errors.contains("no briefing at briefings/b.md: name its file"),
      "\(view.errors)")
  }

  /// Where there is no publication, that is told.
  @Test func aPublicationThatIsNotThereIsToldFirst() throws {
    let place = try Workplace(policy: nil)
    defer { place.leave() }
    let view = try place.run("view", "briefings/b.md", "--as", "public")
    #expect(view.status == 1 && view.errors.contains("[publication/missing]"), "\(view.errors)")
  }

  /// A link in the description of an image that is gone was none, and comes to be none.
  @Test func aLinkInADescriptionStaysNone() throws {
    let picture =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"2\"><path d=\"M0 0\"/></svg>"
    let body = "(U) ![see [x](https://u.example) y][pic] z\n\n[pic]: p.svg\n"
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(body: body), "briefings/p.svg": picture,
    ])
    defer { place.leave() }
    let view = try place.run("view", "briefings/a.md", "--as", "public", "--body")
    #expect(view.output == "see x y z\n", "\(view.output) \(view.errors)")
  }
}
