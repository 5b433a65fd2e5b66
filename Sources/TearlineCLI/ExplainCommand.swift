internal import ArgumentParser
internal import Diagnostics
internal import Pipeline

/// `tearline explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show for each portion its label, the rule that gave it, and who gets what.",
    discussion: """
      With a line, shows the portions there in full. A draft is explained as though it were \
      published.

      EXAMPLE:
        tearline explain briefings/port.md
        tearline explain briefings/port.md:14
      """)

  @OptionGroup var options: PublicationOptions

  @Argument(
    help: ArgumentHelp(
      "The briefing's file, relative to the publication.", valueName: "file[:line]"))
  var place: String

  @Option(help: "How the explanation is written.")
  var format = TableFormat.text

  func run() throws {
    let (file, line) = ExplainCommand.parts(of: place)
    switch explain(options.path(of: file), options.settings()) {
    case .unusable(let message): try Failure.unusable(message)
    case .failed(let findings): try Failure.refused(findings, isLimited: false, options)
    case .explained(var explanation, let lines):
      if let line {
        guard line <= lines else {
          try Failure.unusable("\(file) has \(lines) lines, and no line \(line)")
        }
        explanation.portions = ExplainCommand.portions(at: line, of: explanation)
        guard !explanation.portions.isEmpty else {
          try Failure.unusable("no portion begins on line \(line) or above it")
        }
      }
      show(explanation, isDetailed: line != nil)
    }
  }

  private func show(_ explanation: Explanation, isDetailed: Bool) {
    switch format {
    case .json: Console.out(ExplanationJSON.value(explanation).bytes(pretty: true))
    case .text where isDetailed:
      Console.out(Array(ExplanationDetail(explanation, width: Console.width).text.utf8))
    case .text:
      let picture = ExplanationPicture(
        explanation, width: Console.width, color: Console.colorsOutput)
      Console.out(Array(picture.text.utf8))
    }
  }

  /// `FILE:LINE` taken apart.
  private static func parts(of place: String) -> (file: String, line: Int?) {
    guard let colon = place.lastIndex(of: ":"), let line = Int(place[place.index(after: colon)...])
    else { return (place, nil) }
    return (String(place[..<colon]), line)
  }

  /// The portions that begin on a line; where none does, those on the last line before it.
  private static func portions(at line: Int, of explanation: Explanation) -> [Explanation.Portion] {
    let above = explanation.portions.map(\.line).filter { $0 <= line }.max()
    return explanation.portions.filter { $0.line == above }
  }
}
