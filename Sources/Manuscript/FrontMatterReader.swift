internal import Calendar
internal import Diagnostics
internal import Markdown
internal import Marking

/// Reads the front matter of a briefing.
struct FrontMatterReader {
  let path: String
  let policy: Policy
  /// The day for which labels are in force.
  let asOf: Day
  /// The lines of the front matter.
  let lines: ArraySlice<SourceLine>
  var findings = Findings()
  /// The downgrades as written.
  private var downgrades: [FrontMatter.Downgrade] = []

  init(path: String, policy: Policy, asOf: Day, lines: ArraySlice<SourceLine>) {
    self.path = path
    self.policy = policy
    self.asOf = asOf
    self.lines = lines
  }

  private static let labelled = FrontMatterShape.labelled.keys
  private static let administrative = FrontMatterShape.administrative.keys
  private static let downgrade = FrontMatterShape.administrative.keys(of: "downgrade")

  /// What was read, and what the body needs to go on.
  struct Result {
    var front: FrontMatter
    var labels: LabelReader
    var definitions: DefinitionTable
    /// Links to other briefings in the fields.
    var links: [BriefingLink]
  }

  /// Reads the fields; nil where too little is there to go on.
  mutating func read(_ root: YAMLNode) -> Result? {
    guard
      var map = MappingReader(
        root, path: path, area: "front-matter", name: "front matter", findings: &findings)
    else { return nil }
    // What is missing is missing from the whole: it is said at the line that opens it.
    map.position = YAMLNode.Position(line: 1, column: 1)
    let isReleased = policy.released != nil
    let known =
      Self.labelled
      + (isReleased
        ? ["id", "kind", "language", "status", "issued", "expires", "banner"]
        : Self.administrative)
    map.check(known: known, findings: &findings)
    let (written, labels) = classification(map, isReleased)
    var front = FrontMatter(
      classification: labels.reading(written).label, writtenClassification: written)
    front.downgraded = labels.downgraded
    front.downgrades = downgrades
    for entry in map.entries { front.lines[entry.key] = entry.position.line }
    readAdministration(map, labels, &front)
    if isReleased { front.unmarked = Label(level: 0) }
    _ = map.required("title", findings: &findings)
    var fields = FieldReader(
      path: path, lines: lines, policy: policy, labels: labels,
      classification: front.classification,
      unmarked: front.unmarked, definitions: DefinitionTable(banner: written),
      issued: front.issued)
    fields.readAll(map, &front)
    findings.add(contentsOf: fields.findings)
    return Result(
      front: front, labels: labels, definitions: fields.definitions, links: fields.links)
  }

  /// The written classification and the reader of labels that the downgrades make.
  ///
  /// In a released publication all that is there is visible, so the lowest level stands in. Where there
  /// is none that can be read, the highest label does, so that all else that is wrong is found too.
  private mutating func classification(
    _ map: MappingReader, _ isReleased: Bool
  ) -> (Label, LabelReader) {
    if isReleased {
      return (
        Label(level: 0),
        LabelReader(scheme: policy.scheme, downgraded: [:], words: policy.words)
      )
    }
    var written: Label?
    if map.required("classification", findings: &findings) != nil,
      let text = map.text("classification", findings: &findings)
    {
      written = policy.scheme.label(text)
      if written == nil { unknownLabel("classification", map) }
    }
    let labels = LabelReader(
      scheme: policy.scheme, downgraded: readDowngrades(map), words: policy.words)
    return (written ?? policy.scheme.highest, labels)
  }

  private mutating func unknownLabel(_ key: String, _ map: MappingReader) {
    let position = map[key]?.position ?? map.position
    findings.add(
      Diagnostic(
        "marking/unknown-label", at: Place(path, line: position.line, column: position.column),
        "an unknown label in '\(key)'",
        help:
          "write a label of the policy, without parentheses: \(policy.scheme.levels.joined(separator: ", "))"
      ))
  }

  /// The level in force by written level: each written level once, by its latest entry in force.
  private mutating func readDowngrades(_ map: MappingReader) -> [Int: Int] {
    var latest: [Int: (date: Day, to: Int)] = [:]
    for node in map.list("downgrade", findings: &findings) {
      guard
        let entry = MappingReader(
          node, path: path, area: "front-matter", name: "downgrade", findings: &findings)
      else { continue }
      entry.check(known: Self.downgrade, findings: &findings)
      let date = day("date", entry, isRequired: true)
      let from = level("from", entry)
      let to = level("to", entry)
      guard let date, let from, let to else { continue }
      if to > from {
        entry.add(
          "value", entry.position, "a downgrade to a higher level", "swap 'from' and 'to'",
          &findings)
        continue
      }
      downgrades.append(
        FrontMatter.Downgrade(date: date, from: from, to: to, line: entry.position.line))
      guard date <= asOf else { continue }
      if let known = latest[from], known.date > date || known.date == date && known.to >= to {
        continue
      }
      latest[from] = (date, to)
    }
    return latest.mapValues(\.to)
  }

  private mutating func level(_ key: String, _ map: MappingReader) -> Int? {
    guard map.required(key, findings: &findings) != nil,
      let mark = map.text(key, findings: &findings)
    else { return nil }
    if let level = policy.scheme.level(mark) { return level }
    map.add(
      "unknown-value", map[key]?.position ?? map.position, "'\(key)' is no level",
      "use one of: \(policy.scheme.levels.joined(separator: ", "))", &findings)
    return nil
  }

  mutating func day(_ key: String, _ map: MappingReader, isRequired: Bool = false) -> Day? {
    if isRequired, map.required(key, findings: &findings) == nil { return nil }
    guard let text = map.text(key, findings: &findings) else { return nil }
    if let day = Day(text) { return day }
    map.add(
      "date", map[key]?.position ?? map.position, "'\(key)' is no day, written YYYY-MM-DD",
      "write a day that there is, as 2026-11-02", &findings)
    return nil
  }

  private mutating func readAdministration(
    _ map: MappingReader, _ labels: LabelReader, _ front: inout FrontMatter
  ) {
    front.id = requiredText("id", map)
    if !front.id.isEmpty, !DocumentID.isValid(front.id) {
      map.add(
        "id", map["id"]?.position ?? map.position, "an id that is not written as ids are",
        DocumentID.help + "; 'tearline new' gives one", &findings)
    }
    front.kind = word("kind", policy.kinds, map)
    front.language = word("language", policy.languages, map)
    front.status =
      FrontMatter.Status(
        rawValue: word("status", FrontMatter.Status.allCases.map(\.rawValue), map)) ?? .draft
    front.issued = day("issued", map, isRequired: true) ?? asOf
    front.expires = day("expires", map)
    if let expires = front.expires, expires < front.issued {
      map.add(
        "date", map["expires"]?.position ?? map.position, "'expires' lies before 'issued'",
        "check both dates", &findings)
    }
    front.banner = map.text("banner", findings: &findings)
    if let text = map.text("unmarked", findings: &findings) {
      if let label = labels.read(text.utf8) {
        front.unmarked = label.label
        if !front.writtenClassification.covers(label.written) {
          let position = map["unmarked"]?.position ?? map.position
          findings.add(
            Diagnostic(
              "marking/banner-too-low",
              at: Place(path, line: position.line, column: position.column),
              "'unmarked' is above the classification", help: "raise the classification"))
        }
      } else {
        unknownLabel("unmarked", map)
      }
    }
    if let names = map.texts("audiences", findings: &findings) {
      front.audiences = names
      checkAudiences(names, "audiences", map)
    }
    refuseToken(in: map["remarks"])
    readCompilation(map, &front)
    readEmbargo(map, &front)
  }

  private mutating func requiredText(_ key: String, _ map: MappingReader) -> String {
    guard map.required(key, findings: &findings) != nil else { return "" }
    return map.text(key, findings: &findings) ?? ""
  }

  private mutating func word(_ key: String, _ known: [String], _ map: MappingReader) -> String {
    let word = requiredText(key, map)
    if !word.isEmpty, !known.contains(word) {
      map.add(
        "unknown-value", map[key]?.position ?? map.position,
        "'\(word.prefix(40))' is no value of '\(key)'",
        Suggestion.help(for: word, among: known) ?? "use one of: \(known.joined(separator: ", "))",
        &findings)
    }
    return word
  }

  /// Reports names that are no audience of the policy.
  mutating func checkAudiences(_ names: [String], _ key: String, _ map: MappingReader) {
    let known = policy.audiences.map(\.id)
    for name in names where !known.contains(name) {
      findings.add(
        Diagnostic(
          "marking/unknown-audience",
          at: Place(path, line: (map[key]?.position ?? map.position).line),
          "an unknown audience '\(name.prefix(40))' in '\(key)'",
          help: Suggestion.help(for: name, among: known)
            ?? "use one of: \(known.joined(separator: ", "))"))
    }
  }
}
