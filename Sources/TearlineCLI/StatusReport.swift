internal import Diagnostics
internal import JSON
internal import Pipeline

/// Where every briefing stands, as a table and as JSON.
struct StatusReport {
  private let status: PublicationStatus

  /// The report of this status.
  init(_ status: PublicationStatus) { self.status = status }

  /// A table for a terminal of this width; as wide as it is for nil.
  func text(width: Int?) -> String {
    let header = ["briefing", "id", "status", "issued"] + status.audiences
    var table = TextTable(
      header + ["next date", "findings"], paths: [0], texts: [header.count, header.count + 1])
    for briefing in status.briefings {
      let findings = TextReport.summary(briefing.findings) ?? "-"
      guard let fields = briefing.fields else {
        let unknown = status.audiences.map { _ in "?" }
        table.add([name(briefing), "?", "unreadable", "?"] + unknown + ["?", findings])
        continue
      }
      let editions = fields.absences.map { $0 == nil ? "yes" : "no" }
      table.add(
        [name(briefing), fields.id, fields.status, fields.issued] + editions
          + [fields.dates.first.map { "\($0.date) \($0.what)" } ?? "-", findings])
    }
    var text = table.text(width: width)
    if let others = TextReport.summary(status.otherFindings) {
      text += "\nin other files: \(others)\n"
    }
    return text
  }

  /// The path below `briefings/`, where all of them are.
  private func name(_ briefing: PublicationStatus.Briefing) -> String {
    String(briefing.path.trimmingPrefix("briefings/"))
  }

  /// Everything, for other programs.
  var json: JSON {
    .members([
      "asOf": .string(status.asOf),
      "audiences": .array(status.audiences.map(JSON.string)),
      "briefings": .array(status.briefings.map(briefing)),
      "findings": .array(status.otherFindings.map(finding)),
    ])
  }

  private func briefing(_ briefing: PublicationStatus.Briefing) -> JSON {
    let fields = briefing.fields
    return .members([
      "file": .string(briefing.path),
      "id": fields.map { .string($0.id) },
      "kind": fields.map { .string($0.kind) },
      "language": fields.map { .string($0.language) },
      "status": fields.map { .string($0.status) },
      "classification": fields.map { .string($0.classification) },
      "issued": fields.map { .string($0.issued) },
      "editions": fields.map { fields in
        .object(
          zip(status.audiences, fields.absences).map { audience, absence in
            JSON.Member(
              audience,
              .members(["in": .bool(absence == nil), "because": absence.map(JSON.string)]))
          })
      },
      "dates": fields.map { fields in
        .array(
          fields.dates.map { .members(["date": .string($0.date), "what": .string($0.what)]) })
      },
      "findings": .array(briefing.findings.map(finding)),
    ])
  }

  private func finding(_ finding: Diagnostic) -> JSON {
    .members([
      "code": .string(finding.code), "severity": .string(finding.severity.rawValue),
      "file": .string(finding.place.file), "line": finding.place.line.map(JSON.number),
      "message": .string(finding.message), "help": finding.help.map(JSON.string),
    ])
  }
}
