internal import ArgumentParser
internal import Diagnostics
internal import Pipeline

/// `tearline check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report what is wrong with policy, marks, fields, links and wording.",
    discussion: """
      Reads the publication as every audience would get it, holds it against every rule, and \
      builds nothing. Findings go to standard error; with another --format than text they go to \
      standard output instead. --rules lists the rules; the policy's 'checks' switches them.

      EXAMPLE:
        tearline check --strict
      """)

  @OptionGroup var options: PublicationOptions

  @Flag(help: "Let warnings count as errors.")
  var strict = false

  @Option(help: "How findings are written.")
  var format = ReportFormat.text

  @Flag(help: "List the rules, and check nothing.")
  var rules = false

  @Flag(
    help: ArgumentHelp(
      "Put right what has one right answer, in the briefings' files, then check.",
      discussion: "What any audience gets stays the same, byte for byte."))
  var fix = false

  func run() throws {
    if rules { return listRules() }
    if fix { try putRight() }
    var result = check(options.settings())
    let findings = result.findings.sorted
    switch format {
    case .text: Console.report(shown(findings), options)
    case .json, .sarif, .github: Console.out(format.bytes(findings))
    }
    if format == .text, !options.quiet { summarize(findings, result) }
    result.letGo()
    if findings.contains(where: fails) { throw Status.errors }
  }

  /// Whether the run fails for a finding.
  private func fails(_ finding: Diagnostic) -> Bool {
    finding.severity == .error || strict && finding.severity == .warning
  }

  private func putRight() throws {
    switch Pipeline.fix(options.settings()) {
    case .fixed(let paths):
      if !options.quiet { for path in paths { Console.error("\(path): put right") } }
    // The check that follows says what is wrong.
    case .refused: break
    case .unwritable(let message, let help): try Failure.unwritable(message, help)
    }
  }

  private func listRules() {
    if format == .json { return Console.out(MachineReport.json(checkRules).bytes(pretty: true)) }
    let width = checkRules.map(\.code.count).max() ?? 0
    for rule in checkRules {
      func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
      }
      let kind = rule.guardsVisibility ? "fixed" : ""
      Console.out(
        "\(padded(rule.code, width))  \(padded(rule.severity.rawValue, 7))  \(padded(kind, 5))  "
          + rule.summary)
    }
  }

  private func shown(_ findings: [Diagnostic]) -> [Diagnostic] {
    options.quiet ? findings.filter(fails) : findings
  }

  private func summarize(_ findings: [Diagnostic], _ result: CheckResult) {
    if let summary = TextReport.summary(findings) {
      Console.error(summary)
    } else if let publication = result.publication {
      let count = publication.briefings.count
      Console.error(
        "\(count) briefing\(count == 1 ? "" : "s"), "
          + (findings.isEmpty ? "nothing to report" : "no errors or warnings"))
    }
  }
}
