internal import Calendar

/// The audit of one audience's edition: knows what must not show in it.
public struct EditionAudit: Sendable {
  private let audience: String
  private let watch: Watch
  private let exceptions: ExceptionFile
  private let asOf: Day
  private let isKnown: Bool

  init(
    audience: String, sight: Sight?, theme: [[UInt8]], exceptions: ExceptionFile, _ asOf: Day
  ) {
    self.audience = audience
    self.exceptions = exceptions
    self.asOf = asOf
    isKnown = sight != nil
    watch = Watch(sight ?? Sight(), theme: theme)
  }

  /// What must not be in a file; it depends on nothing but this file.
  public func audit(_ file: AuditedFile) -> [AuditFinding] {
    var sink = PageSink(watch: watch, file: file)
    if !isKnown || ManifestCheck.isStray(file.path) { sink.report(.strayFile, at: 0) }
    FileScan.scan(file.path, file.bytes, into: &sink)
    return sink.finish()
  }

  /// What is wrong between the manifest and the files; nothing where there is no manifest yet.
  public func auditManifest(_ files: [AuditedFile]) -> [AuditFinding] {
    ManifestCheck.findings(files)
  }

  /// The report of what was found, in any order, with the exceptions applied.
  public func report(_ found: [AuditFinding]) -> AuditReport {
    let own = exceptions.exceptions.filter { $0.audience == audience }
    let inForce = own.filter { asOf <= $0.expires }
    var used: Set<Int> = []
    let kept = found.filter { finding in
      guard let exception = inForce.first(where: { $0.allows(finding) }) else { return true }
      used.insert(exception.line)
      return false
    }
    let diagnostics = own.compactMap { exception in
      exception.diagnostic(asOf: asOf, isUsed: used.contains(exception.line))
    }
    return AuditReport(
      audience: audience, findings: Set(kept).sorted(), exceptionDiagnostics: diagnostics)
  }
}
