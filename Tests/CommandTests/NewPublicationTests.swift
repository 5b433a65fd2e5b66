import Foundation
import Testing

@Suite struct NewPublicationTests {
  /// What `init` makes is like no other publication, and keeps its editions out of a version control.
  @Test func aNewPublicationIsOfItsOwn() throws {
    let place = try Workplace(policy: nil)
    defer { place.leave() }
    var ids: Set<String> = []
    for name in ["one", "two"] {
      #expect(try place.run("init", name).status == 0)
      let files = try place.tree(name)
      #expect(files["site/.gitignore"] == Data("*\n!.gitignore\n".utf8))
      let text = String(decoding: files["briefings/fake-invoices.en.md"] ?? Data(), as: UTF8.self)
      ids.insert(String(try #require(text.firstMatch(of: /\nid: (TA-2026-[0-9A-Z]{4})\n/)).1))
    }
    #expect(ids.count == 2)
    let wrong = try place.run("init", "three", "--policy", "tpl")
    #expect(wrong.status == 64 && wrong.errors.contains("no policy 'tpl'"), "\(wrong.errors)")
    #expect(try place.tree("three").isEmpty)
  }

  /// What is online for one audience is no place for the editions of others.
  @Test func nothingIsWrittenIntoAPublishedEdition() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    let before = try place.entries("site")
    for command in [
      ["build", "--output", "site/public/new"], ["build", "--output", "site/public"],
      ["build", "--output", "site/public/en/../assets"],
      ["release", "--audience", "national", "--to", "site/public/released"],
      ["release", "--audience", "national", "--to", "site/released"],
      ["init", "site/public/one"],
    ] {
      let outcome = try place.run(command: command)
      #expect(outcome.status == 64, "\(command) \(outcome.errors)")
    }
    #expect(try place.entries("site") == before)
    #expect(try place.run("build", "--output", "elsewhere").status == 0)
    let outcome = try place.run(
      "release", "--audience", "national", "--to", "elsewhere/public/en/released")
    #expect(outcome.status == 64, "\(outcome.errors)")
  }

  /// An argument that is no text would come to name another file.
  @Test func argumentsAreText() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    let outcome = try place.run(
      program: URL(filePath: "/bin/sh"),
      command: [
        "-c", #"exec "$0" build --output "$(printf 'o\377')""#,
        Workplace.executable.path(percentEncoded: false),
      ])
    #expect(outcome.status == 64 && outcome.errors.contains("is not UTF-8"), "\(outcome.errors)")
    #expect(try place.tree(".").keys.allSatisfy { !$0.hasPrefix("o") })
  }

  /// What can be copied from an answer is a command.
  @Test func theNextCommandCanBeCopied() throws {
    let place = try Workplace(policy: nil)
    defer { place.leave() }
    #expect(try place.run("init", "it's mine").output.hasSuffix("-C 'it'\\''s mine'\n"))
  }

  /// Where there is no publication nothing is withheld, so that a limited run may say it in full.
  @Test func aFolderWithoutAPublicationIsNamed() throws {
    let place = try Workplace(policy: nil)
    defer { place.leave() }
    for command in [
      ["view", "briefings/a.md", "--as", "public"], ["check"], ["build", "--audience", "x"],
    ] {
      let outcome = try place.run(command: command + ["-C", "nowhere"])
      #expect(
        outcome.errors.contains("no publication.yml in 'nowhere'")
          && outcome.errors.contains("help: "), "\(outcome.errors)")
    }
  }

  /// Whoever works under an umask that keeps others out keeps them out of what is to hold secrets.
  @Test func sourcesFollowTheUmask() throws {
    let place = try Workplace(policy: nil)
    defer { place.leave() }
    let outcome = try place.run(
      program: URL(filePath: "/bin/sh"),
      command: [
        "-c", "umask 027 && \"$0\" init one && cd one && umask 077 && \"$0\" new alert 'A title'",
        Workplace.executable.path(percentEncoded: false),
      ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let entries = try place.entries("one")
    #expect(entries["publication.yml"]?[1] == "\(0o640)")
    #expect(entries["briefings"]?[1] == "\(0o750)")
    #expect(entries["briefings/fake-invoices.en.md"]?[1] == "\(0o640)")
    #expect(entries.filter { $0.value[1] == "\(0o600)" }.count == 1, "the new briefing")
  }
}
