import Foundation
import Testing

/// Which files are briefings, and where editions may stand.
@Suite("Places of sources and editions")
struct PlaceTests {
  /// Files and folders whose names begin with a stop belong to programs: they are no briefings.
  @Test func hiddenFilesAreNoBriefings() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(),
      "briefings/.b.md": Workplace.briefing(id: "TA-2026-BBBB"),
      "briefings/.c/c.md": Workplace.briefing(id: "TA-2026-CCCC"),
      "briefings/.d.md": "no briefing at all",
    ])
    defer { place.leave() }
    let build = try place.run("build")
    #expect(build.status == 0, "\(build.errors)")
    let folders = try place.tree("site/public").keys.filter { $0.contains("/briefings/") }
    #expect(folders.allSatisfy { $0.contains("ta-2026-7k3f") })
  }

  /// A briefing whose name has another ending would be in no edition, without a word.
  @Test(arguments: ["b.MD", "b.markdown", "below/b.Md"])
  func otherEndingsAreTold(name: String) throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(),
      "briefings/" + name: Workplace.briefing(id: "TA-2026-BBBB"),
    ])
    defer { place.leave() }
    let build = try place.run("build")
    #expect(build.status == 1)
    #expect(build.errors.contains("briefings/\(name): error: "), "\(build.errors)")
    #expect(build.errors.contains("[publication/file-name]"))
  }

  /// A finding is where the author has to look: an image at its own line and column, each of several;
  /// a mark in a field at its column, and at none where its text is folded or escaped.
  @Test func findingsStandWhereTheirCauseIs() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(
        body:
          "(U) One\ntwo\n![x](no.png) and ![y](gone.png)\n\n- (U) a\n\n  b\n  ![z](../../z.png)\n"),
      "briefings/b.md": Workplace.briefing(
        id: "TA-2026-8888",
        """
        summary: >
          one two three
          four (S) five
        contact: "(U) six (S) seven"
        threat: {level: "(U) low", horizon: '(U) eight (S) it''s'}
        """, body: "(U) Text.\n"),
    ])
    defer { place.leave() }
    let errors = try place.run("check").errors.split(separator: "\n").filter {
      $0.contains(": error: ")
    }
    func line(of text: String, _ file: String) throws -> Int {
      let lines = try String(contentsOf: place.root.appending(path: file), encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false)
      return 1 + (try #require(lines.firstIndex { $0.contains(text) }))
    }
    let image = try line(of: "no.png", "briefings/a.md")
    let outside = try line(of: "z.png", "briefings/a.md")
    let summary = try line(of: "summary:", "briefings/b.md")
    let contact = try line(of: "contact:", "briefings/b.md")
    let threat = try line(of: "threat:", "briefings/b.md")
    let starts = [
      "briefings/a.md:\(image):6: error: an image that is not there [",
      "briefings/a.md:\(image):23: error: an image that is not there [",
      "briefings/a.md:\(outside):8: error: an image that is not inside 'briefings/' [",
      "briefings/b.md:\(summary): error: ", "briefings/b.md:\(contact):19: error: ",
      "briefings/b.md:\(threat): error: ",
    ]
    #expect(errors.count == starts.count, "\(errors)")
    for (found, start) in zip(errors, starts) { #expect(found.hasPrefix(start)) }
  }

  /// What stands in a list under two marks is shown once to whoever may read both.
  @Test func anEntryOfAListIsShownOnce() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing("topics: ['(S) espionage', '(U) espionage']")
    ])
    defer { place.leave() }
    for (audience, mark) in [("national", "(S) "), ("public", "")] {
      let view = try place.run("view", "briefings/a.md", "--as", audience).output
      #expect(view.contains("topics:\n  - \"\(mark)espionage\"\n"), "\(view)")
      #expect(view.split(separator: "espionage").count == 2, "\(view)")
    }
  }

  @Test(arguments: ["briefings", "briefings/", "./briefings/site", "templates"])
  func editionsAreNotBuiltAmongTheSources(output: String) throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    #expect(try place.run("build", "--output", output).status == 64)
    #expect(try place.run("check").status == 0)
    #expect(try place.run("build", "--output", "briefings-site").status == 0)
  }

  /// Whatever stands beside the sources would be a stranger, with a command that removes it.
  @Test(arguments: [".", "./", "..", "/", "../{own}", "briefings/.."])
  func nothingIsWrittenOverThePublication(folder: String) throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    let folder = folder.replacing("{own}", with: place.root.lastPathComponent)
    let build = try place.run("build", "--output", folder)
    #expect(build.status == 64)
    #expect(
      build.errors == "tearline: error: editions may not be built into the publication's folder or "
        + "one that holds it\n")
    let release = try place.run("release", "--audience", "public", "--to", folder)
    #expect(release.status == 64)
    #expect(
      release.errors == "tearline: error: a release may not be written into the publication's "
        + "folder or one that holds it\n")
    let elsewhere = try place.run(
      command: ["build", "-C", place.root.path(), "--output", "."])
    #expect(elsewhere.status == 64)
    #expect(try place.tree(".").keys.sorted() == ["briefings/a.md", "publication.yml"])
  }

  /// Nor are releases.
  @Test(arguments: ["briefings/out", "templates/out", "./templates/../briefings/out"])
  func releasesAreNotWrittenAmongTheSources(folder: String) throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(), "templates/words/en.txt": "",
    ])
    defer { place.leave() }
    let release = try place.run("release", "--audience", "public", "--to", folder)
    #expect(release.status == 64, "\(release.errors)")
    #expect(try place.run("check").status == 0)
  }

  /// A copy of a template that an editor left is no template: it does nothing and goes nowhere.
  @Test func copiesThatEditorsLeaveStayBehind() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    let before = try place.tree("site")
    for path in ["home.mustache~", "public/words/en.txt~", ".home.mustache.swp", "words/.en.txt"] {
      try place.write("kind.alert = Kestrelbridge\n", to: "templates/" + path)
    }
    #expect(try place.run("build").status == 0)
    #expect(try place.tree("site") == before)
    let release = try place.run("release", "--audience", "public", "--to", "r")
    #expect(release.status == 0, "\(release.errors)")
    let paths = try place.tree("r").keys.sorted()
    #expect(!paths.contains { $0.contains("~") || $0.contains("/.") }, "\(paths)")
  }

  /// An image stands in the publication, in a hidden folder too: no link on the way leads out of it.
  @Test(arguments: ["pics", ".pics", "below/.pics"])
  func imagesAreNotBehindLinks(folder: String) throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(body: "(U) ![A](\(folder)/p.svg)\n"),
      "elsewhere/p.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>",
      "briefings/below/.keep": "",
    ])
    defer { place.leave() }
    try FileManager.default.createSymbolicLink(
      at: place.root.appending(path: "briefings/" + folder),
      withDestinationURL: place.root.appending(path: "elsewhere"))
    let check = try place.run("check")
    #expect(check.status == 1, "\(check.errors)")
    try FileManager.default.removeItem(at: place.root.appending(path: "briefings/" + folder))
    try place.write(
      "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>",
      to: "briefings/\(folder)/p.svg")
    #expect(try place.run("check").status == 0)
  }

  /// Where the folder of briefings is gone, no empty site takes the place of what is online, whatever
  /// the run is limited to; an empty folder says that there are to be none.
  @Test func aLostFolderReplacesNothing() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    let folder = place.root.appending(path: "briefings")
    let page = place.root.appending(path: "site/public/manifest.json")
    let before = try Data(contentsOf: page)
    try FileManager.default.removeItem(at: folder)
    for arguments in [["build"], ["build", "-q"], ["build", "--audience", "public"]] {
      let run = try place.run(command: arguments)
      #expect(run.status == 1, "\(arguments)")
      #expect(
        run.errors.split(separator: "publication/no-briefings").count == 2,
        "\(arguments): \(run.errors)")
    }
    let check = try place.run("check")
    #expect(check.status == 0 && check.errors.contains("[publication/no-briefings]"))
    #expect(try Data(contentsOf: page) == before)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    #expect(try place.run("build").status == 0)
  }

  /// White space around a reference to a withheld note would tell that there was one.
  @Test(arguments: [
    "The ship sailed. [^1]", "The ship [^1]\nsailed.", "[^1] The ship sailed.", "R&D[^1] <a b[^1].",
  ])
  func aReferenceThatIsGoneLeavesNoSpace(text: String) throws {
    try Self.expectTheSame(
      "::: U\n\(text)\n\n[^1]: (S) A note.\n:::\n",
      "::: U\n\(text.replacing("[^1]", with: ""))\n:::\n")
  }

  /// A link to what is gone is its text, with a backslash only where it would be something else.
  @Test(arguments: [
    ("# [2. Port](#x)", "# 2. Port"), ("A [b](#x) [c [d](#x)]", "A b [c d]"),
    ("First\n[2. x](#x)", "First\n2. x"), ("R&[D](#x)", "R&D"),
    ("| a |\n| --- |\n| [- b](#x) |", "| a |\n| --- |\n| - b |"),
    ("[2. x](#x)", "2\\. x"), ("A [b [c](#x)](https://a.example)", "A \\[b c](https://a.example)"),
  ])
  func aLinkThatIsGoneLeavesNothing(text: String, plain: String) throws {
    try Self.expectTheSame("::: U\n\(text)\n:::\n", "::: U\n\(plain)\n:::\n")
  }

  private static func expectTheSame(_ one: String, _ other: String) throws {
    let bodies = [one, other].map { "(U) First.\n\n" + $0 }
    let views = try bodies.map { body in
      let place = try Workplace(["briefings/a.md": Workplace.briefing(body: body)])
      defer { place.leave() }
      return try place.run("view", "briefings/a.md", "--as", "public").output
    }
    #expect(views[0] == views[1])
    #expect(!views[0].isEmpty)
  }

  /// A file system that takes a part of a file and no more has not taken it.
  @Test func whatIsWrittenInPartIsNotPublished() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    let executable = Workplace.executable.path(percentEncoded: false)
    let build = try place.run(
      program: URL(filePath: "/bin/sh"),
      command: ["-c", "trap '' XFSZ; ulimit -f 8; exec '\(executable)' build --audience public"])
    #expect(build.status == 4, "\(build.errors)")
    #expect(try place.tree("site").keys.allSatisfy { !$0.hasPrefix("public/") })
  }

  /// The publication may stand in front of the command, as other tools have it.
  @Test(arguments: [
    ["-C", "p"], ["--publication", "p"], ["--publication=p"], ["-C", "p", "-C", "p"], ["-Cp"],
    ["-C=p"],
  ])
  func aPublicationMayStandBeforeTheCommand(option: [String]) throws {
    let place = try Workplace([:])
    defer { place.leave() }
    try FileManager.default.createDirectory(
      at: place.root.appending(path: "p/briefings"), withIntermediateDirectories: true)
    try place.write(Workplace.policy, to: "p/publication.yml")
    try place.write(Workplace.briefing(body: "(X) y"), to: "p/briefings/a.md")
    let check = try place.run(command: option + ["check"])
    #expect(check.status == 1 && check.errors.contains("unknown label (X)"), "\(check.errors)")
    #expect(try place.run(command: option).status == 64)
    #expect(try place.run(command: ["-C"]).status == 64)
  }
}
