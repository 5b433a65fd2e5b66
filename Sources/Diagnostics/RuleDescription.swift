/// What a rule of `check` is called, how much its findings weigh, and what it finds.
public struct RuleDescription: Hashable, Sendable {
  /// The code of its findings, `area/what`.
  public var code: String
  /// How much its findings weigh, unless the policy says otherwise.
  public var severity: Diagnostic.Severity
  /// What it finds, in one sentence without a capital or a full stop.
  public var summary: String
  /// Whether it guards who sees what, so that no policy can switch it.
  public var guardsVisibility: Bool
  /// Whether `check --fix` can put some of its findings right.
  public var hasFix: Bool

  /// A rule of these properties.
  public init(
    code: String, severity: Diagnostic.Severity, summary: String, guardsVisibility: Bool = false,
    hasFix: Bool = false
  ) {
    self.code = code
    self.severity = severity
    self.summary = summary
    self.guardsVisibility = guardsVisibility
    self.hasFix = hasFix
  }
}
