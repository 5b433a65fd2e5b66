internal import ArgumentParser
internal import Diagnostics
internal import Pipeline

/// `tearline build`.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build one site for each audience and publish them.",
    discussion: """
      Everything is checked and built beside the published sites, then swapped in whole: a build \
      that fails leaves the old sites as they are.

      EXAMPLE:
        tearline build --audience public --output /srv/www
      """)

  @OptionGroup var options: PublicationOptions

  @Option(
    name: .customLong("audience"),
    help: ArgumentHelp("Build for this audience alone; may be repeated.", valueName: "name"))
  var audiences: [String] = []

  @Option(help: ArgumentHelp("Where the editions go (default: site).", valueName: "dir"))
  var output: String?

  @Flag(help: "Build drafts too, and say so on every page; needs an --output of its own.")
  var drafts = false

  @Flag(name: .customLong("no-search"), help: "Build sites without search and its index.")
  var noSearch = false

  func validate() throws {
    if let output { try PublicationOptions.requireName(output, of: "--output") }
  }

  func run() throws {
    let isLimited = !audiences.isEmpty
    let settings = BuildSettings(
      settings: options.settings(drafts: drafts), audiences: audiences, output: output,
      search: !noSearch, seconds: Today.seconds, today: Today.day,
      progress: ProgressLine.progress(quiet: options.quiet, verbose: options.verbose))
    let outcome = build(settings)
    ProgressLine.clear()
    switch outcome {
    case .published(let editions, let findings):
      if !isLimited, !options.quiet {
        Console.report(findings.sorted, options)
      }
      if Console.isTerminal || options.verbose, !options.quiet {
        for edition in editions {
          Console.error("\(settings.outputFolder)/\(edition.audience): \(edition.files) files")
        }
      }
    case .refused(let findings): try Failure.refused(findings, isLimited: isLimited, options)
    case .audited(let findings):
      Console.report(findings, options, terse: isLimited)
      throw Status.audited
    case .unusable(let message): try Failure.unusable(message)
    case .unwritable(let message, let help): try Failure.unwritable(message, help)
    }
  }
}
