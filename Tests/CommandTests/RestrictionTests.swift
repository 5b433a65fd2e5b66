import Foundation
import Testing

/// What was to keep something from somebody keeps it, or is an error.
@Suite("Restrictions")
struct RestrictionTests {
  /// Without a value a key would restrict nothing.
  @Test(arguments: [
    "embargo:", "embargo: ~", "embargo: null", "embargo: {}", "audiences:", "audiences: ~",
    "compilation:", "compilation: {}", "threat: {marking: ~, actor: Someone}",
    "threat:\n  marking:\n  actor: Someone", "advice:\n  - for:\n    do: Look.",
    "judgements:\n  - {text: One., changed: {marking: , because: Two.}}",
  ])
  func haveAValue(fields: String) throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing("unmarked: U\n" + fields, body: "Text.\n")
    ])
    defer { place.leave() }
    let check = try place.run("check")
    #expect(check.status == 1 && check.errors.contains("[front-matter/missing]"), "\(check.errors)")
    #expect(try place.run("view", "briefings/a.md", "--as", "public").output == "")
  }

  /// A run for one audience asks nothing of exceptions that others need, or nobody.
  @Test func exceptionsOfOthersAreTheirs() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(),
      "audit.yml": """
      exceptions:
        - {finding: 3f9ac0d2b1e47a65, reason: A number, expires: 2099-01-01}
      """,
    ])
    defer { place.leave() }
    let one = try place.run("build", "--audience", "public")
    #expect(one.status == 0 && one.errors == "", "\(one.errors)")
    let all = try place.run("build")
    #expect(all.status == 3 && all.errors.contains("[audit/unused-exception]"), "\(all.errors)")
  }

  @Test(arguments: [
    "- {finding: 3f9ac0d2b1e47a65, reason: ~, expires: 2099-01-01}",
    "- {finding: 3f9ac0d2b1e47a65, reason: A number, expires: 2099-02-30}",
    "- {finding: 3f9ac0d2b1e47a65, reason: A number, expires: 2099-13-01}",
    """
    - {finding: 3f9ac0d2b1e47a65, reason: A number, expires: 2099-01-01}
      - {finding: 3f9ac0d2b1e47a65, reason: Another, expires: 2099-02-01}
    """,
  ])
  func exceptionsAreInOrder(list: String) throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(), "audit.yml": "exceptions:\n  \(list)\n",
    ])
    defer { place.leave() }
    #expect(try place.run("build").errors.contains("[audit/exceptions]"))
  }

  /// Machines that read a run for one audience learn as little as people do.
  @Test(arguments: ["json", "sarif", "github"])
  func reportsForOneAudienceNameNoSource(format: String) throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    try place.write("<p>Title at full length</p>", to: "site/public/en/more.html")
    let one = try place.run("audit", "--audience", "public", "--format", format)
    #expect(one.status == 3 && one.output.contains("audit/withheld-"), "\(one.errors)")
    #expect(!one.output.contains("briefings/a.md") && !one.output.contains("finding "))
    let all = try place.run("audit", "--format", format)
    #expect(all.output.contains("briefings/a.md"))
    // An edition without its manifest says nothing of what belongs to it.
    try FileManager.default.removeItem(
      at: place.root.appending(path: "site/public/manifest.json"))
    #expect(try place.run("audit").errors.contains("[audit/no-manifest]"))
  }

  /// The name of a level counts in every language.
  @Test func namesOfLevelsInOtherLanguagesLookLikeMarks() throws {
    let policy = Workplace.policy
      .replacing("languages: [en]", with: "languages: [en, nl]")
      .replacing("name: SECRET", with: "name: {en: SECRET, nl: Stg. GEHEIM}")
    let place = try Workplace(
      policy: policy,
      ["briefings/a.md": Workplace.briefing("unmarked: U", body: "(Stg. Geheim) Een eenheid.\n")])
    defer { place.leave() }
    #expect(try place.run("check").errors.contains("[marking/unknown-label]"))
  }

  /// A word that may stand in parentheses is no mark and no level's name, in capitals or small.
  @Test(arguments: ["Secret", "secret", "Unclassified", "u", "nld"])
  func wordsAreNoMarksInOtherLetters(word: String) throws {
    let place = try Workplace(
      policy: Workplace.policy + "\nwords: [\(word)]\n",
      ["briefings/a.md": Workplace.briefing("unmarked: U", body: "(\(word)) A unit.\n")])
    defer { place.leave() }
    let check = try place.run("check")
    #expect(check.status == 1, "\(check.errors)")
    #expect(check.errors.contains("[policy/word-is-mark]"), "\(check.errors)")
  }

  /// Each translation goes to those that the others go to.
  @Test func translationsAgreeHoweverManyThereAre() throws {
    let place = try Workplace(
      policy: Workplace.policy.replacing("languages: [en]", with: "languages: [en, fr, nl]"),
      [
        "briefings/a.md": Workplace.briefing("audiences: [national]"),
        "briefings/b.md": Workplace.briefing(language: "fr", "audiences: [national]"),
        "briefings/c.md": Workplace.briefing(language: "nl"),
      ])
    defer { place.leave() }
    let check = try place.run("check")
    #expect(check.status == 1 && check.errors.contains("briefings/c.md"), "\(check.errors)")
  }

  /// A compilation is released to audiences that there are, and each translation to the same.
  @Test func compilationsAreReleasedToTheSame() throws {
    func check(_ lists: [String]) throws -> String {
      let place = try Workplace(
        policy: Workplace.policy.replacing("languages: [en]", with: "languages: [en, nl]"))
      defer { place.leave() }
      for (language, list) in zip(["en", "nl"], lists) {
        try place.write(
          Workplace.briefing(
            language: language, "compilation: {reason: Together, release-to: \(list)}"),
          to: "briefings/\(language).md")
      }
      return try place.run("check").errors
    }
    #expect(try check(["[publiek]"]).contains("[marking/unknown-audience]"))
    #expect(try check(["[public]", "[]"]).contains("[translation/differs]"))
    #expect(try !check(["[public]", "[public]"]).contains(" error: "))
  }

  /// In a list, where a withheld block ends nothing may tell.
  @Test(arguments: ["public", "national"], ["", "  - (U) d\n"])
  func theBlankLineBelowAWithheldBlockIsItsOwn(audience: String, nested: String) throws {
    let indent = nested.isEmpty ? "  " : "    "
    func view(_ blank: String) throws -> String {
      let code = ["```", "[x]{S}", "```"].map { indent + $0 + "\n" }.joined()
      return try Self.view("- (U) a\n" + nested + code + blank + "- (U) b\n", audience)
    }
    let without = try view("")
    #expect(without.contains("a") && !without.contains("x"))
    #expect(try view("\n") == without)
  }

  /// A list goes on behind what was withheld, in a quote too.
  @Test(arguments: ["", "> "])
  func numbersGoOn(prefix: String) throws {
    let body = ["1. (U) a", "", "(S) Hidden.", "", "2. (U) c"].map { prefix + $0 + "\n" }.joined()
    #expect(
      try Self.view(body, "public").replacing(prefix, with: "").filter { $0 != ">" }
        == "1. a\n\n2. c\n")
  }

  private static func view(_ body: String, _ audience: String) throws -> String {
    let place = try Workplace(
      policy: Workplace.policy.replacing("clearance: S", with: "clearance: R"),
      ["briefings/a.md": Workplace.briefing(body: body)])
    defer { place.leave() }
    return try place.run("view", "briefings/a.md", "--as", audience, "--body").output
  }
}
