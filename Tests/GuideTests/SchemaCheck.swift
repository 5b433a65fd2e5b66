import Foundation
import Yams

/// Holds YAML against a JSON Schema: as much of draft 2020-12 as ours use, and no more.
struct SchemaCheck {
  private let schema: [String: Any]

  /// A check against the schema in this text; nil where it is no JSON object.
  init?(_ text: String) throws {
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
    guard let schema = json as? [String: Any] else { return nil }
    self.schema = schema
  }

  /// The first thing that is wrong; nil where all is well.
  func fault(in yaml: String) throws -> String? {
    // Scalars stay the text that they are: no date and no number is made of them.
    guard let node = try Yams.compose(yaml: yaml, .basic) else { return "nothing there" }
    return try fault(node, schema, "")
  }

  private func fault(_ node: Node, _ schema: Any?, _ path: String) throws -> String? {
    guard let schema = schema as? [String: Any] else {
      return schema as? Bool == false ? "\(path): not allowed" : nil
    }
    let known = [
      "$schema", "title", "description", "type", "properties", "required", "additionalProperties",
      "items", "anyOf", "enum", "pattern",
    ]
    for key in schema.keys where !known.contains(key) { return "\(path): the schema's '\(key)'" }
    if let choices = schema["anyOf"] as? [Any] {
      let faults = try choices.map { try fault(node, $0, path) }
      return faults.allSatisfy { $0 != nil } ? faults[0] : nil
    }
    let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] }
    switch node {
    case .scalar(let scalar): return try text(scalar.string, types, schema, path)
    case .sequence(let nodes):
      if let types, !types.contains("array") { return "\(path): a list" }
      for (index, node) in nodes.enumerated() {
        if let fault = try fault(node, schema["items"], "\(path)[\(index)]") { return fault }
      }
      return nil
    case .mapping(let mapping):
      if let types, !types.contains("object") { return "\(path): a mapping" }
      return try fault(mapping, schema, path)
    case .alias: return "\(path): an alias"
    }
  }

  private func text(
    _ text: String, _ types: [String]?, _ schema: [String: Any], _ path: String
  ) throws -> String? {
    if let types {
      let isNumber = types.contains("number") && Double(text) != nil
      if !types.contains("string"), !isNumber { return "\(path): a text" }
    }
    if let words = schema["enum"] as? [String], !words.contains(text) {
      return "\(path): '\(text)' is none of \(words)"
    }
    if let pattern = schema["pattern"] as? String {
      let expression = try NSRegularExpression(pattern: pattern)
      let all = NSRange(text.startIndex..., in: text)
      if expression.firstMatch(in: text, range: all) == nil { return "\(path): '\(text)'" }
    }
    return nil
  }

  private func fault(
    _ mapping: Node.Mapping, _ schema: [String: Any], _ path: String
  ) throws -> String? {
    let properties = schema["properties"] as? [String: Any] ?? [:]
    for (key, node) in mapping {
      let name = key.string ?? ""
      let inner = properties[name] ?? schema["additionalProperties"]
      if let fault = try fault(node, inner, "\(path).\(name)") { return fault }
    }
    let keys = mapping.keys.compactMap(\.string)
    let missing = (schema["required"] as? [String] ?? []).first { !keys.contains($0) }
    return missing.map { "\(path): no '\($0)'" }
  }
}
