import Testing

/// Marks that do not do what their author may think, in places where a rule could forget to look.
@Suite struct WarningTests {
  private func errors(_ files: [String: String]) throws -> String {
    let place = try Workplace(files)
    defer { place.leave() }
    return try place.run("check").errors
  }

  /// A mark that restricts nothing that its row or its column does not is told, with what it stands in.
  @Test func aCellsMarkWithoutEffectIsTold() throws {
    let table = "| (U) One | (S) Two |\n| --- | --- |\n"
    for (row, inside) in [
      ("| (S) a | (U) b |", "S"), ("| (U) a | (U) b |", "S"), ("| (S) a | (S) b |", nil),
      ("| (U) a | (S) b |", nil), ("| (U) a | (S//REL TO NLD) b |", nil),
    ] {
      let errors = try errors(["briefings/a.md": Workplace.briefing(body: table + row + "\n")])
      let says = inside.map { "a.md:15: warning: the mark U has no effect inside \($0)" }
      #expect(errors.contains("[marking/no-effect]") == (says != nil), "\(row) \(errors)")
      #expect(says.map(errors.contains) ?? true, "\(row) \(errors)")
    }
  }

  /// The heading that a link names can be in the translation that cannot be read just now.
  @Test func aBrokenTranslationMakesNoBrokenLinks() throws {
    let policy = Workplace.policy.replacing("languages: [en]", with: "languages: [en, nl]")
      .replacing("name: Espionage", with: "name: {en: Espionage, nl: Spionage}")
    func errors(_ heading: String) throws -> String {
      let place = try Workplace(
        policy: policy,
        [
          "briefings/a.en.md": Workplace.briefing(body: "## (U) What is so\n\n\(heading)\n"),
          "briefings/a.nl.md": Workplace.briefing(
            language: "nl", body: "## (U) Wat zo is\n\n(U) Dat.\n"),
          "briefings/b.en.md": Workplace.briefing(
            id: "TA-2026-8888", body: "(U) [There](briefing:TA-2026-7K3F#what-is-so).\n"),
        ])
      defer { place.leave() }
      return try place.run("check").errors
    }
    #expect(!(try errors("(U) This.").contains("link/unknown-anchor")))
    let broken = try errors("(X) This.")
    #expect(broken.contains("marking/unknown-label"), "\(broken)")
    #expect(!broken.contains("link/unknown-anchor"), "\(broken)")
  }

  /// What keeps an audience out of a compilation is that it is not named there, and no title helps.
  @Test(arguments: [("national", true), ("national, public", false)])
  func whatKeepsAnAudienceOutIsSaid(released: String, isKeptOut: Bool) throws {
    let errors = try errors([
      "briefings/a.md": Workplace.briefing(
        """
        audiences: [national, public]
        compilation: {reason: Together they say more, release-to: [\(released)]}
        """, body: "(U) Two.\n\n(U) Three.\n")
    ])
    #expect(errors.contains("[marking/nothing-for-audience]") == isKeptOut, "\(errors)")
    #expect(errors.contains("name it in 'release-to' of 'compilation' too") == isKeptOut)
  }

  /// A briefing for some has portions that none of these may see.
  @Test func whatTheAudiencesOfABriefingMayNotSeeIsTold() throws {
    for (audiences, isTold) in [("public", true), ("national", false), ("national, public", false)]
    {
      let errors = try errors([
        "briefings/a.md": Workplace.briefing("audiences: [\(audiences)]", body: "(U) a\n\n(S) b\n")
      ])
      #expect(errors.contains("a.md:15: warning: ") == isTold, "\(audiences) \(errors)")
      #expect(errors.contains("[marking/no-reader]") == isTold, "\(audiences) \(errors)")
    }
  }

  /// Versions that nobody reads are told of in each field.
  @Test(arguments: [
    "supersedes: [\"(U) TA-2026-8888\", \"(S) TA-2026-9999\"]",
    "advice: [{do: (U) x, when: [\"(U) now\", \"(S) later\"]}]",
    "sources: [{description: \"(U) x\", kind: [\"(U) open\", \"(S) human\"]}]",
  ])
  func versionsInTheWrongOrderAreTold(fields: String) throws {
    let fields = fields.replacing("do: (U) x", with: "do: \"(U) x\"")
    let errors = try errors(["briefings/a.md": Workplace.briefing(fields)])
    #expect(errors.contains("[marking/tear-order]"), "\(errors)")
  }

  /// A file that could not be read at all may be the one that a reference leads to.
  @Test func aFileThatIsTooLargeMayBeTheOneThatIsNamed() throws {
    let large = Workplace.briefing(
      id: "TA-2026-8888", body: String(repeating: "(U) x\n\n", count: 50_000))
    let link = Workplace.briefing(
      body: "(U) [x](briefing:TA-2026-8888) and [y](briefing:TA-2026-9999)\n")
    let errors = try errors(["briefings/a.md": link, "briefings/b.md": large])
    #expect(
      errors.contains("[limit/document]") && !errors.contains("unknown-briefing"), "\(errors)")
    #expect(try self.errors(["briefings/a.md": link]).contains("[link/unknown-briefing]"))
  }

  /// A link without words is told at its own line, whatever marks stand before it.
  @Test func aLinkWithoutWordsIsToldAtItsLine() throws {
    let errors = try errors([
      "briefings/a.md": Workplace.briefing(
        body: "(U) One [long secret words and more]{S|x}[a]{S|b}\n[](https://x.example) is here\n")
    ])
    #expect(errors.contains("a.md:14:"), "\(errors)")
    #expect(errors.contains("[link/empty]"), "\(errors)")
  }
}
