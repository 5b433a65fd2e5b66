import Foundation
import Testing

/// What a run says to whom: a run for one audience names places and codes, and how a run ends does not
/// depend on what is said.
@Suite("What a run says")
struct LogTests {
  private func place(_ body: String, _ fields: String = "") throws -> Workplace {
    try Workplace([
      "briefings/a.md": Workplace.briefing(fields, body: body),
      // A warning, in what the public does not get.
      "briefings/b.md": Workplace.briefing(
        id: "TA-2026-8888", "audiences: [national]", body: "(S) Text, [x](#nowhere).\n"),
    ])
  }

  @Test(arguments: [
    ["view", "briefings/a.md", "--as", "public"], ["build", "--audience", "public"],
    ["release", "--audience", "public", "--to", "out"],
    ["build", "--audience", "public", "--quiet"],
  ])
  func aRunForOneAudienceNamesPlaceAndCodeAlone(command: [String]) throws {
    let place = try place("(U) Text.\n\n(Kestrel) Text.\n\n(X) Text.\n")
    defer { place.leave() }
    let run = try place.run(command: command)
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(
      run.errors.split(separator: "\n").allSatisfy {
        $0.wholeMatch(of: /briefings\/a\.md:\d+: error: \[[a-z\/-]+\]/) != nil
      }, "\(run.errors)")
    #expect(run.errors.contains("[marking/unknown-label]"))
  }

  /// Names of files and folders hold what their maker likes: a log has a line for each message.
  @Test func aNameMakesNoLineOfItsOwn() throws {
    let place = try place("(U) Text.\n")
    defer { place.leave() }
    let (name, shown) = ("a\nerror: b\u{1B}[2K\u{202E}", "a\u{FFFD}error: b\u{FFFD}[2K\u{FFFD}")
    let unwritable = try place.run("build", "--output", "\(name)/site")
    #expect(
      unwritable.errors == """
        tearline: error: \(shown)/site: no such file or directory
          help: make the folder that holds it first, or name another

        """)
    try place.write("x", to: "site/\(name)/x")
    let stranger = try place.run("build", "--quiet")
    #expect(stranger.status == 4)
    let lines = stranger.errors.split(separator: "\n")
    #expect(lines.count == 2, "\(stranger.errors)")
    #expect(
      lines.last?.hasSuffix("rm -r './site/\(shown)'") ?? false, "\(stranger.errors)")
    #expect(try place.run("build", "--output", name).status == 0)
    let verify = try place.run("verify", "\(name)/public")
    #expect(verify.errors == "\(shown)/public: as its manifest says\n")
    for command in [
      ["view", name, "--as", "public"], ["view", "briefings/a.md", "--as", name],
      ["explain", name], ["build", "--audience", name], ["new", name, "Title"],
      ["release", "--audience", "public", "--to", "nothing/\(name)/y"],
    ] {
      let run = try place.run(command: command)
      #expect(run.status != 0)
      let lines = run.errors.split(separator: "\n")
      #expect(lines.count { !$0.hasPrefix("  help: ") } == 1, "\(command): \(run.errors)")
      #expect(run.errors.contains(shown), "\(command): \(run.errors)")
    }
  }

  /// Warnings count under `--strict`, said or not.
  @Test func howARunEndsDoesNotDependOnWhatIsSaid() throws {
    let place = try place("(U) Text.\n")
    defer { place.leave() }
    #expect(try place.run("check").errors.contains(" warning: "))
    for quiet in [[], ["--quiet"]] {
      for format in ["text", "json", "sarif", "github"] {
        let options = quiet + ["--format", format]
        #expect(try place.run(command: ["check"] + options).status == 0)
        #expect(try place.run(command: ["check", "--strict"] + options).status == 1, "\(options)")
      }
    }
  }

  /// An audit for one audience that cannot be begun names file, line and code alone.
  @Test func anAuditThatCannotBeBegunNamesNothing() throws {
    let place = try place("(U) Text.\n")
    defer { place.leave() }
    try place.write(Workplace.policy + "\nzwaluwstaart: x\n", to: "publication.yml")
    let audit = try place.run("audit", "--audience", "public")
    #expect(audit.status == 1)
    #expect(audit.errors.contains("publication.yml:"))
    #expect(!audit.errors.contains("zwaluwstaart"), "\(audit.errors)")
  }

  /// Nor does the line of a source move a cursor.
  @Test func aLineOfASourceIsALine() throws {
    let place = try place("(X) a\u{1B}[2Jb\u{9B}c\n")
    defer { place.leave() }
    let check = try place.run("check", "--excerpts")
    #expect(check.errors.contains("  | (X) a\u{FFFD}[2Jb\u{FFFD}c\n"), "\(check.errors)")
  }
}
