import Foundation
import Testing

/// `tearline audit`, and the audit in a build: what is found stops it, and the old sites stay.
@Suite struct AuditCommandTests {
  private static let open = "(U) Kestrelbridge is open.\n\n(U) More.\n"

  @Test func whatIsWithheldSinceIsFoundInTheOldEdition() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing(body: Self.open)])
    defer { place.leave() }
    #expect(try place.run("audit").status == 64)
    #expect(try place.run("build").status == 0)
    let clean = try place.run("audit")
    #expect(clean.status == 0 && clean.errors == "" && clean.output == "")

    try place.write(
      Workplace.briefing(body: Self.open.replacing("(U) Kestrel", with: "(S) Kestrel")),
      to: "briefings/a.md")
    let found = try place.run("audit")
    #expect(found.status == 3)
    #expect(found.errors.contains("[audit/withheld-word]"))
    #expect(!found.errors.contains("Kestrelbridge"))
    #expect(try place.run("audit", "--excerpts").errors.contains("Kestrelbridge"))
    // A run for one audience says nothing but where.
    let limited = try place.run("audit", "--audience", "public")
    #expect(limited.status == 3)
    #expect(
      limited.errors.split(separator: "\n").allSatisfy {
        $0.wholeMatch(of: /public\/[^ ]+:\d+: error: \[audit\/withheld-(word|run)\]/) != nil
      }, "\(limited.errors)")
    #expect(try place.run("audit", "--audience", "national").status == 0)
    let json = try place.run("audit", "--format", "sarif")
    #expect(json.status == 3 && json.output.contains("audit/withheld-word"))
    #expect(!json.output.contains("Kestrelbridge"))
    for format in ["json", "sarif"] {
      let all = try place.run("audit", "--format", format)
      let one = try place.run("audit", "--audience", "public", "--format", format)
      #expect(one.status == 3 && one.output.contains("audit/withheld-word"))
      // Where it is withheld, and what it is, is for runs of all.
      #expect(all.output.contains("briefings/a.md") && !one.output.contains("briefings/a.md"))
      #expect(!one.output.contains("Kestrelbridge") && !one.output.contains("withheld at"))
    }
  }

  @Test func aBuildThatTheAuditStopsPublishesNothing() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing(body: Self.open)])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    let before = try place.tree("site")
    try place.write(
      "<p>{{w.contact}}</p><script>x()</script>", to: "templates/partials/contact.mustache")
    let stopped = try place.run("build")
    #expect(stopped.status == 3, "\(stopped.errors)")
    #expect(stopped.errors.contains("[audit/script]"))
    #expect(try place.tree("site") == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: place.root.path()).sorted()
        == ["briefings", "publication.yml", "site", "templates"])
  }

  /// What a file manager or a version control hides is in an edition all the same.
  @Test(arguments: [".git/config", "en/.notes.txt", ".well-known/more.txt"])
  func hiddenFilesAreLookedAt(path: String) throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing(body: Self.open)])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    try place.write("Title at full length", to: "site/public/" + path)
    let found = try place.run("audit")
    #expect(found.status == 3)
    #expect(found.errors.contains("public/\(path):1: error: a word"), "\(found.errors)")
  }

  /// A folder without a file in it says its name.
  @Test func emptyFoldersAreFound() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing(body: Self.open)])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    try FileManager.default.createDirectory(
      at: place.root.appending(path: "site/public/en/kestrelbridge"),
      withIntermediateDirectories: false)
    let found = try place.run("audit")
    #expect(found.status == 3)
    #expect(found.errors.contains("[audit/unlisted]"), "\(found.errors)")
  }

  /// A path with something withheld in it is told by its edition alone, in every form.
  @Test func aNameThatLeaksIsNotPrinted() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(body: "(U) Open.\n\n(S) Kestrelbridge leads.\n")
    ])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    try place.write("<!-- x --><p>Kestrelbridge</p>", to: "site/public/en/kestrelbridge/index.html")
    for format in ["text", "json", "sarif", "github"] {
      let found = try place.run("audit", "--format", format)
      let said = found.output + found.errors
      #expect(found.status == 3 && said.contains("audit/withheld-word"))
      #expect(said.contains("audit/comment") && said.contains("audit/unlisted"))
      #expect(!said.lowercased().contains("kestrelbridge"), "\(said)")
    }
  }

  /// A manifest that says something else than a build's is none.
  @Test(arguments: [
    ("\"version\": 1", "\"version\": 2"), ("{", "{\"host\": \"buildsrv\","), ("", "x"),
  ])
  func aManifestThatNoBuildWroteIsFound(from old: String, to new: String) throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    let url = place.root.appending(path: "site/public/manifest.json")
    let text = try String(contentsOf: url, encoding: .utf8)
    try Data((old.isEmpty ? text + new : text.replacing(old, with: new, maxReplacements: 1)).utf8)
      .write(to: url)
    let found = try place.run("audit")
    #expect(found.status == 3 && found.errors.contains("public/manifest.json"), "\(found.errors)")
  }

  /// The old site of an audience that was renamed may still be online.
  @Test func aSiteOfNobodysIsTold() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    #expect(try place.run("audit").status == 0)
    try place.write(
      Workplace.policy.replacing("national:", with: "landelijk:"), to: "publication.yml")
    let found = try place.run("audit")
    #expect(found.status == 3)
    #expect(
      found.errors.contains("national: error:") && found.errors.contains("[audit/stranger]"),
      "\(found.errors)")
    // Of an audience that has no edition yet nothing is missing.
    #expect(!found.errors.contains("landelijk"), "\(found.errors)")
    #expect(!(try place.run("audit", "--audience", "public").errors.contains("national")))
  }

  /// Of editions that are asked for, all have to be there.
  @Test func ofSeveralNoneIsPassedOver() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    #expect(try place.run("build", "--audience", "public").status == 0)
    let audit = try place.run("audit", "--audience", "public", "--audience", "national")
    #expect(
      audit.status == 64 && audit.errors.contains("there is no edition of"), "\(audit.errors)")
    #expect(try place.run("audit", "--audience", "public").status == 0)
  }

  /// A link shows what somebody else keeps.
  @Test func linksAreFound() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing(body: Self.open)])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    try FileManager.default.createSymbolicLink(
      atPath: place.root.appending(path: "site/public/en/more").path(),
      withDestinationPath: "/etc/hostname")
    let found = try place.run("audit")
    #expect(found.status == 3 && found.errors.contains("[audit/link]"), "\(found.errors)")
  }

  /// Drafts are nobody's, but in editions that were built with them.
  @Test func draftsAreWithheldUnlessTheyWereBuilt() throws {
    let draft = Workplace.briefing(id: "TA-2026-8888", body: Self.open)
      .replacing("status: published", with: "status: draft")
    let place = try Workplace(["briefings/a.md": Workplace.briefing(), "briefings/b.md": draft])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    #expect(try place.run("build", "--drafts", "--output", "drafts").status == 0)
    #expect(try place.run("audit").status == 0)
    #expect(try place.run("audit", "--drafts", "--output", "drafts").status == 0)
    let found = try place.run("audit", "--output", "drafts")
    #expect(found.status == 3 && found.errors.contains("[audit/withheld-word]"), "\(found.errors)")
  }
}
