/// Writes front matter as YAML.
struct FieldSource {
  let runs: RunSource

  /// The lines of a mapping.
  func lines(_ mapping: Field.Mapping) -> [String] {
    var result: [String] = []
    if let mark = mapping.marking { result.append("marking: \(quoted(mark.text(in: runs.house)))") }
    for entry in mapping.entries { result += lines(entry.key, entry.field) }
    return result
  }

  private func lines(_ key: String, _ field: Field) -> [String] {
    switch field {
    case .plain(let words):
      if words.count == 1 { return ["\(key): \(words[0])"] }
      return ["\(key): [\(words.joined(separator: ", "))]"]
    case .versions(let versions):
      if versions.count == 1, let only = versions.first { return ["\(key): \(text(only))"] }
      return ["\(key):"] + versions.map { "  - \(text($0))" }
    case .list(let elements): return ["\(key):"] + elements.map { "  - \(text($0))" }
    case .mapping(let mapping):
      if mapping.entries.isEmpty { return ["\(key): {}"] }
      return ["\(key):"] + lines(mapping).map { "  " + $0 }
    case .mappings(let mappings):
      return ["\(key):"]
        + mappings.flatMap { mapping in
          lines(mapping).enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
        }
    }
  }

  private func text(_ scalar: Scalar) -> String {
    let text = runs.text(scalar.runs, mark: scalar.mark)
    return text.contains(where: "[]{}:#|*`!&\"'".contains) ? quoted(text) : text
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
