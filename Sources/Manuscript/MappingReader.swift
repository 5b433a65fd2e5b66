internal import Diagnostics
internal import Edition

/// Reads a mapping key by key and reports keys that nobody asked for.
struct MappingReader {
  let path: String
  let area: String
  let entries: [YAMLNode.Entry]
  var position: YAMLNode.Position
  /// What the mapping is, for messages: `publication.yml`, `audiences.local`.
  let name: String

  /// A reader of `node`; nil, with a finding, where it is no mapping.
  init?(_ node: YAMLNode, path: String, area: String, name: String, findings: inout Findings) {
    guard case .mapping(let entries, let position) = node else {
      findings.add(
        Diagnostic(
          "\(area)/wrong-shape",
          at: Place(path, line: node.position.line, column: node.position.column),
          "'\(name)' is \(node.shape) where a mapping is wanted", help: "write 'key: value' lines"))
      return nil
    }
    self.path = path
    self.area = area
    self.entries = entries
    self.position = position
    self.name = name
  }

  /// Keys that keep something from somebody: without a value, they would keep nothing.
  private static let restricting: Set = ["audiences", "compilation", "embargo", "for", "marking"]

  /// Reports every key that is not one of `known`, and those that were to restrict and have no value.
  func check(known: [String], findings: inout Findings) {
    for entry in entries where Self.restricting.contains(entry.key) && entry.value.hasNothing {
      add(
        "missing", entry.position, "'\(entry.key)' has no value",
        "write one, or take the key out", &findings)
    }
    for entry in entries where !known.contains(entry.key) {
      add(
        "unknown-key", entry.position, "unknown key '\(entry.key)' in '\(name)'",
        Suggestion.help(for: entry.key, among: known)
          ?? "the keys are: \(known.sorted().joined(separator: ", "))", &findings)
    }
  }

  /// The value of a key; nil where it is absent or empty.
  subscript(key: String) -> YAMLNode? {
    entries.first { $0.key == key }.flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  /// The value of a key that has to be there.
  func required(_ key: String, findings: inout Findings) -> YAMLNode? {
    if let value = self[key] { return value }
    if isMisspelt(key, findings) { return nil }
    let place = entries.first { $0.key == key }?.position ?? position
    add(
      "missing", place,
      "\(name == "front matter" ? "the front matter" : "'\(name)'") has no '\(key)'",
      "add '\(key):'", &findings)
    return nil
  }

  /// Whether an unknown key of this mapping, which has been reported, is likely to be this one.
  ///
  /// Of a whole file only a key that is much like it; in a small mapping any.
  private func isMisspelt(_ key: String, _ findings: Findings) -> Bool {
    let isWhole = position.line <= 1
    return entries.contains { entry in
      guard !isWhole || Suggestion.nearest(to: entry.key, among: [key]) != nil else { return false }
      return findings.sorted.contains {
        $0.code == "\(area)/unknown-key" && $0.place.line == entry.position.line
          && $0.place.column == entry.position.column
      }
    }
  }

  /// A text without marks.
  func text(_ key: String, findings: inout Findings) -> String? {
    self[key].flatMap { text($0, key, &findings) }
  }

  /// A node as a text.
  func text(_ node: YAMLNode, _ key: String, _ findings: inout Findings) -> String? {
    guard case .scalar(let scalar) = node else {
      add(
        "wrong-shape", node.position, "'\(key)' is \(node.shape) where a text is wanted",
        "write '\(key): text'", &findings)
      return nil
    }
    return scalar.text
  }

  /// A list of texts without marks; one text counts as a list of one.
  func texts(_ key: String, findings: inout Findings) -> [String]? {
    guard let node = self[key] else { return nil }
    guard case .list(let nodes, _) = node else { return text(node, key, &findings).map { [$0] } }
    return nodes.compactMap { text($0, key, &findings) }
  }

  /// A name: one text, or a mapping by language.
  func names(_ key: String, languages: [String], findings: inout Findings) -> Names? {
    self[key].flatMap { names($0, key, languages, &findings) }
  }

  /// A node as a name.
  func names(
    _ node: YAMLNode, _ key: String, _ languages: [String], _ findings: inout Findings
  ) -> Names? {
    guard case .mapping(let entries, _) = node else {
      return text(node, key, &findings).map { Names($0) }
    }
    var result: [String: String] = [:]
    for entry in entries {
      if !languages.isEmpty, !languages.contains(entry.key) {
        add(
          "unknown-language", entry.position, "'\(entry.key)' is not one of the languages",
          "use one of: \(languages.joined(separator: ", "))", &findings)
      }
      result[entry.key] = text(entry.value, "\(key).\(entry.key)", &findings)
    }
    let missing = languages.filter { result[$0] == nil }
    if !missing.isEmpty, !result.isEmpty {
      findings.add(
        Diagnostic(
          "\(area)/untranslated", .warning,
          at: Place(path, line: node.position.line, column: node.position.column),
          "'\(key)' has no name in \(missing.joined(separator: ", "))",
          help: "add it: pages in that language show the name in another, unmarked"))
    }
    return Names(byLanguage: result)
  }

  /// A nested mapping.
  func mapping(_ key: String, findings: inout Findings) -> MappingReader? {
    self[key].flatMap {
      MappingReader($0, path: path, area: area, name: key, findings: &findings)
    }
  }

  /// The elements of a list.
  func list(_ key: String, findings: inout Findings) -> [YAMLNode] {
    guard let node = self[key] else { return [] }
    guard case .list(let nodes, _) = node else {
      add(
        "wrong-shape", node.position, "'\(key)' is \(node.shape) where a list is wanted",
        "write one '- ' line for each", &findings)
      return []
    }
    return nodes
  }

  /// Adds a finding about this mapping.
  func add(
    _ what: String, _ position: YAMLNode.Position, _ message: String, _ help: String?,
    _ findings: inout Findings
  ) {
    findings.add(
      Diagnostic(
        "\(area)/\(what)", at: Place(path, line: position.line, column: position.column), message,
        help: help))
  }
}
