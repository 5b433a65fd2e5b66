public import Diagnostics

/// Where every briefing of a publication stands.
public struct PublicationStatus: Sendable {
  /// The day for which it holds.
  public var asOf: String
  /// The audiences, in the policy's order.
  public var audiences: [String]
  /// The briefings, by path; those that cannot be read have their findings alone.
  public var briefings: [Briefing]
  /// Findings that are about no briefing.
  public var otherFindings: [Diagnostic]

  /// Where a briefing stands.
  public struct Briefing: Sendable {
    /// Its path.
    public var path: String
    /// What its front matter says; nil where too little of it can be read.
    public var fields: Fields?
    /// Its open findings.
    public var findings: [Diagnostic]
  }

  /// What a front matter says of a briefing.
  public struct Fields: Sendable {
    /// Its id.
    public var id: String
    /// Its kind.
    public var kind: String
    /// Its language.
    public var language: String
    /// `draft`, `published` or `withdrawn`.
    public var status: String
    /// Its classification in force.
    public var classification: String
    /// The day of issue.
    public var issued: String
    /// Whether each audience gets it, in their order: nil where it does, else why not.
    public var absences: [String?]
    /// Its dates to come, and the day on which it expired.
    public var dates: [Due]
  }

  /// A date of a briefing.
  public struct Due: Sendable {
    /// The day.
    public var date: String
    /// What happens then.
    public var what: String
  }
}

/// How asking for the status ended.
public enum StatusResult: Sendable {
  /// The status.
  case told(PublicationStatus)
  /// Folder or policy cannot be read.
  case failed(Findings)
}

/// Tells where every briefing stands, those with errors too.
public func status(_ settings: Settings) -> StatusResult {
  let result = check(settings)
  guard let publication = result.publication else { return .failed(result.findings) }
  var findings = Findings()
  let parallel = Parallel(jobs: settings.jobs)
  guard
    let folder = SourceFolder.read(root: settings.root, parallel: parallel, findings: &findings)
  else { return .failed(findings) }
  let teller = StatusTeller(
    publication: publication, paths: folder.briefings.map(\.path),
    findings: result.findings.sorted)
  return .told(teller.status())
}
