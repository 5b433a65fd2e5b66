internal import ArgumentParser
internal import Diagnostics
internal import Pipeline

/// How a command writes its findings.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  /// On standard error, as compilers do.
  case text
  /// On standard output, as a list of objects.
  case json
  /// On standard output, as a SARIF 2.1.0 log.
  case sarif
  /// On standard output, as GitHub's annotations.
  case github

  /// The findings on standard output; nothing for `text`, which goes to standard error.
  func bytes(_ findings: [Diagnostic]) -> [UInt8] {
    switch self {
    case .text: []
    case .json: MachineReport.json(findings).bytes(pretty: true)
    case .sarif:
      MachineReport.sarif(findings, rules: checkRules, version: Version.text).bytes(pretty: true)
    case .github: Array(GitHubReport.text(findings).utf8)
    }
  }
}
