internal import ArgumentParser
internal import Pipeline

/// `tearline new`.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a new briefing from its kind's outline, with a fresh id.",
    discussion: """
      EXAMPLE:
        tearline new alert "Drones over the harbour"
        tearline new assessment "Drones boven de haven" --language nl
      """)

  @OptionGroup var options: PublicationOptions

  @Argument(help: "The kind, one of the policy's.")
  var kind: String

  @Argument(help: "The title at full classification.")
  var title: String

  @Option(help: "The language, one of the policy's (default: its first).")
  var language: String?

  func run() throws {
    let scaffold = Scaffold(today: options.asOf ?? Today.day, seconds: Today.seconds)
    switch scaffold.briefing(
      kind: kind, title: title, language: language, root: options.publication)
    {
    case .made(let path): Console.out(path)
    case .refused(let findings): try Failure.refused(findings, isLimited: false, options)
    case .unusable(let message): try Failure.unusable(message)
    case .unwritable(let message, let help): try Failure.unwritable(message, help)
    }
  }
}
