import Foundation
import Testing

/// Rules for what stands in sources, each with a source that breaks it.
@Suite struct SourceRuleTests {
  private func errors(_ files: [String: String], policy: String = Workplace.policy) throws -> String
  {
    let place = try Workplace(policy: policy, files)
    defer { place.leave() }
    let check = try place.run("check")
    #expect((check.status == 1) == check.errors.contains(": error: "), "\(check.errors)")
    return check.errors
  }

  /// YAML makes one line of several: a container there would be text.
  @Test(arguments: [
    "summary: |\n  (U) Open.\n\n  ::: S\n  Secret.\n  :::",
    "summary: >\n  (U) Open.\n  ::: S\n  Secret.",
    "summary: \"::: S Secret.\"", "summary: Open. ：：： S",
    "advice:\n  - do: |\n      (U) Call.\n      ::: S\n      x\n      :::",
  ])
  func noContainerStandsInAField(fields: String) throws {
    let errors = try errors(["briefings/a.md": Workplace.briefing(fields)])
    #expect(errors.contains("[marking/stray-fence]"), "\(errors)")
  }

  /// Colons of another width look like a container's, and open none.
  @Test(arguments: ["：：： S\nSecret.\n：：：", "- ：:： S", "> ﹕﹕﹕ S"])
  func noContainerHasWideColons(body: String) throws {
    let errors = try errors(["briefings/a.md": Workplace.briefing("unmarked: U", body: body)])
    #expect(errors.contains("[marking/stray-fence]"), "\(errors)")
    let text = Workplace.briefing("unmarked: U", body: "Read：：： and ： a：：：b.")
    #expect(!(try self.errors(["briefings/a.md": text]).contains(": error: ")))
  }

  @Test func colonsInAFieldMayBeText() throws {
    let fields = #"summary: "(U) Read \\::: and a:::b.""#
    #expect(!(try errors(["briefings/a.md": Workplace.briefing(fields)]).contains(": error: ")))
  }

  @Test(arguments: ["remarks: \"{{withheld}}\"", "compilation:\n  reason: \"a {{withheld\""])
  func noTokenStandsWhereNobodyReads(fields: String) throws {
    let errors = try errors(["briefings/a.md": Workplace.briefing(fields)])
    #expect(errors.contains("[marking/reserved-token]"), "\(errors)")
  }

  /// What contradicts itself in front matter.
  @Test(arguments: [
    ("S", "unmarked: U\nwithdrawal: {date: 2026-11-03, reason: Wrong.}", "front-matter/withdrawal"),
    (
      "S", "judgements: [{id: j1, text: \"(U) x\"}, {id: j1, text: \"(U) y\"}]",
      "front-matter/duplicate-id"
    ),
    ("R", "unmarked: S//REL TO NLD\n", "marking/banner-too-low"),
    ("S", "downgrade: [{date: 2026-11-10, from: R, to: S}]", "front-matter/value"),
    ("S", "expires: 2026-11-01", "front-matter/date"),
    ("S", "advice: [{do: \"(U) Call.\", judgements: [j9]}]", "front-matter/unknown-value"),
    ("S", "judgements: [{text: \"(U) x\", sources: [s9]}]", "front-matter/unknown-value"),
    ("S", "summary: \"(U) See ![a harbour](p.png).\"", "image/in-field"),
    ("S", "summary: \"(U) See <briefing:TA-2026-8888>.\"", "link/bare-briefing"),
    ("S", "summary: \"\"", "front-matter/missing"),
    ("S", "advice: [{do: \"\", when: now}]", "front-matter/missing"),
    ("S", "judgements: [{text: \" \", likelihood: likely}]", "front-matter/missing"),
    ("S", "revisions: [{date: 2026-11-03, note: \"\"}]", "front-matter/missing"),
  ])
  func noFieldContradictsAnother(classification: String, fields: String, code: String) throws {
    let text = Workplace.briefing(fields).replacing(
      "classification: S", with: "classification: \(classification)")
    #expect(try errors(["briefings/a.md": text]).contains("[\(code)]"), "\(fields)")
  }

  @Test func audiencesDifferInMoreThanCase() throws {
    let policy = Workplace.policy.replacing(
      "  public: {", with: "  Public: {clearance: U}\n  public: {")
    let errors = try errors(["briefings/a.md": Workplace.briefing()], policy: policy)
    #expect(errors.contains("[policy/value]"), "\(errors)")
  }

  /// A mark begins with a letter: a number at the start of a text would be one.
  @Test(arguments: ["2024", "2X", "-X"]) func marksBeginWithALetter(mark: String) throws {
    let policy = Workplace.policy.replacing(
      "{mark: S,", with: "{mark: \"\(mark)\", name: Year}, {mark: S,")
    let errors = try errors(["briefings/a.md": Workplace.briefing()], policy: policy)
    #expect(errors.contains("[policy/mark]"), "\(errors)")
  }

  /// No folder is so deep that what is in it is passed over.
  @Test func deepFoldersAreRefused() throws {
    let path = "briefings/" + String(repeating: "d/", count: 40) + "a.md"
    #expect(try errors([path: Workplace.briefing()]).contains("[publication/unreadable]"))
  }

  /// Warnings count under `--strict` in every form.
  @Test(arguments: ["text", "json", "sarif", "github"]) func strictIsStrict(format: String) throws {
    let text = Workplace.briefing(body: "(U) Open.\n\n:: S\n\n(U) Text.\n")
    let place = try Workplace(["briefings/a.md": text])
    defer { place.leave() }
    #expect(try place.run("check", "--format", format).status == 0)
    #expect(try place.run("check", "--strict", "--format", format).status == 1)
  }

  @Test func aLoneCarriageReturnEndsNoFile() throws {
    let errors = try errors(["briefings/a.md": Workplace.briefing(body: "(U) x\r")])
    #expect(errors.contains("[content/invisible-character]"), "\(errors)")
    let windows = Workplace.briefing(body: "(U) x\n").replacing("\n", with: "\r\n")
    #expect(!(try self.errors(["briefings/a.md": windows]).contains(": error: ")))
  }

  @Test func translationsAgreeInTheDatesOfRevisions() throws {
    let policy = Workplace.policy.replacing("languages: [en]", with: "languages: [en, nl]")
    func files(_ english: String, _ dutch: String) -> [String: String] {
      func fields(_ mark: String) -> String {
        "revisions:\n  - date: (\(mark)) 2026-11-09\n    note: (U) Corrected."
      }
      return [
        "briefings/a.en.md": Workplace.briefing(fields(english)),
        "briefings/a.nl.md": Workplace.briefing(language: "nl", fields(dutch)),
      ]
    }
    #expect(try errors(files("S", "R"), policy: policy).contains("[translation/labels-differ]"))
    #expect(!(try errors(files("S", "S"), policy: policy).contains("labels-differ")))
    let own = ["briefings/a.md": Workplace.briefing("translation: {of: en}")]
    #expect(try errors(own, policy: policy).contains("[front-matter/value]"))
  }

  /// What is wrong with one file hides nothing of another, nor one field of a file the rest.
  @Test func everythingWrongIsTold() throws {
    let large = Workplace.briefing(body: String(repeating: "(U) x\n\n", count: 50_000))
    let errors = try errors([
      "briefings/a.md": large,
      "briefings/b.md": Workplace.briefing(id: "TA-2026-AAAA", body: "(X) y"),
      "briefings/c.md": Workplace.briefing(id: "TA-2026-BBBB", body: "(X) y")
        .replacing("classification: S", with: "classification: Q"),
    ])
    #expect(errors.contains("a.md: error:"), "\(errors)")
    for name in ["b", "c"] {
      #expect(errors.contains("\(name).md:13:1: error: unknown label (X)"), "\(errors)")
    }
    #expect(errors.contains("an unknown label in 'classification'"), "\(errors)")
  }

  @Test func noMarkIsProposedForAnother() throws {
    let policy = Workplace.policy.replacing("public: {clearance: U", with: "public: {clearance: Q")
    let errors = try errors(["briefings/a.md": Workplace.briefing()], policy: policy)
    #expect(errors.contains("error") && !errors.contains("did you mean"), "\(errors)")
  }

  /// A folder that holds files of the theme is an audience's: they are not for all.
  @Test func templatesOfNobodyAreAnError() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(), "templates/partner/style.css": "a { color: red }",
      "templates/mine/own.mustache": "x",
    ])
    defer { place.leave() }
    for arguments in [
      ["build"], ["release", "--audience", "public", "--to", place.root.path + "/r"],
    ] {
      let run = try place.run(command: arguments)
      #expect(run.status == 1, "\(arguments)")
      #expect(run.errors.contains("template/unknown-audience"), "\(run.errors)")
      #expect(run.errors.components(separatedBy: "templates/partner").count == 2, "\(run.errors)")
    }
  }

  /// What is no file of a theme is told and goes nowhere, whatever somebody keeps beside the theme.
  @Test func whatIsNoFileOfAThemeStaysBehind() throws {
    let kept = ["words/en.own.txt", "partials/row.mustache", "public/tokens.css"]
    let others = ["sample.html", "words/en.md", "old/logo.svg", "public/notes.txt"]
    var files = ["briefings/a.md": Workplace.briefing()]
    for name in kept { files["templates/" + name] = "" }
    for name in others { files["templates/" + name] = "Unit 74455" }
    files["templates/partials/row.mustache"] = "{{! nothing }}"
    // What an editor or a file manager keeps there is not even told.
    for name in [".row.mustache", "partials/.row.mustache", "row.mustache~"] {
      files["templates/" + name] = "Unit 74455"
    }
    let place = try Workplace(files)
    defer { place.leave() }
    let release = try place.run("release", "--audience", "public", "--to", "r")
    #expect(release.status == 0, "\(release.errors)")
    let released = try place.tree("r").keys.filter { $0.hasPrefix("templates/") }.sorted()
    #expect(
      released == [
        "templates/partials/row.mustache", "templates/tokens.css", "templates/words/en.own.txt",
      ])
    let build = try place.run("build")
    for name in others {
      #expect(
        build.errors.contains("templates/\(name): warning: no file of a theme"), "\(build.errors)")
    }
    #expect(build.errors.components(separatedBy: "template/unknown-file").count == 5)
  }

  /// Words that somebody wrote for one audience would come to all.
  @Test func wordsOfOneAudienceAreForNoOther() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(),
      "templates/words/en.national.txt": "about = About the desk for BRAVO\n",
    ])
    defer { place.leave() }
    for arguments in [["build"], ["release", "--audience", "public", "--to", "r"]] {
      let run = try place.run(command: arguments)
      #expect(run.status == 1 && run.errors.contains("template/words-of-audience"), "\(run.errors)")
    }
  }

  /// A file that is no briefing keeps no rule from the briefings.
  @Test func aStrayFileHidesNothing() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(
        body: "(U) For all.\n\n::: S for public\nFor nobody.\n:::\n")
    ])
    defer { place.leave() }
    #expect(try place.run("check").errors.contains("[marking/no-reader]"))
    try place.write("x", to: "briefings/notes.markdown")
    let check = try place.run("check")
    #expect(check.errors.contains("[publication/file-name]"))
    #expect(check.errors.contains("[marking/no-reader]"), "\(check.errors)")
  }

  /// An id is a part of addresses: it is written as ids are, to its end.
  @Test(arguments: ["TA-2026-../x", "TA-2026-7k3f", "TA-2026-7I3F", "TA-20x6-7K3F"])
  func idsAreWrittenAsIdsAre(id: String) throws {
    let errors = try errors(["briefings/a.md": Workplace.briefing(id: id)])
    #expect(errors.contains("[front-matter/id]"), "\(errors)")
  }

  /// Two letters in the wrong order are one mistake.
  @Test(arguments: [("tilte: x", "title"), ("threat: {level: \"(U) hgih\"}", "high")])
  func lettersInTheWrongOrderAreOneMistake(field: String, meant: String) throws {
    let errors = try errors(["briefings/a.md": Workplace.briefing(field)])
    #expect(errors.contains("did you mean '\(meant)'?"), "\(errors)")
  }
}
