import Foundation
import Testing

/// What goes with something that an audience does not get stays behind too.
@Suite("What stays behind")
struct NarrowingTests {
  /// A date with a mark of its own is not read as its note is.
  @Test func datesHaveMarksOfTheirOwn() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(
        "revisions:\n  - {date: \"(S) 2026-11-03\", note: \"(U) Corrected.\"}\n"
          + "  - {date: \"(U) 2026-11-05\", note: \"(S) Hidden.\"}")
    ])
    defer { place.leave() }
    let low = try place.run("view", "briefings/a.md", "--as", "public")
    #expect(!low.output.contains("2026-11-03"), "\(low.errors)")
    #expect(!low.output.contains("Hidden"))
    #expect(try place.run("view", "briefings/a.md", "--as", "national").output.contains("11-03"))
  }

  /// An edition in one language has the policy's words in that language alone.
  @Test func wordsOfOtherLanguagesAreLeftOut() throws {
    let policy = Workplace.policy
      .replacing("languages: [en]", with: "languages: [en, nl]")
      .replacing(
        "{id: high, name: High}",
        with: "{id: high, name: {en: High, nl: Hoogst}, meaning: {en: Act., nl: Handel.}}"
      )
      .replacing("espionage: Espionage", with: "espionage: {en: Espionage, nl: Spionage}")
    let place = try Workplace(
      policy: policy,
      [
        "briefings/a.md": Workplace.briefing(
          "threat: {level: \"(U) high\"}\ntopics: [\"(U) espionage\"]", body: "(U) Text.\n"),
        "briefings/b.md": Workplace.briefing(
          id: "TA-2026-BBBB", language: "nl", "audiences: [national]"),
      ])
    defer { place.leave() }
    for (audience, isThere) in [("public", false), ("national", true)] {
      let release = try place.run("release", "--audience", audience, "--to", audience)
      #expect(release.status == 0, "\(release.errors)")
      let text = try String(
        contentsOf: place.root.appending(path: audience + "/publication.yml"), encoding: .utf8)
      #expect(text.contains("Act.") && text.contains("Espionage"), "\(text)")
      for word in ["Hoogst", "Handel.", "Spionage"] {
        #expect(text.contains(word) == isThere, "\(audience): \(word)")
      }
    }
  }

  /// Of interests and languages too an edition has its own alone.
  @Test func interestsAndLanguagesOfOthersAreLeftOut() throws {
    let policy = Workplace.policy
      .replacing("languages: [en]", with: "languages: [en, nl]")
      .replacing(
        "topics:", with: "interests: {ports: {en: Ports, nl: Zeehavens}}\ntopics:")
    for audiences in ["[national, public]", "[national]"] {
      let place = try Workplace(
        policy: policy,
        [
          "briefings/a.md": Workplace.briefing(
            "audiences: \(audiences)\ninterests: [\"(U) ports\"]", body: "(U) Text.\n"),
          "briefings/b.md": Workplace.briefing(
            id: "TA-2026-BBBB", language: "nl", "audiences: [national]"),
        ])
      defer { place.leave() }
      let isThere = audiences.contains("public")
      let release = try place.run("release", "--audience", "public", "--to", "public")
      #expect(release.status == 0, "\(release.errors)")
      let text = try String(
        contentsOf: place.root.appending(path: "public/publication.yml"), encoding: .utf8)
      #expect(text.contains("Ports") == isThere, "\(text)")
      #expect(!text.contains("Zeehavens") && !text.contains("nl"), "\(text)")
      let build = try place.run("build", "--audience", "public")
      #expect(build.status == 0, "\(build.errors)")
      #expect(try !place.tree("site/public").keys.contains { $0.hasPrefix("nl/") })
    }
  }

  /// Of what a briefing was translated is said where the edition has that version.
  @Test func originalsThatAreWithheldAreNotNamed() throws {
    let place = try Workplace(
      policy: Workplace.policy.replacing("languages: [en]", with: "languages: [en, nl]"),
      [
        "briefings/a.en.md": Workplace.briefing("unmarked: U")
          .replacing("  - (U) Title\n", with: ""),
        "briefings/a.nl.md": Workplace.briefing(
          language: "nl", "unmarked: U\ntranslation: {of: en, revision: 2026-11-02}"),
      ])
    defer { place.leave() }
    for (audience, isThere) in [("public", false), ("national", true)] {
      let view = try place.run("view", "briefings/a.nl.md", "--as", audience)
      #expect(view.status == 0, "\(view.errors)")
      #expect(view.output.contains("translation") == isThere, "\(view.output)")
    }
  }

  /// A definition leads to another briefing as a link does: not to one that is withheld.
  @Test func definitionsOfWithheldBriefingsAreNotThere() throws {
    let body = """
      (U) Read [one][a] and [two][b].

      [a]: briefing:TA-2026-AAAA
      [b]: briefing:TA-2026-BBBB

      """
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing("unmarked: U", body: body),
      "briefings/b.md": Workplace.briefing(id: "TA-2026-AAAA", "audiences: [national]"),
      "briefings/c.md": Workplace.briefing(id: "TA-2026-BBBB"),
    ])
    defer { place.leave() }
    let low = try place.run("view", "briefings/a.md", "--as", "public")
    #expect(low.output.contains("Read one and [two][b]."), "\(low.output)\(low.errors)")
    #expect(!low.output.contains("TA-2026-AAAA"))
    let high = try place.run("view", "briefings/a.md", "--as", "national")
    #expect(high.output.contains("Read [one][a] and [two][b]."), "\(high.output)")
  }

  /// The header of a table leads nowhere else than its rows do.
  @Test func headersOfTablesLeadToNothingWithheld() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(
        "unmarked: U",
        body:
          "| [Few](briefing:TA-2026-AAAA) | [All](briefing:TA-2026-BBBB) |\n| --- | --- |\n| x | y |\n"
      ),
      "briefings/b.md": Workplace.briefing(id: "TA-2026-AAAA", "audiences: [national]"),
      "briefings/c.md": Workplace.briefing(id: "TA-2026-BBBB"),
    ])
    defer { place.leave() }
    let low = try place.run("view", "briefings/a.md", "--as", "public", "--body")
    #expect(
      low.output == "| Few | [All](briefing:TA-2026-BBBB) |\n| --- | --- |\n| x | y |\n",
      "\(low.output)\(low.errors)")
  }

  /// Images are files below `briefings/`, and nothing else of the publication can be shown as one.
  @Test(arguments: [
    "../private/a.png", "../../a.png", "/etc/a.png", "..%2Fprivate%2Fa.png", "./../a.png",
    "below/../../a.png", "%2E%2E/a.png",
  ])
  func imagesFromElsewhereAreRefused(destination: String) throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(body: "(U) ![A](\(destination))\n")
    ])
    defer { place.leave() }
    let dot = try #require(
      Data(
        base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB"
          + "c3UBGAAAAABJRU5ErkJggg=="))
    try place.write(dot, to: "private/a.png")
    try place.write(dot, to: "a.png")
    let check = try place.run("check")
    #expect(check.status == 1)
    #expect((check.output + check.errors).contains("image/outside"), "\(check.output)")
  }

  /// An edition of an audience that the policy has no more does not stay online unnoticed.
  @Test func editionsOfFormerAudiencesAreTold() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    let line = Workplace.policy.split(separator: "\n").first { $0.contains("  public:") } ?? ""
    try place.write(
      Workplace.policy.replacing(String(line) + "\n", with: ""), to: "publication.yml")
    let build = try place.run("build")
    #expect(build.status == 4)
    #expect(build.errors.contains("site/public: this folder is no edition of the policy"))
    try FileManager.default.removeItem(at: place.root.appending(path: "site/public"))
    #expect(try place.run("build").status == 0)
  }

  /// What a run for one audience says and how it ends does not depend on what others have.
  @Test func runsForOneAudienceSayNothingOfOthers() throws {
    var outcomes: [[String]] = []
    for hidden in [
      "(S) Fine.\n", "(S) Some thing may maybe happen, [x](#nowhere) TODO.\n",
      // A warning of what decides who reads what.
      "::: S\n(U) Fine.\n:::\n",
    ] {
      let place = try Workplace([
        "briefings/a.md": Workplace.briefing(body: "(U) Text.\n\n" + hidden)
      ])
      defer { place.leave() }
      let build = try place.run("build", "--audience", "public")
      outcomes.append([build.output, build.errors, "\(build.status)"])
    }
    #expect(Set(outcomes).count == 1, "\(outcomes)")
  }

  /// A notice of withdrawal names no other briefing.
  @Test func aNoticeNamesNoOthers() throws {
    let ties = "related: [\"(U) TA-2026-AAAA\"]\nsupersedes: (U) TA-2026-BBBB\n"
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(ties),
      "briefings/b.md": Workplace.briefing(id: "TA-2026-AAAA"),
      "briefings/c.md": Workplace.briefing(id: "TA-2026-BBBB"),
    ])
    defer { place.leave() }
    let names = ["TA-2026-AAAA", "TA-2026-BBBB"]
    let before = try place.run("view", "briefings/a.md", "--as", "national")
    #expect(names.allSatisfy(before.output.contains), "\(before.output)\(before.errors)")
    let withdrawal = "withdrawal: {date: \"(U) 2026-11-03\", reason: \"(U) Wrong.\"}"
    try place.write(
      Workplace.briefing(ties + withdrawal).replacing(
        "status: published", with: "status: withdrawn"), to: "briefings/a.md")
    let notice = try place.run("view", "briefings/a.md", "--as", "national")
    #expect(notice.output.contains("Wrong."), "\(notice.errors)")
    #expect(!names.contains(where: notice.output.contains), "\(notice.output)")
  }
}
