public import Diagnostics
public import JSON

/// What the audit of one edition found.
public struct AuditReport: Sendable {
  /// The audience whose edition it is.
  public var audience: String
  /// What must not be there, in the order of files and places; what an exception in force allows is
  /// left out.
  public var findings: [AuditFinding]
  /// Exceptions for this audience that have expired or that nothing needed.
  public var exceptionDiagnostics: [Diagnostic]

  /// Whether the edition may be published.
  public var isClean: Bool { findings.isEmpty && exceptionDiagnostics.isEmpty }

  /// The findings as diagnostics: the place is in the built file, under the audience's folder.
  public var diagnostics: [Diagnostic] {
    findings.map { finding in
      Diagnostic(
        finding.code, at: Place("\(audience)/\(finding.path)", line: finding.line),
        AuditReport.message(finding), help: AuditReport.help(finding))
    } + exceptionDiagnostics
  }

  private static func message(_ finding: AuditFinding) -> String {
    var message = finding.what
    if let source = finding.source {
      message += " from \(source)" + (finding.sourceLine.map { ":\($0)" } ?? "")
    }
    if let digest = finding.shortDigest { message += " (sha256 \(digest))" }
    return message
  }

  private static func help(_ finding: AuditFinding) -> String {
    switch finding.code {
    case "audit/words", "audit/token":
      "do not publish; find out how it came there, or if it is harmless, except it in "
        + ExceptionFile.name
    case "audit/hash", "audit/mark": "do not publish; find out how it came there"
    default: "take it out of the theme or the image"
    }
  }

  /// The findings as JSON: places and digests, no text.
  public var json: JSON {
    .object([
      .init("audience", .string(audience)),
      .init("findings", .array(findings.map(AuditReport.json))),
      .init(
        "exceptions",
        .array(
          exceptionDiagnostics.map { diagnostic in
            .members([
              "code": .string(diagnostic.code), "file": .string(diagnostic.place.file),
              "line": diagnostic.place.line.map { .number($0) },
              "message": .string(diagnostic.message),
            ])
          })),
    ])
  }

  private static func json(_ finding: AuditFinding) -> JSON {
    .members([
      "code": .string(finding.code), "file": .string(finding.path),
      "offset": .number(finding.offset), "line": .number(finding.line),
      "what": .string(finding.what), "words": .number(finding.words),
      "sha256": finding.shortDigest.map { .string($0) },
      "source": finding.source.map { .string($0) },
      "sourceLine": finding.sourceLine.map { .number($0) },
    ])
  }
}
