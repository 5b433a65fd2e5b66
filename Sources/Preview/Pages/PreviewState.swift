public import Diagnostics
internal import JSON

/// Where a preview stands: which build is shown, and what is wrong with the publication as it is
/// now.
public struct PreviewState: Hashable, Sendable {
  /// The most findings of each severity that go to a browser.
  public static let limit = 50

  /// The number of the last build that had no error; 0 where there was none.
  public var build: Int
  /// What was found, sorted.
  public var findings: [Diagnostic]

  /// A state.
  public init(build: Int, findings: [Diagnostic]) {
    self.build = build
    self.findings = findings
  }

  /// The state as an event of a stream (HTML Standard, section 9.2).
  var event: [UInt8] {
    Array("event: state\ndata: ".utf8) + json.bytes() + Array("\n\n".utf8)
  }

  private var json: JSON {
    let errors = findings.filter { $0.severity == .error }
    let warnings = findings.filter { $0.severity == .warning }
    let shown = errors.prefix(PreviewState.limit) + warnings.prefix(PreviewState.limit)
    return .members([
      "build": .number(build),
      "errors": .number(errors.count),
      "warnings": .number(warnings.count),
      "findings": .array(shown.map(PreviewState.json)),
    ])
  }

  private static func json(_ finding: Diagnostic) -> JSON {
    .members([
      "place": .string("\(finding.place)"),
      "severity": .string(finding.severity.rawValue),
      "code": .string(finding.code),
      "message": .string(finding.message),
      "help": finding.help.map(JSON.string),
      "excerpt": finding.excerpt.map(JSON.string),
    ])
  }
}
