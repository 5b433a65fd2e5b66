import Foundation
import Testing

/// What is made from the program and committed is what the program makes.
@Suite("The reference is current")
struct ReferenceTests {
  @Test(arguments: [
    ("front-matter.md", "tearline schema front-matter --format markdown"),
    ("policy.md", "tearline schema policy --format markdown"),
    ("commands.md", "tearline manual --format markdown"),
  ])
  func pages(name: String, command: String) throws {
    let room = try Room()
    defer { room.leave() }
    let made = try room.shell(command)
    #expect(made.status == 0)
    let page = Guide.root.appending(path: "docs/reference/\(name)")
    // `make reference` writes the pages anew.
    if ProcessInfo.processInfo.environment["TEARLINE_WRITE_REFERENCE"] != nil {
      try Data(made.printed.utf8).write(to: page)
    }
    let written = try String(contentsOf: page, encoding: .utf8)
    #expect(written == made.printed, "run 'make reference' and commit docs/reference/\(name)")
  }

  @Test func everyCommandHasAManPage() throws {
    let room = try Room()
    defer { room.leave() }
    let page = try String(
      contentsOf: Guide.root.appending(path: "docs/reference/commands.md"), encoding: .utf8)
    let commands = page.matches(of: /\n## `([a-z-]+)`\n/).map { String($0.1) }
    #expect(commands.count >= 10)
    for command in commands {
      let made = try room.shell("tearline manual \(command)")
      #expect(made.status == 0)
      #expect(made.printed.hasPrefix(".TH TEARLINE\\-\(command.uppercased()) 1 "))
      for section in [".SH NAME\n", ".SH OVERVIEW\n", ".SH USAGE\n", ".SH OPTIONS\n"] {
        #expect(made.printed.contains(section), "\(command): \(section)")
      }
      let isEscaped = made.printed.split(separator: "\n").allSatisfy { line in
        !line.hasPrefix(".") || [".TH", ".SH", ".nf", ".fi"].contains(line.prefix(3))
      }
      #expect(isEscaped, "\(command): a line that roff takes for a request")
    }
    #expect(try room.shell("tearline manual nonsense").status == 64)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let room = try Room()
    defer { room.leave() }
    let made = try room.shell("tearline --generate-completion-script \(shell)")
    #expect(made.status == 0)
    for command in ["explain", "schema", "status"] { #expect(made.printed.contains(command)) }
  }
}
