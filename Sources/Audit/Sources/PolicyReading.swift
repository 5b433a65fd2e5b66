/// Reads `publication.yml` for the audit.
struct PolicyReading {
  static let file = "publication.yml"
  /// Top-level keys whose entries reach an edition only where they are used.
  static let vocabularies = ["topics", "sectors", "regions", "interests"]

  private var policy = ReadPolicy()

  /// The policy in `bytes`, or nil where it has no levels or no audiences.
  static func read(_ bytes: [UInt8]) -> ReadPolicy? {
    guard let root = YAMLTree.read(bytes) else { return nil }
    var reading = PolicyReading()
    reading.readMarks(root)
    for pair in root["audiences"]?.pairs ?? [] {
      reading.policy.audiences.append(reading.audience(pair.key, pair.line, pair.value))
    }
    reading.readRest(root)
    let policy = reading.policy
    return policy.levels.isEmpty || policy.audiences.isEmpty ? nil : policy
  }

  private mutating func readMarks(_ root: YAMLTree) {
    let section = root["classification"]
    policy.levels = marks(section?["levels"])
    policy.compartments = marks(section?["compartments"])
    policy.groups = marks(section?["groups"])
    policy.marks.levels = PolicyReading.numbers(policy.levels)
    policy.marks.compartments = PolicyReading.numbers(policy.compartments)
    policy.marks.groups = PolicyReading.numbers(policy.groups)
  }

  private func marks(_ list: YAMLTree?) -> [ReadPolicy.Mark] {
    (list?.elements ?? []).compactMap { entry in
      guard let mark = entry["mark"]?.text else { return nil }
      return ReadPolicy.Mark(mark: mark, names: entry["name"]?.texts(in: Self.file) ?? [])
    }
  }

  private static func numbers(_ marks: [ReadPolicy.Mark]) -> [[UInt8]: Int] {
    var result: [[UInt8]: Int] = [:]
    for (number, mark) in marks.enumerated() { result[Array(mark.mark.utf8)] = number }
    return result
  }

  private func audience(_ id: String, _ line: Int, _ entry: YAMLTree) -> ReadAudience {
    func held(_ key: String, _ known: [[UInt8]: Int]) -> Set<Int> {
      Set((entry[key]?.elements ?? []).compactMap { $0.text.flatMap { known[Array($0.utf8)] } })
    }
    let level = entry["clearance"]?.text.flatMap { policy.marks.levels[Array($0.utf8)] }
    let own = ["name", "base-url"].flatMap { entry[$0]?.texts(in: Self.file) ?? [] }
    return ReadAudience(
      id: id, texts: [SourceText(bytes: Array(id.utf8), file: Self.file, line: line)] + own,
      clearance: ReadClearance(
        level: level ?? -1, compartments: held("compartments", policy.marks.compartments),
        groups: held("groups", policy.marks.groups)),
      hasInlineTokens: entry["inline"]?.text == "token" && entry["redaction"]?.text == "mark")
  }

  private mutating func readRest(_ root: YAMLTree) {
    policy.released = root["released"]?.text
    for pair in root.pairs {
      switch pair.key {
      case "audiences", "released": break
      case "classification":
        policy.open += pair.value["grounds"]?.texts(in: Self.file, keys: true) ?? []
      case let key where Self.vocabularies.contains(key):
        for entry in pair.value.pairs {
          policy.vocabularies[key, default: [:]][entry.key] = entry.value.texts(in: Self.file)
        }
      default: policy.open += pair.value.texts(in: Self.file, keys: true)
      }
    }
  }
}
