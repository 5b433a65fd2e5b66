import Testing

/// Rules for what stands in a policy, each with a policy that breaks it.
@Suite struct PolicyRuleTests {
  private func errors(_ policy: String) throws -> String {
    let place = try Workplace(policy: policy, ["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    return try place.run("check").errors
  }

  @Test(arguments: [
    ("title: Briefings", "title: {}", "policy/missing"),
    ("title: Briefings", "title: \"\"", "policy/missing"),
    ("title: Briefings", "title: Briefings\nwords: [\" S \"]", "policy/word-is-mark"),
    ("title: Briefings", "title: Briefings\nwords: [Ｓ]", "policy/word-is-mark"),
    ("title: Briefings", "title: Briefings\nwords: [\"s//rel  to nld\"]", "policy/word-is-mark"),
    ("mailto:desk@service.example", "javascript:alert(1)", "policy/value"),
    ("mailto:desk@service.example", "mailto:", "policy/value"),
    ("https://www.service.example", "https://", "policy/value"),
    ("https://www.service.example", "https:///x", "policy/value"),
    ("name: Netherlands}]", "name: Netherlands}, {mark: S, name: Sweden}]", "policy/mark"),
    ("name: Netherlands}]", "name: Netherlands}, {mark: REL, name: Relatives}]", "policy/mark"),
    ("groups: [NLD], redaction", "groups: [NLD, BEL], redaction", "policy/value"),
    ("topics:", "advice-contract: {threat-level: hihg}\ntopics:", "policy/value"),
    ("languages: [en]", "languages: [en, ../x]", "policy/value"),
    ("{espionage: Espionage}", "{espionage: Espionage, a/b: Drones}", "policy/value"),
    ("{espionage: Espionage}", "{espionage: Espionage, Espionage: Spying}", "policy/value"),
    (
      "{id: high, name: High}]}]",
      "{id: high, name: High}]}, {since: 2020-01-01, values: [{id: dire}]}]", "policy/value"
    ),
  ])
  func aPolicyIsHeldToItsForm(old: String, new: String, code: String) throws {
    let policy = Workplace.policy.replacing(old, with: new)
    #expect(policy != Workplace.policy)
    let errors = try errors(policy)
    #expect(errors.contains("[\(code)]"), "\(errors)")
    #expect(errors.components(separatedBy: ": error: ").count == 2, "\(errors)")
  }

  @Test func aNameInTooFewLanguagesIsAWarning() throws {
    let policy = Workplace.policy.replacing("languages: [en]", with: "languages: [en, nl]")
      .replacing("espionage: Espionage", with: "espionage: {en: Espionage}")
    let errors = try errors(policy)
    #expect(errors.contains("warning: 'espionage' has no name in nl"), "\(errors)")
  }

  /// Pages in a language that the theme does not speak are in another: the build says so.
  @Test func aLanguageWithoutWordsIsTold() throws {
    let place = try Workplace(
      policy: Workplace.policy.replacing("languages: [en]", with: "languages: [en, fr]"),
      ["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    let build = try place.run("build")
    #expect(build.status == 0 && build.errors.contains("[template/no-words]"), "\(build.errors)")
  }

  /// A byte order mark is read as if it were not there, by the audit as well, and in files of words.
  @Test func aByteOrderMarkIsNoPartOfAFile() throws {
    let place = try Workplace(
      policy: "\u{FEFF}" + Workplace.policy,
      [
        "briefings/a.md": Workplace.briefing(),
        "templates/words/en.x.txt": "\u{FEFF}home = Zwaluwstaart\n",
      ])
    defer { place.leave() }
    let build = try place.run("build")
    #expect(build.status == 0, "\(build.errors)")
    let page = try #require(try place.tree("site/public")["en/briefings/ta-2026-7k3f/index.html"])
    #expect(String(decoding: page, as: UTF8.self).contains("Zwaluwstaart"))
  }

  /// Folders of a theme have these names.
  @Test(arguments: ["words", "partials"]) func noAudienceIsCalledAsAFolderOfAThemeIs(id: String)
    throws
  {
    let errors = try errors(Workplace.policy.replacing("  public: {", with: "  \(id): {"))
    #expect(errors.contains("[policy/value]"), "\(errors)")
  }
}
