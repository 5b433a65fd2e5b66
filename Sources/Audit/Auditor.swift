internal import Calendar
public import Diagnostics

/// Reads what was built for an audience, and the sources again, and says whether anything withheld
/// shows.
///
/// It takes no word for it: it has its own reading of policy, marks and front matter, simpler than
/// that of the build and in doubt for withholding. What it calls withheld and finds in an edition
/// blocks that edition.
public struct Auditor: Sendable {
  private let policy: ReadPolicy
  private let documents: [ReadDocument]
  private let asOf: Day
  private let drafts: Bool
  private let theme: [[UInt8]]
  private let exceptions: ExceptionFile

  /// Reads the sources.
  ///
  /// What cannot be read is among the findings, as `audit/source`, and nothing may be published
  /// then: the audit would not know what to look for.
  public init(sources: AuditSources, findings: inout Findings) {
    let policy = PolicyReading.read(sources.policy)
    if policy == nil {
      findings.add(
        Diagnostic(
          "audit/source", at: Place(PolicyReading.file), "the audit cannot read the policy",
          help: "run 'tearline check'"))
    }
    self.policy = policy ?? ReadPolicy()
    asOf = sources.asOf
    drafts = sources.drafts
    theme = sources.theme
    let reading = DocumentReading(policy: self.policy, asOf: asOf)
    var documents: [ReadDocument] = []
    for file in sources.briefings.sorted(by: { $0.path < $1.path }) {
      if let document = reading.read(path: file.path, bytes: file.bytes) {
        documents.append(document)
      } else {
        findings.add(
          Diagnostic(
            "audit/source", at: Place(file.path), "the audit cannot read this briefing",
            help: "run 'tearline check'"))
      }
    }
    self.documents = documents
    exceptions = ExceptionFile(
      sources.exceptions, audiences: Set(self.policy.audiences.map(\.id)), findings: &findings)
  }

  /// What to look for in the edition of an audience.
  ///
  /// It is costly to make and cheap to use: its files may be audited one by one, on any threads.
  public func edition(for audience: String) -> EditionAudit {
    guard let position = policy.position(of: audience) else {
      return EditionAudit(audience: audience, sight: nil, theme: theme, exceptions: exceptions, asOf)
    }
    var sight = Sight()
    if policy.released == nil {
      sight = Sight(documents, policy: policy, position: position, asOf: asOf, drafts: drafts)
    }
    return EditionAudit(
      audience: audience, sight: sight, theme: theme, exceptions: exceptions, asOf)
  }

  /// Audits all files of the edition of an audience.
  public func audit(audience: String, files: [AuditedFile]) -> AuditReport {
    let edition = edition(for: audience)
    return edition.report(files.flatMap(edition.audit) + edition.auditManifest(files))
  }
}
