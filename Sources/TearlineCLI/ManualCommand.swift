internal import ArgumentParser

/// `tearline manual`.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print a man page, or the help of all commands as a page of Markdown.",
    discussion: """
      EXAMPLE:
        tearline manual check > tearline-check.1
        tearline manual | man -l -
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case man, markdown }

  @Argument(help: "The command (default: tearline itself).")
  var command: String?

  @Option(help: "A man page of one command, or a Markdown page of all.")
  var format = Format.man

  func run() throws {
    switch format {
    case .markdown: Console.out(Array(Manual.markdown.utf8))
    case .man:
      guard let page = Manual.page(of: command) else {
        try Failure.unusable("no command '\(command ?? "")'; 'tearline --help' lists them")
      }
      Console.out(Array(page.utf8))
    }
  }
}
