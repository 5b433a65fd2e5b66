internal import JSON
internal import Pipeline

/// An explanation as JSON.
enum ExplanationJSON {
  /// The whole explanation.
  static func value(_ explanation: Explanation) -> JSON {
    .members([
      "file": .string(explanation.path),
      "id": .string(explanation.id),
      "language": .string(explanation.language),
      "status": .string(explanation.status),
      "classification": .string(explanation.classification),
      "asOf": .string(explanation.asOf),
      "downgrades": .array(
        explanation.downgrades.map {
          .members(["from": .string($0.from), "to": .string($0.to)])
        }),
      "audiences": .array(
        explanation.audiences.map { audience in
          .members([
            "id": .string(audience.id), "inEdition": .bool(audience.absence == nil),
            "because": audience.absence.map(JSON.string),
          ])
        }),
      "portions": .array(
        explanation.portions.map { portion($0, explanation.audiences.map(\.id)) }),
    ])
  }

  private static func portion(_ portion: Explanation.Portion, _ audiences: [String]) -> JSON {
    .members([
      "line": .number(portion.line),
      "name": .string(portion.name),
      "label": .string(portion.label),
      "rule": .string(portion.rule),
      "ruleLine": portion.ruleLine.map(JSON.number),
      "written": portion.written.map(JSON.string),
      "ground": portion.ground.map(JSON.string),
      "tailoredTo": portion.tailoredTo.map { .array($0.map(JSON.string)) },
      "text": .string(portion.text),
      "audiences": .object(
        zip(audiences, portion.outcomes).map { JSON.Member($0, outcome($1)) }),
      "spans": .array(portion.spans.map { span($0, audiences) }),
    ])
  }

  private static func outcome(_ outcome: Explanation.Outcome) -> JSON {
    switch outcome {
    case .reads(let text): .members(["gets": "text", "text": .string(text)])
    case .substitute(let text): .members(["gets": "substitute", "text": .string(text)])
    case .partly(let text): .members(["gets": "part", "text": .string(text)])
    case .version(let line): .members(["gets": "version", "line": .number(line)])
    case .token(let because): .members(["gets": "token", "because": .string(because)])
    case .nothing(let because): .members(["gets": "nothing", "because": .string(because)])
    }
  }

  private static func span(_ span: Explanation.Span, _ audiences: [String]) -> JSON {
    .members([
      "label": .string(span.label),
      "text": .string(span.text),
      "substitute": span.substitute.map(JSON.string),
      "audiences": .object(
        zip(audiences, span.outcomes).map { JSON.Member($0, .string($1 ?? "nothing")) }),
    ])
  }
}
