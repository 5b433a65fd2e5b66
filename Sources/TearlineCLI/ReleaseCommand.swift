internal import ArgumentParser
internal import Pipeline

/// `tearline release`.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Write what one audience may see as a publication of its own.",
    discussion: """
      The folder can be read, compared, carried across an air gap and built there: it gives the \
      same site, byte for byte.

      EXAMPLE:
        tearline release --audience public --to ../public-release
      """)

  @OptionGroup var options: PublicationOptions

  @Option(help: "The audience.")
  var audience: String

  @Option(help: ArgumentHelp("A new folder.", valueName: "dir"))
  var to: String

  func validate() throws { try PublicationOptions.requireName(to, of: "--to") }

  func run() throws {
    switch release(audience: audience, to: to, at: Today.seconds, options.settings()) {
    case .written(let files):
      if Console.isTerminal, !options.quiet { Console.error("\(to): \(files) files") }
    case .refused(let findings): try Failure.refused(findings, isLimited: true, options)
    case .unreadable(let findings): try Failure.refused(findings, isLimited: false, options)
    case .unusable(let message): try Failure.unusable(message)
    case .unwritable(let message, let help): try Failure.unwritable(message, help)
    }
  }
}
