import Testing

/// What changes on a day changes on that day: not the day before, not the day after.
@Suite("Days on which something changes")
struct DayTests {
  /// Whether the body reads as expected on some days; an empty text where the briefing is absent.
  private func expect(
    _ fields: String, _ body: String, for audience: String = "public", _ days: [(String, String)]
  ) throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing(fields, body: body)])
    defer { place.leave() }
    for (day, text) in days {
      let view = try place.run(
        "view", "briefings/a.md", "--as", audience, "--body", "--as-of", day)
      #expect(view.output == text, "\(fields), \(day): \(view.errors)")
      #expect(view.status == (text.isEmpty ? 2 : 0))
    }
  }

  @Test func anEmbargoEndsOnItsDay() throws {
    try expect(
      "embargo: 2026-11-10", "(U) Text.\n", [("2026-11-09", ""), ("2026-11-10", "Text.\n")])
    // Each audience has its own, in whatever order they stand.
    let each = "embargo: {national: 2026-11-05, public: 2026-11-10}"
    try expect(each, "(U) Text.\n", [("2026-11-09", ""), ("2026-11-10", "Text.\n")])
    try expect(
      each, "(U) Text.\n", for: "national",
      [("2026-11-04", ""), ("2026-11-05", "(U) Text.\n")])
    try expect(
      "embargo: {public: 2026-11-10, national: 2026-11-05}", "(U) Text.\n", for: "national",
      [("2026-11-04", ""), ("2026-11-05", "(U) Text.\n")])
  }

  /// The latest entry in force counts, wherever it stands, and what it gives is not downgraded again.
  @Test func aDowngradeBeginsOnItsDay() throws {
    try expect(
      "downgrade: [{date: 2026-11-10, from: S, to: U}]", "(S) Text.\n\n(U) Open.\n",
      [("2026-11-09", "Open.\n"), ("2026-11-10", "Text.\n\nOpen.\n")])
    for order in [
      "{date: 2026-11-12, from: S, to: U}, {date: 2026-11-10, from: S, to: R}",
      "{date: 2026-11-10, from: S, to: R}, {date: 2026-11-12, from: S, to: U}",
    ] {
      try expect(
        "downgrade: [\(order)]", "(S) Text.\n\n(U) Open.\n",
        [
          ("2026-11-11", "Open.\n"), ("2026-11-12", "Text.\n\nOpen.\n"),
          ("2026-12-31", "Text.\n\nOpen.\n"),
        ])
    }
    try expect(
      "downgrade: [{date: 2026-11-10, from: S, to: R}, {date: 2026-11-10, from: R, to: U}]",
      "(S) Secret.\n\n(R) Restricted.\n\n(U) Open.\n", [("2026-11-11", "Restricted.\n\nOpen.\n")])
  }

  /// What is in no edition today comes out on a day when nobody looks: it is checked before.
  @Test(arguments: ["status: draft", "embargo: 2027-01-01", "embargo: {public: 2027-01-01}"])
  func whatComesOutLaterIsCheckedToday(field: String) throws {
    // In an edition the line below the item underlines its text.
    let briefing = Workplace.briefing(field, body: "::: U for public\n- Text.\n===\n:::\n")
      .replacing(
        "status: published\n", with: field.hasPrefix("status") ? "" : "status: published\n")
    let place = try Workplace(["briefings/a.md": briefing])
    defer { place.leave() }
    for command in ["check", "build"] {
      let run = try place.run(command, "--as-of", "2026-11-20")
      #expect(run.status == 1, "\(command): \(run.output)")
      let said = run.output + run.errors
      #expect(said.contains("becomes another one in an edition"), "\(said)")
      #expect(said.contains("[marking/hidden-block]"), "\(said)")
    }
  }

  @Test func aBriefingStandsOnItsLastDay() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing("expires: 2026-11-10", body: "(U) Text.\n")
    ])
    defer { place.leave() }
    let page = "briefings/a.md"
    let notice = "class=\"notice"
    var pages: [String] = []
    for day in ["2026-11-10", "2026-11-11"] {
      pages.append(
        try place.run("view", page, "--as", "public", "--format", "html", "--as-of", day).output)
    }
    #expect(!pages[0].contains(notice))
    #expect(pages[1].contains(notice))
    for (day, word) in [("2026-11-10", "2026-11-10 expires"), ("2026-11-11", "2026-11-10 expired")]
    {
      #expect(try place.run("status", "--as-of", day).output.contains(word + " "), "\(day)")
    }
  }

  /// Nobody is meant where no audience is named.
  @Test func anEmptyListOfAudiencesIsForNobody() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing("audiences: []")])
    defer { place.leave() }
    for audience in ["national", "public"] {
      let view = try place.run("view", "briefings/a.md", "--as", audience)
      #expect(view.output.isEmpty)
      #expect(view.status != 0)
    }
  }

  /// Versions of a briefing in two languages agree on what decides who reads it.
  @Test(arguments: [
    "embargo: 2026-11-10", "embargo: {public: 2026-11-10}", "audiences: [national]",
    "unmarked: U", "expires: 2027-01-01", "downgrade: [{date: 2026-11-10, from: S, to: U}]",
    "downgrade: [{date: 2999-01-01, from: S, to: U}]",
  ])
  func translationsAgree(fields: String) throws {
    let policy = Workplace.policy.replacing("languages: [en]", with: "languages: [en, nl]")
    let place = try Workplace(
      policy: policy,
      [
        "briefings/a.en.md": Workplace.briefing(fields),
        "briefings/a.nl.md": Workplace.briefing(language: "nl"),
      ])
    defer { place.leave() }
    let check = try place.run("check")
    #expect(check.status == 1)
    #expect((check.output + check.errors).contains("translation/differs"), "\(check.errors)")
  }

  /// So do the labels of what has no language, in a judgement too.
  @Test(arguments: [
    ("likelihood: \"(U) likely\"", "likelihood: likely"),
    ("likelihood: \"(U) likely\"", "marking: S, likelihood: \"(U) likely\""),
    (
      "likelihood: \"(U) likely\", changed: {from: \"(U) unlikely\", because: \"(U) y\"}",
      "likelihood: \"(U) likely\", changed: {from: \"(S) unlikely\", because: \"(U) y\"}"
    ),
  ])
  func translationsAgreeInLabels(english: String, dutch: String) throws {
    let policy = Workplace.policy.replacing("languages: [en]", with: "languages: [en, nl]")
    func judgement(_ field: String) -> String {
      "judgements: [{id: j1, text: \"(U) x\", \(field)}]"
    }
    for (other, differs) in [(english, false), (dutch, true)] {
      let place = try Workplace(
        policy: policy,
        [
          "briefings/a.en.md": Workplace.briefing(judgement(english)),
          "briefings/a.nl.md": Workplace.briefing(language: "nl", judgement(other)),
        ])
      defer { place.leave() }
      let check = try place.run("check")
      let output = check.output + check.errors
      #expect(output.contains("translation/labels-differ") == differs, "\(output)")
      #expect(check.status == (differs ? 1 : 0), "\(output)")
    }
  }

  /// With the clock in its place, a build that was to be the same each time silently is not.
  @Test(arguments: [
    "abc", "-1", "1.5", " 5", "5 ", "+5", "0x5", "", "253402300800", "99999999999999999999",
  ])
  func aDayThatIsNoNumberOfSecondsIsRefused(text: String) throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    for command in [
      ["build"], ["check"], ["audit"], ["status"], ["marks"], ["explain", "briefings/a.md"],
      ["view", "briefings/a.md", "--as", "public"], ["new", "alert", "Title"], ["init", "pub"],
      ["release", "--audience", "public", "--to", "r"], ["serve"],
    ] {
      let run = try place.run(command: command, environment: ["SOURCE_DATE_EPOCH": text])
      #expect(run.status == 64, "\(command)")
      #expect(run.output == "")
      #expect(
        run.errors == "tearline: error: SOURCE_DATE_EPOCH is no number of seconds\n", "\(command)")
    }
    #expect(try place.tree(".").keys.sorted() == ["briefings/a.md", "publication.yml"])
  }

  @Test(arguments: ["0", "007", "253402300799"])
  func aDayMayBeAnyWithAYearOfFourDigits(text: String) throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    let check = try place.run("check", environment: ["SOURCE_DATE_EPOCH": text])
    #expect(check.status != 64, "\(check.errors)")
  }
}
