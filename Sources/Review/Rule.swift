internal import Diagnostics

/// One rule of `check`: a type, a file, a page in `docs/rules`, and flawed briefings in
/// `Tests/Review`.
///
/// A rule looks at one briefing, on any thread, or at the whole publication, or at both.
protocol Rule: Sendable {
  /// Its code, weight and sentence.
  var about: RuleDescription { get }
  /// Looks at one briefing.
  func review(_ paper: Paper, _ report: inout Report)
  /// Looks at all briefings beside each other.
  func review(_ library: Library, _ report: inout Report)
}

extension Rule {
  func review(_ paper: Paper, _ report: inout Report) {}
  func review(_ library: Library, _ report: inout Report) {}
}

/// Collects what one rule finds.
struct Report {
  private(set) var findings = Findings()
  private let code: String
  private let severity: Diagnostic.Severity

  /// A report of a rule's findings at the weight that the policy gives them.
  init(_ about: RuleDescription, severity: Diagnostic.Severity) {
    code = about.code
    self.severity = severity
  }

  /// Adds a finding: what is wrong, in one sentence that quotes nothing of a briefing's text, and
  /// what to do.
  mutating func add(at place: Place, _ message: String, help: String) {
    findings.add(Diagnostic(code, severity, at: place, message, help: help))
  }
}
