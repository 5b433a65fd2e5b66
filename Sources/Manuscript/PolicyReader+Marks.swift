internal import Diagnostics
internal import Edition
internal import Marking

extension PolicyReader {
  /// Levels, compartments, groups and grounds.
  mutating func readClassification(_ map: MappingReader) {
    map.check(known: PolicyReader.fields.keys(of: "classification"), findings: &findings)
    _ = map.required("levels", findings: &findings)
    policy.levels = marks(map, "levels")
    policy.compartments = marks(map, "compartments")
    policy.groups = marks(map, "groups")
    if map["levels"] != nil, policy.levels.isEmpty {
      map.add("missing", map.position, "no level", "name at least one", &findings)
    }
    checkDistinct(map)
    policy.scheme = MarkingScheme(
      levels: policy.levels.map(\.mark), compartments: policy.compartments.map(\.mark),
      groups: policy.groups.map(\.mark),
      levelNames: policy.levels.map { Array($0.name.byLanguage.values).sorted() })
    if let grounds = map["grounds"] { policy.grounds = terms(grounds, "grounds") }
  }

  private mutating func marks(_ map: MappingReader, _ key: String) -> [NamedMark] {
    map.list(key, findings: &findings).compactMap { node in
      guard let entry = mapping(node, key) else { return nil }
      entry.check(
        known: PolicyReader.fields.fields(of: "classification").keys(of: key), findings: &findings)
      guard entry.required("mark", findings: &findings) != nil,
        let mark = entry.text("mark", findings: &findings)
      else { return nil }
      if !MarkingScheme.isMark(mark) {
        entry.add(
          "mark", entry.position, "'\(mark)' is no mark",
          "use a capital, then capitals, digits and : + . -", &findings)
      }
      let name = entry.names("name", languages: nameLanguages, findings: &findings)
      let color = entry.text("color", findings: &findings)
      if let color, !PolicyReader.isColor(color) {
        entry.add(
          "value", entry.position, "'\(color)' is no colour", "write \"#RRGGBB\"", &findings)
      }
      return NamedMark(mark: mark, name: name ?? Names(mark), color: color)
    }
  }

  private static func isColor(_ text: String) -> Bool {
    text.utf8.count == 7 && text.first == "#" && text.dropFirst().allSatisfy(\.isHexDigit)
  }

  /// A mark means one thing: no level, compartment or group shares it with another.
  private mutating func checkDistinct(_ map: MappingReader) {
    var seen: Set<String> = []
    for mark in (policy.levels + policy.compartments + policy.groups).map(\.mark)
    where !seen.insert(mark).inserted {
      map.add(
        "mark", map.position, "the mark '\(mark)' stands for two things", "rename one", &findings)
    }
    for mark in policy.compartments.map(\.mark) + policy.groups.map(\.mark) where mark == "REL" {
      map.add("mark", map.position, "'\(mark)' begins a release list", "rename it", &findings)
    }
  }

  /// The audiences and their clearances.
  mutating func readAudiences(_ map: MappingReader) {
    guard let node = map.required("audiences", findings: &findings),
      let audiences = mapping(node, "audiences")
    else { return }
    if audiences.entries.isEmpty {
      map.add("missing", audiences.position, "no audience", "name at least one", &findings)
    }
    if audiences.entries.count > Policy.mostAudiences {
      audiences.add(
        "value", audiences.position,
        "\(audiences.entries.count) audiences; at most \(Policy.mostAudiences) are told apart",
        "give those that read the same one name", &findings)
    }
    for entry in audiences.entries {
      checkID(entry.key, "audiences", entry.position)
      if policy.audiences.contains(where: { $0.id.lowercased() == entry.key.lowercased() }) {
        audiences.add(
          "value", entry.position, "'\(entry.key)' differs from another audience in case alone",
          "rename one", &findings)
      }
      if ["words", "partials"].contains(entry.key.lowercased()) {
        audiences.add(
          "value", entry.position, "'\(entry.key)' is a folder of every theme", "rename it",
          &findings)
      }
      if let reader = mapping(entry.value, "audiences.\(entry.key)") {
        readAudience(entry.key, reader)
      }
    }
    checkReleased(audiences)
  }

  private mutating func checkReleased(_ map: MappingReader) {
    guard let released = policy.released else { return }
    if policy.audiences.map(\.id) != [released] {
      map.add(
        "released", map.position, "a publication released to '\(released)' has other audiences",
        "release it again; such a publication is not edited", &findings)
    }
  }

  private mutating func readAudience(_ id: String, _ map: MappingReader) {
    map.check(
      known: PolicyReader.fields.keys(of: "audiences"), findings: &findings)
    let name = map.names("name", languages: nameLanguages, findings: &findings) ?? Names(id)
    _ = map.required("clearance", findings: &findings)
    let mark = map.text("clearance", findings: &findings)
    let level = mark.flatMap { policy.scheme.level($0) }
    if let mark, level == nil {
      unknown(mark, "clearance", policy.scheme.levels, map)
    }
    let clearance = Clearance(
      level: level ?? -1,
      compartments: positions(map, "compartments", policy.scheme.compartments),
      groups: positions(map, "groups", policy.scheme.groups))
    let redaction = choice(map, "redaction", ["omit", "mark"]) ?? "omit"
    let inline = choice(map, "inline", ["portion", "token"])
    if inline == "token", redaction == "omit" {
      map.add(
        "value", map.position, "'inline: token' in an edition that omits",
        "set 'redaction: mark', or leave 'inline' out", &findings)
    }
    let shows = choice(map, "portion-marks", ["show", "hide"]) == "show"
    var base = map.text("base-url", findings: &findings)
    if let url = base {
      checkURL(url, "base-url", map)
      if !url.hasSuffix("/") { base = url + "/" }
    } else if policy.released == nil {
      findings.add(
        Diagnostic(
          "policy/no-base-url", .note,
          at: Place(path, line: map.position.line),
          "'\(id)' has no 'base-url': its site has no feeds and no sitemap",
          help: "add 'base-url: https://…'"))
    }
    policy.audiences.append(
      Audience(
        id: id, name: name, clearance: clearance, redaction: redaction == "mark" ? .mark : .omit,
        inlineTokens: inline == "token" && redaction == "mark", showsMarks: shows, baseURL: base))
  }

  private mutating func positions(
    _ map: MappingReader, _ key: String, _ known: [String]
  ) -> Set<Int> {
    var result: Set<Int> = []
    for mark in map.texts(key, findings: &findings) ?? [] {
      if let position = known.firstIndex(of: mark) {
        result.insert(position)
      } else {
        unknown(mark, key, known, map)
      }
    }
    return result
  }

  private mutating func choice(
    _ map: MappingReader, _ key: String, _ known: [String]
  ) -> String? {
    guard let value = map.text(key, findings: &findings) else { return nil }
    if !known.contains(value) { unknown(value, key, known, map) }
    return value
  }

  private mutating func unknown(
    _ value: String, _ key: String, _ known: [String], _ map: MappingReader
  ) {
    map.add(
      "value", map[key]?.position ?? map.position,
      "unknown '\(value)' in '\(key)' of '\(map.name)'",
      Suggestion.help(for: value, among: known)
        ?? (known.isEmpty
          ? "declare it under 'classification'" : "use one of: \(known.joined(separator: ", "))"),
      &findings)
  }
}
