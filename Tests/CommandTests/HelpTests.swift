import Foundation
import Testing

/// A message leads to what was meant, and not to something else that is no remedy.
@Suite struct HelpTests {
  @Test(arguments: [
    ("threat:\n\tlevel: low", "(U) Text.", "YAML indents with spaces alone"),
    ("related: [TA-2026-VPNO]", "(U) Text.", "without I, L, O and U"),
    ("", " ::: S\nText.\n:::", "take away the white space in front of it"),
    ("", "- (U) a\n\n  > ::: S", "move the container out of the list or quote"),
    ("", "::: S because sources for public\nText.\n:::", "write 'for …' before 'because …'"),
    ("", "::: teer R\nText.\n:::", "'::: tear LABEL'"),
    ("", "(S//NOFORN) Text.", "the policy has no compartments"),
    ("", "(U) [x](drones.md)", "another briefing is 'briefing:ID'"),
  ])
  func leadsToWhatWasMeant(fields: String, body: String, help: String) throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(fields, body: body + "\n")
    ])
    defer { place.leave() }
    let errors = try place.run("check").errors
    #expect(errors.contains(help), "\(errors)")
  }

  /// A file that may not be as large is an error like any other, and no end without a word.
  @Test func aLimitOfTheUsersIsSaid() throws {
    let body = "(U) " + String(repeating: "A word and another. ", count: 400) + "\n"
    let place = try Workplace(["briefings/a.md": Workplace.briefing(body: body)])
    defer { place.leave() }
    let outcome = try place.run(
      program: URL(filePath: "/bin/sh"),
      command: [
        "-c", "ulimit -f 8; exec \"$0\" build", Workplace.executable.path(percentEncoded: false),
      ])
    #expect(outcome.status == 4 && outcome.errors.contains("ulimit -f"), "\(outcome.errors)")
    #expect(try place.run("build").status == 0)
  }
}
