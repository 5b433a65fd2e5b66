internal import ArgumentParser
internal import Diagnostics
internal import Pipeline

/// `tearline status`.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "List every briefing with its editions, its dates to come and its open findings.",
    discussion: """
      EXAMPLE:
        tearline status
        tearline status --format json
      """)

  @OptionGroup var options: PublicationOptions

  @Option(help: "How the list is written.")
  var format = TableFormat.text

  func run() throws {
    switch status(options.settings()) {
    case .failed(let findings): try Failure.refused(findings, isLimited: false, options)
    case .told(let status):
      switch format {
      case .json: Console.out(StatusReport(status).json.bytes(pretty: true))
      case .text: Console.out(Array(StatusReport(status).text(width: Console.knownWidth).utf8))
      }
    }
  }
}
