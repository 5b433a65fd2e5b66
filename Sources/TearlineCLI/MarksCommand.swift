internal import ArgumentParser
internal import Diagnostics
internal import Pipeline

/// `tearline marks`.
struct MarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marks",
    abstract: "Count portions by label, rule, ground and folder; list what may be marked too high.",
    discussion: """
      EXAMPLE:
        tearline marks
        tearline marks --format json
      """)

  @OptionGroup var options: PublicationOptions

  @Option(help: "How the figures are written.")
  var format = TableFormat.text

  func run() throws {
    switch marks(options.settings()) {
    case .failed(let findings): try Failure.refused(findings, isLimited: false, options)
    case .unusable(let message): try Failure.unusable(message)
    case .counted(let statistics):
      switch format {
      case .json: Console.out(MarksReport(statistics).json.bytes(pretty: true))
      case .text: Console.out(Array(MarksReport(statistics).text(width: Console.knownWidth).utf8))
      }
    }
  }
}
