public import JSON
internal import Manuscript

/// A YAML file of a publication as JSON Schema describes it (draft 2020-12), for editors.
///
/// It knows no policy: where the policy declares the values, any id is let through. What decides is
/// `check`.
public enum FileSchema: String, Sendable, CaseIterable {
  /// `publication.yml`.
  case policy
  /// The front matter of a briefing.
  case frontMatter = "front-matter"

  private var fields: [FieldShape] {
    switch self {
    case .policy: PolicyShape.fields
    case .frontMatter: FrontMatterShape.fields
    }
  }

  /// The schema.
  public var json: JSON {
    guard case .object(let members) = FileSchema.object(fields) else { return .null }
    let title = self == .policy ? "publication.yml of Tearline" : "Front matter of Tearline"
    return .object(
      [
        JSON.Member("$schema", "https://json-schema.org/draft/2020-12/schema"),
        JSON.Member("title", .string(title)),
      ] + members)
  }

  private static func object(_ fields: [FieldShape]) -> JSON {
    let required = fields.filter(\.isRequired).map { JSON.string($0.key) }
    return .members([
      "type": "object",
      "properties": .object(
        fields.map { field in
          guard case .object(let members) = schema(field.kind) else {
            return JSON.Member(field.key, .bool(true))
          }
          let meaning = JSON.Member("description", .string(field.meaning))
          return JSON.Member(field.key, .object([meaning] + members))
        }),
      "required": required.isEmpty ? nil : .array(required),
      "additionalProperties": false,
    ])
  }

  private static func schema(_ kind: FieldShape.Kind) -> JSON {
    switch kind {
    case .plain(let scalar): value(scalar, isMarked: false)
    case .versions(let scalar), .portions(let scalar):
      oneOrMore(value(scalar, isMarked: true))
    case .plains(let scalar): oneOrMore(value(scalar, isMarked: false))
    case .mapping(let fields): object(fields)
    case .mappings(let fields): .members(["type": "array", "items": object(fields)])
    case .keyed(let inner):
      .members(["type": "object", "additionalProperties": schema(inner)])
    case .either(let one, let other): .members(["anyOf": [schema(one), schema(other)]])
    case .name:
      .members([
        "anyOf": [
          value(.text, isMarked: false),
          .members(["type": "object", "additionalProperties": value(.text, isMarked: false)]),
        ]
      ])
    case .anything: .object([])
    }
  }

  private static func oneOrMore(_ value: JSON) -> JSON {
    .members(["anyOf": [value, .members(["type": "array", "items": value])]])
  }

  private static func value(_ scalar: FieldShape.Scalar, isMarked: Bool) -> JSON {
    if case .word(let words) = scalar, !isMarked {
      return .members(["enum": .array(words.map(JSON.string))])
    }
    guard let pattern = pattern(scalar) else {
      return .members(["type": ["string", "number", "boolean"]])
    }
    let mark = isMarked ? "(\\([A-Z][^)]*\\)\\s+)?" : ""
    let text = JSON.members(["type": "string", "pattern": .string("^\(mark)\(pattern)$")])
    // YAML reads 4 as a number where the step of a scale, or a percentage, may be meant.
    switch scalar {
    case .declared, .number: return .members(["anyOf": [text, .members(["type": "number"])]])
    default: return text
    }
  }

  /// The pattern of a value behind its mark; nil for any text.
  private static func pattern(_ scalar: FieldShape.Scalar) -> String? {
    switch scalar {
    case .text: nil
    case .day: "[0-9]{4}-[0-9]{2}-[0-9]{2}"
    case .label:
      "[A-Z][A-Z0-9:+.-]*(//[A-Z][A-Z0-9:+.-]*(/[A-Z][A-Z0-9:+.-]*)*)?"
        + "(//REL( TO)? [A-Z][A-Z0-9:+., -]*)?"
    case .mark: "[A-Z][A-Z0-9:+.-]*"
    case .id, .declared: "[A-Za-z0-9][A-Za-z0-9-]*"
    case .documentID: "[A-Z]{2,8}-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{4,8}"
    case .grade: "[A-F][1-6]"
    case .number: "[0-9]+"
    case .color: "#[0-9A-Fa-f]{6}"
    case .address: "(mailto:|tel:|https?://).+"
    case .word(let words): "(\(words.joined(separator: "|")))"
    }
  }
}
