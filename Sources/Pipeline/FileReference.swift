internal import Manuscript

extension FileSchema {
  /// The keys of the file as a page of Markdown.
  public var markdown: String {
    let title = self == .policy ? "Keys of publication.yml" : "Fields of front matter"
    let page = self == .policy ? "policy.md" : "front-matter.md"
    let fields = self == .policy ? PolicyShape.fields : FrontMatterShape.fields
    var rows: [String] = []
    FileSchema.collect(fields, "", &rows)
    return """
      # \(title)

      Written by `tearline schema \(rawValue) --format markdown`; a test holds it to the program.
      [The page on it](../\(page)) says more.

      | key | holds | meaning |
      | --- | --- | --- |
      \(rows.joined(separator: "\n"))

      """
  }

  private static func collect(_ fields: [FieldShape], _ around: String, _ rows: inout [String]) {
    for field in fields {
      let path = around + field.key
      let required = field.isRequired ? "; required" : ""
      rows.append("| `\(path)` | \(words(field.kind))\(required) | \(field.meaning) |")
      switch field.kind {
      case .mapping(let inner): collect(inner, path + ".", &rows)
      case .mappings(let inner): collect(inner, path + "[].", &rows)
      case .keyed(.mapping(let inner)): collect(inner, path + ".ID.", &rows)
      default: break
      }
    }
  }

  private static func words(_ kind: FieldShape.Kind) -> String {
    switch kind {
    case .plain(let scalar): words(scalar)
    case .plains(let scalar): "\(words(scalar)), or a list"
    case .versions(let scalar): "\(words(scalar)), marked; or versions"
    case .portions(let scalar): "list of \(words(scalar)), marked"
    case .mapping: "mapping"
    case .mappings: "list of mappings"
    case .keyed(.mapping): "mapping by id"
    case .keyed(let inner): "\(words(inner)) by id"
    case .either(let one, let other): "\(words(one)), or \(words(other))"
    case .name: "name"
    case .anything: "anything"
    }
  }

  private static func words(_ scalar: FieldShape.Scalar) -> String {
    switch scalar {
    case .text: "text"
    case .day: "`YYYY-MM-DD`"
    case .label: "label"
    case .mark: "mark"
    case .id: "id"
    case .documentID: "id of a briefing"
    case .grade: "grade such as `B2`"
    case .number: "whole number"
    case .color: "`\"#RRGGBB\"`"
    case .address: "address"
    case .word(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .declared(let key): "one of the policy's `\(key)`"
    }
  }
}
