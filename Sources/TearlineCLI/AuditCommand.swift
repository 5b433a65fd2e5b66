internal import ArgumentParser
internal import Diagnostics
internal import Pipeline

/// `tearline audit`.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Search built editions for what their audiences may not see.",
    discussion: """
      Reads every byte of the editions and the sources again, with code that shares nothing \
      with what builds. A build does the same before it publishes.

      EXAMPLE:
        tearline audit --audience public
      """)

  @OptionGroup var options: PublicationOptions

  @Option(
    name: .customLong("audience"),
    help: ArgumentHelp("Search this audience's edition alone; may be repeated.", valueName: "name"))
  var audiences: [String] = []

  @Option(help: ArgumentHelp("Where the editions are (default: site).", valueName: "dir"))
  var output: String?

  @Flag(help: "The editions were built with drafts.")
  var drafts = false

  @Option(help: "How findings are written.")
  var format = ReportFormat.text

  func run() throws {
    let outcome = audit(
      options.settings(drafts: drafts), audiences: audiences, output: output)
    switch outcome {
    case .audited(let findings, let editions):
      switch format {
      case .text:
        Console.report(findings, options, terse: !audiences.isEmpty)
        if Console.isTerminal || options.verbose, !options.quiet {
          let what = editions == 1 ? "1 edition" : "\(editions) editions"
          Console.error(TextReport.summary(findings) ?? "\(what): nothing found")
        }
      case .json, .sarif, .github:
        Console.out(format.bytes(audiences.isEmpty ? findings : findings.map(\.terse)))
      }
      if !findings.isEmpty { throw Status.audited }
    case .refused(let findings):
      try Failure.refused(findings, isLimited: !audiences.isEmpty, options)
    case .unusable(let message): try Failure.unusable(message)
    }
  }
}
