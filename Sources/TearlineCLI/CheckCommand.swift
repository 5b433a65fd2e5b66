internal import ArgumentParser
internal import Diagnostics
internal import Pipeline

/// `tearline check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report everything that is wrong with policy, marks, fields and links.",
    discussion: """
      Reads the publication as every audience would get it, and builds nothing. Findings go to
      standard error; with --format json or sarif they go to standard output instead.

      EXAMPLE:
        tearline check --strict
      """)

  @OptionGroup var options: PublicationOptions

  @Flag(help: "Let warnings count as errors.")
  var strict = false

  @Option(help: "How findings are written.")
  var format = ReportFormat.text

  func run() throws {
    let result = check(options.settings())
    let findings = result.findings.sorted
    switch format {
    case .text: Console.report(shown(findings), options)
    case .json, .sarif: Console.out(format.bytes(findings))
    }
    if format == .text, !options.quiet { summarize(findings, result) }
    let fails = findings.contains { $0.severity == .error || strict && $0.severity == .warning }
    if fails { throw Status.errors }
  }

  private func shown(_ findings: [Diagnostic]) -> [Diagnostic] {
    options.quiet ? findings.filter { $0.severity == .error } : findings
  }

  private func summarize(_ findings: [Diagnostic], _ result: CheckResult) {
    if let summary = TextReport.summary(findings) {
      Console.error(summary)
    } else if let publication = result.publication {
      let count = publication.briefings.count
      Console.error("\(count) briefing\(count == 1 ? "" : "s"), nothing to report")
    }
  }
}
