import Foundation
import Testing

/// How commands end, and what they say then.
@Suite struct EndingTests {
  private func shell(_ place: Workplace, _ script: String) throws -> Workplace.Outcome {
    let program = "'\(Workplace.executable.path(percentEncoded: false))'"
    return try place.run(
      program: URL(filePath: "/bin/sh"),
      command: ["-c", script.replacing("tearline", with: program)])
  }

  /// A fault of the program's own is none of the publication's.
  @Test(arguments: ["ABRT", "SEGV", "ILL", "TRAP", "BUS", "FPE"])
  func aFaultOfItsOwnHasAStatus(signal: String) throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    // It has begun when it says where it can be looked at.
    let run = try shell(
      place,
      """
      tearline serve --port 0 >out & pid=$!
      while [ ! -s out ]; do sleep 0.05; done
      kill -\(signal) $pid
      (sleep 20; kill -KILL $pid) >late 2>&1 & wait $pid
      """)
    #expect(run.status == 70)
    #expect(run.errors.hasPrefix("tearline: error: a fault of the program's own\n  help: "))
  }

  /// Whoever is told nothing but errors is told what the run fails for.
  @Test func warningsThatFailAreTold() throws {
    // It is marked higher than anything in it.
    let text = Workplace.briefing(body: "(U) Text.\n").replacing(
      "  - (S) Title at full length\n", with: "")
    let place = try Workplace(["briefings/a.md": text])
    defer { place.leave() }
    #expect(try place.run("check", "--quiet").errors == "")
    let strict = try place.run("check", "--quiet", "--strict")
    #expect(strict.status == 1)
    #expect(strict.errors.contains(": warning: ") && !strict.errors.contains(": note: "))
  }

  /// A new folder may be the one that somebody stands in, and has a name.
  @Test func foldersHaveNames() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    let made = try shell(
      place, "mkdir new && cd new && tearline init . && tearline build && ls && rm -r briefings")
    #expect(made.status == 0 && made.output.hasSuffix("briefings\npublication.yml\nsite\n"))
    #expect(try place.run("release", "--audience", "public", "--to", "rel/../out/.").status == 4)
    for arguments in [
      ["init", ""], ["build", "--output", ""], ["release", "--audience", "public", "--to", ""],
    ] {
      let run = try place.run(command: arguments)
      #expect(run.status == 64 && run.errors.contains("name a folder"), "\(arguments)")
    }
    #expect(try place.run("new", "alert", "...").status == 64)
  }

  /// A file of the publication is found by its whole path too.
  @Test func aWholePathIsAPath() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    let path = place.root.appending(path: "briefings/a.md").path(percentEncoded: false)
    #expect(try place.run("view", path, "--as", "public").status == 0)
    let root = String(path.dropLast("briefings/a.md".count))
    #expect(try place.run("view", "-C", root, path, "--as", "public").status == 0)
    #expect(try place.run("view", "-C", "./", "./briefings/a.md", "--as", "public").status == 0)
    let name = try #require(root.split(separator: "/").last)
    for folder in ["../\(name)/", "./../\(name)"] {
      #expect(
        try place.run("view", "-C", folder, "../\(name)/briefings/a.md", "--as", "public").status
          == 0)
    }
  }

  /// On a terminal one line says what is being done.
  @Test func aTerminalIsToldWhatIsBeingDone() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    let run = try shell(place, "script -qec \"tearline build\" /dev/null")
    #expect(run.output.contains("\r\u{1B}[Kbuilding public"), "\(run.output)")
  }

  /// What cannot be written is not done.
  @Test func outputThatIsLostIsTold() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    let view = try shell(place, "exec tearline view briefings/a.md --as public > /dev/full")
    #expect(view.status == 4)
    #expect(view.errors == "tearline: error: standard output: no space left on device\n")
  }

  /// On a terminal messages are coloured, for whoever wants colours.
  @Test(arguments: [
    ("A=1", true), ("NO_COLOR=", true), ("NO_COLOR=1", false), ("TERM=dumb", false),
  ])
  func aTerminalHasColours(variable: String, isColored: Bool) throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing(body: "(X) What?\n")])
    defer { place.leave() }
    let run = try shell(
      place, "export TERM=xterm; export \(variable); script -qec \"tearline check\" /dev/null")
    #expect(run.output.contains("[marking/unknown-label]"), "\(run.output)")
    #expect(run.output.contains("\u{1B}[31;1merror") == isColored, "\(run.output)")
  }
}
