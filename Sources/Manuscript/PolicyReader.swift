internal import Calendar
internal import Diagnostics
internal import Edition
internal import Marking

/// Reads `publication.yml`.
struct PolicyReader {
  let path: String
  var policy = Policy()
  var findings = Findings()

  static let fields = PolicyShape.fields

  /// The keys that hold vocabularies.
  static let vocabularies = ["topics", "sectors", "regions", "interests"]

  /// The policy in `bytes`; what is wrong with it is among the findings.
  static func read(path: String, bytes: [UInt8], findings: inout Findings) -> Policy? {
    guard let file = SourceFile(path: path, bytes: bytes, findings: &findings) else { return nil }
    var yaml = YAMLReader(path: path, area: "policy", lines: file.lines[...])
    let root = yaml.read()
    findings.add(contentsOf: yaml.findings)
    guard let root else { return nil }
    var reader = PolicyReader(path: path)
    reader.read(root)
    findings.add(contentsOf: reader.findings)
    return reader.policy
  }

  private mutating func read(_ root: YAMLNode) {
    guard let map = mapping(root, "publication.yml") else { return }
    map.check(known: PolicyReader.fields.keys + ["released"], findings: &findings)
    policy.released = map.text("released", findings: &findings)
    readLanguages(map)
    if map.required("title", findings: &findings) != nil {
      policy.title = map.names("title", languages: nameLanguages, findings: &findings) ?? Names("")
      if policy.title.byLanguage.values.allSatisfy(\.isEmpty) {
        map.add(
          "missing", map["title"]?.position ?? map.position, "a title without words",
          "write one", &findings)
      }
    }
    readPublisher(map)
    if let node = map.required("classification", findings: &findings),
      let classification = mapping(node, "classification")
    {
      readClassification(classification)
    }
    readAudiences(map)
    readScales(map)
    for key in PolicyReader.vocabularies {
      if let node = map[key] { policy.vocabularies[key] = terms(node, key) }
    }
    if map["kinds"] != nil {
      policy.kinds = map.texts("kinds", findings: &findings) ?? []
      for kind in policy.kinds { checkID(kind, "kinds", map["kinds"]?.position ?? map.position) }
    }
    readAdviceContract(map)
    readWords(map)
    readChecks(map)
  }

  /// The languages that a name may be given in; a released publication keeps a name in another
  /// language where it has no better one.
  var nameLanguages: [String] { policy.released == nil ? policy.languages : [] }

  /// The node as a mapping with a name for messages.
  mutating func mapping(_ node: YAMLNode, _ name: String) -> MappingReader? {
    MappingReader(node, path: path, area: "policy", name: name, findings: &findings)
  }

  private mutating func readLanguages(_ map: MappingReader) {
    guard map.required("languages", findings: &findings) != nil else { return }
    policy.languages = map.texts("languages", findings: &findings) ?? []
    if policy.languages.isEmpty {
      map.add("missing", map.position, "no language", "name at least one", &findings)
    }
    for language in policy.languages {
      let isCode =
        (2...8).contains(language.utf8.count)
        && language.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
      if !isCode {
        map.add(
          "value", map["languages"]?.position ?? map.position, "'\(language)' is no language code",
          "use a code such as en or nl", &findings)
      }
    }
    if Set(policy.languages).count != policy.languages.count {
      map.add(
        "value", map["languages"]?.position ?? map.position, "a language that is named twice",
        "keep one", &findings)
    }
  }

  private mutating func readPublisher(_ map: MappingReader) {
    guard let node = map.required("publisher", findings: &findings),
      let publisher = mapping(node, "publisher")
    else { return }
    publisher.check(known: PolicyReader.fields.keys(of: "publisher"), findings: &findings)
    _ = publisher.required("name", findings: &findings)
    policy.publisher.name =
      publisher.names("name", languages: nameLanguages, findings: &findings) ?? Names("")
    policy.publisher.contact = publisher.text("contact", findings: &findings)
    policy.publisher.url = publisher.text("url", findings: &findings)
    if let contact = policy.publisher.contact,
      !["mailto:", "tel:", "https://", "http://"].contains(where: {
        contact.lowercased().hasPrefix($0) && contact.utf8.count > $0.utf8.count
      })
    {
      publisher.add(
        "value", publisher.position, "'contact' is no address",
        "write mailto:…, tel:… or https://…", &findings)
    }
    if let url = policy.publisher.url { checkURL(url, "url", publisher) }
  }

  /// An absolute web address of the policy.
  mutating func checkURL(_ url: String, _ key: String, _ map: MappingReader) {
    let lower = url.lowercased()
    let isPlain = url.unicodeScalars.allSatisfy {
      $0.value > 0x20 && $0 != "\"" && $0 != "<" && $0 != ">" && $0 != "?" && $0 != "#"
    }
    // Without a host, the first folder of the site would be one.
    let hasHost = ["https://", "http://"].contains { scheme in
      guard lower.hasPrefix(scheme), let first = lower.dropFirst(scheme.count).first else {
        return false
      }
      return first.isLetter || first.isNumber || first == "["
    }
    guard hasHost, isPlain else {
      map.add("value", map.position, "'\(key)' is no web address", "write https://…", &findings)
      return
    }
  }

  /// Ids stand in folder names and addresses.
  mutating func checkID(_ id: String, _ key: String, _ position: YAMLNode.Position) {
    let isPlain = id.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || $0 == 0x2D
    }
    guard !id.isEmpty, id.utf8.count <= 64, isPlain, id.first != "-" else {
      findings.add(
        Diagnostic(
          "policy/value", at: Place(path, line: position.line, column: position.column),
          "'\(id)' in '\(key)' is no id", help: "use letters, digits and hyphens"))
      return
    }
  }

  /// A vocabulary: ids and their names.
  mutating func terms(_ node: YAMLNode, _ key: String) -> [Term] {
    guard let map = mapping(node, key) else { return [] }
    var seen: Set<String> = []
    return map.entries.compactMap { entry in
      checkID(entry.key, key, entry.position)
      if !seen.insert(entry.key.lowercased()).inserted {
        map.add(
          "value", entry.position, "'\(entry.key)' differs from another id in case alone",
          "rename one", &findings)
      }
      return map.names(entry.value, entry.key, nameLanguages, &findings).map {
        Term(id: entry.key, name: $0)
      }
    }
  }

  private mutating func readAdviceContract(_ map: MappingReader) {
    guard let contract = map.mapping("advice-contract", findings: &findings) else { return }
    contract.check(known: PolicyReader.fields.keys(of: "advice-contract"), findings: &findings)
    policy.adviceContract = contract.text("threat-level", findings: &findings)
    guard let level = policy.adviceContract else { return }
    let known = policy.scales["threat-level"]?.versions.flatMap { $0.values.map(\.id) } ?? []
    if !known.contains(level) {
      contract.add(
        "value", contract.position, "'\(level)' is no value of the scale 'threat-level'",
        known.isEmpty
          ? "declare the scale in 'scales'"
          : Suggestion.help(for: level, among: known)
            ?? "the values are: \(known.joined(separator: ", "))",
        &findings)
    }
  }

  /// Whether the codes are those of rules is checked where the rules are known.
  private mutating func readChecks(_ map: MappingReader) {
    guard let checks = map.mapping("checks", findings: &findings) else { return }
    for entry in checks.entries {
      guard let word = checks.text(entry.value, entry.key, &findings) else { continue }
      guard let weight = CheckSetting.Weight(rawValue: word) else {
        checks.add(
          "value", entry.value.position, "'\(entry.key)' is neither off, note nor warning",
          "write 'off', 'note' or 'warning'", &findings)
        continue
      }
      policy.checks.append(
        CheckSetting(code: entry.key, weight: weight, line: entry.position.line))
    }
  }

  private mutating func readWords(_ map: MappingReader) {
    let words = map.texts("words", findings: &findings) ?? []
    let scheme = policy.scheme
    let taken =
      scheme.levels + scheme.levelNames.flatMap { $0 } + scheme.compartments + scheme.groups
    for word in words {
      // As it would be read: no space or width makes another word of it.
      let plain = CompatibilityForm.of(word).split(whereSeparator: \.isWhitespace)
        .joined(separator: " ")
      let isName = taken.contains { $0.lowercased() == plain.lowercased() }
      guard isName || scheme.label(plain.uppercased()) != nil else { continue }
      let what = isName ? "a mark, a level's name, a compartment or a group" : "a label"
      map.add(
        "word-is-mark", map["words"]?.position ?? map.position, "the word '\(word)' is \(what)",
        "take it out of 'words'", &findings)
    }
    policy.words = Set(words)
  }
}
