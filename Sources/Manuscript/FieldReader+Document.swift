internal import Calendar
internal import Diagnostics
internal import Marking

extension FieldReader {
  /// The keys and words that the readers below go by.
  private enum Shape {
    static let fields = FrontMatterShape.labelled
    static let threat = fields.keys(of: "threat")
    static let withdrawal = fields.keys(of: "withdrawal")
    static let translation = fields.keys(of: "translation")
    static let judgement = fields.keys(of: "judgements")
    static let changed = fields.fields(of: "judgements").keys(of: "changed")
    static let advice = fields.keys(of: "advice")
    static let whens = fields.fields(of: "advice").words(of: "when")
    static let source = fields.keys(of: "sources")
    static let kinds = fields.fields(of: "sources").words(of: "kind")
    static let revision = fields.keys(of: "revisions")
    static let changes = fields.fields(of: "revisions").words(of: "change")
  }

  /// Reads every field that carries a label.
  mutating func readAll(_ map: MappingReader, _ front: inout FrontMatter) {
    front.title = field(map, "title", nil, FieldReader.text)
    front.summary = field(map, "summary", nil, FieldReader.text)
    front.contact = field(map, "contact", nil, FieldReader.text)
    front.supersedes = field(map, "supersedes", nil, FieldReader.documentID)
    front.related = portions(map, "related", nil, FieldReader.documentID)
    front.vulnerabilities = portions(map, "vulnerabilities", nil, FieldReader.text)
    front.interests = portions(map, "interests", nil, FieldReader.term("interests"))
    front.topics = portions(map, "topics", nil, FieldReader.term("topics"))
    front.sectors = portions(map, "sectors", nil, FieldReader.term("sectors"))
    front.regions = portions(map, "regions", nil, FieldReader.term("regions"))
    readThreat(map, &front)
    readWithdrawal(map, &front)
    readTranslation(map, &front)
    front.judgements = elements(map, "judgements") { $0.judgement($1) }
    front.advice = elements(map, "advice") { $0.advice($1) }
    front.sources = elements(map, "sources") { $0.source($1) }
    front.revisions = elements(map, "revisions") { $0.revision($1) }
    checkReferences(map, front)
  }

  private mutating func elements<Element>(
    _ map: MappingReader, _ key: String, _ read: (inout FieldReader, MappingReader) -> Element
  ) -> [Element] {
    map.list(key, findings: &findings).compactMap { node in
      MappingReader(node, path: path, area: map.area, name: key, findings: &findings)
        .map { read(&self, $0) }
    }
  }

  private mutating func readThreat(_ map: MappingReader, _ front: inout FrontMatter) {
    guard let threat = map.mapping("threat", findings: &findings) else { return }
    threat.check(known: Shape.threat, findings: &findings)
    let around = marking(threat, nil)
    front.threat.level = field(threat, "level", around, FieldReader.value("threat-level"))
    front.threat.actor = field(threat, "actor", around, FieldReader.text)
    front.threat.intent = field(threat, "intent", around, FieldReader.text)
    front.threat.capability = field(threat, "capability", around, FieldReader.text)
    front.threat.likelihood = field(threat, "likelihood", around, FieldReader.value("likelihood"))
    front.threat.confidence = field(threat, "confidence", around, FieldReader.value("confidence"))
    front.threat.impact = field(threat, "impact", around, FieldReader.value("impact"))
    front.threat.horizon = field(threat, "horizon", around, FieldReader.text)
  }

  private mutating func readWithdrawal(_ map: MappingReader, _ front: inout FrontMatter) {
    if let withdrawal = map.mapping("withdrawal", findings: &findings) {
      withdrawal.check(known: Shape.withdrawal, findings: &findings)
      let around = marking(withdrawal, nil)
      front.withdrawal.isGiven = true
      front.withdrawal.date = field(withdrawal, "date", around, FieldReader.day)
      front.withdrawal.reason = field(withdrawal, "reason", around, FieldReader.text)
      front.withdrawal.action = field(withdrawal, "do", around, FieldReader.text)
    }
    if front.withdrawal.isGiven != (front.status == .withdrawn) {
      add(
        "front-matter/withdrawal",
        (map["withdrawal"] ?? map["status"])?.position ?? map.position,
        "'status: withdrawn' and 'withdrawal' go together", "give both, or neither")
    }
  }

  private mutating func readTranslation(_ map: MappingReader, _ front: inout FrontMatter) {
    guard let translation = map.mapping("translation", findings: &findings) else { return }
    translation.check(known: Shape.translation, findings: &findings)
    let around = marking(translation, nil)
    _ = translation.required("of", findings: &findings)
    front.translation.of = field(
      translation, "of", around, FieldReader.word("of", of: policy.languages))
    front.translation.revision = field(translation, "revision", around, FieldReader.day)
    if front.translation.of?.versions.contains(where: { $0.value == front.language }) ?? false {
      add(
        "front-matter/value", translation["of"]?.position ?? translation.position,
        "a translation of its own language", "name the language that it was translated from")
    }
  }

  private mutating func judgement(_ map: MappingReader) -> JudgementFields {
    map.check(known: Shape.judgement, findings: &findings)
    let around = marking(map, nil)
    var result = JudgementFields()
    result.line = map.position.line
    result.id = localID(map)
    _ = map.required("text", findings: &findings)
    result.text = field(map, "text", around, FieldReader.text)
    result.likelihood = field(map, "likelihood", around, FieldReader.value("likelihood"))
    result.confidence = field(map, "confidence", around, FieldReader.value("confidence"))
    result.sources = portions(map, "sources", around, FieldReader.id)
    if let changed = map.mapping("changed", findings: &findings) {
      changed.check(known: Shape.changed, findings: &findings)
      let inner = marking(changed, around)
      result.changedFrom = field(
        changed, "from", inner, FieldReader.value("likelihood", mayBeFormer: true))
      result.changedBecause = field(changed, "because", inner, FieldReader.text)
    }
    return result
  }

  private mutating func advice(_ map: MappingReader) -> AdviceFields {
    map.check(known: Shape.advice, findings: &findings)
    let around = marking(map, nil)
    var result = AdviceFields()
    result.line = map.position.line
    result.audiences = map.texts("for", findings: &findings)
    let known = policy.audiences.map(\.id)
    for name in result.audiences ?? [] where !known.contains(name) {
      add(
        "marking/unknown-audience", map["for"]?.position ?? map.position,
        "an unknown audience '\(name.prefix(40))' in 'for'",
        Suggestion.help(for: name, among: known) ?? "use one of: \(known.joined(separator: ", "))")
    }
    _ = map.required("do", findings: &findings)
    result.action = field(map, "do", around, FieldReader.text)
    result.when = field(
      map, "when", around, FieldReader.word("when", of: Shape.whens))
    result.by = field(map, "by", around, FieldReader.text)
    result.basis = field(map, "basis", around, FieldReader.text)
    result.judgements = portions(map, "judgements", around, FieldReader.id)
    return result
  }

  private mutating func source(_ map: MappingReader) -> SourceFields {
    map.check(known: Shape.source, findings: &findings)
    let around = marking(map, nil)
    var result = SourceFields()
    result.line = map.position.line
    result.id = localID(map)
    result.kind = field(map, "kind", around, FieldReader.word("kind", of: Shape.kinds))
    result.grade = field(map, "grade", around, FieldReader.grade)
    result.description = field(map, "description", around, FieldReader.text)
    return result
  }

  private mutating func revision(_ map: MappingReader) -> RevisionFields {
    map.check(known: Shape.revision, findings: &findings)
    let around = marking(map, nil)
    var result = RevisionFields()
    result.line = map.position.line
    _ = map.required("date", findings: &findings)
    _ = map.required("note", findings: &findings)
    result.note = field(map, "note", around, FieldReader.text)
    result.date = field(map, "date", around, FieldReader.day)
    result.change = field(
      map, "change", around, FieldReader.word("change", of: Shape.changes))
    return result
  }

  private mutating func localID(_ map: MappingReader) -> String? {
    guard let id = map.text("id", findings: &findings) else { return nil }
    let isPlain = id.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D
    }
    if !isPlain || id.utf8.count > 40 {
      add(
        "front-matter/id", map["id"]?.position ?? map.position, "an id that is no word",
        "use letters, digits and hyphens, such as j1")
    }
    return id
  }

  /// The second of two that have one id, with the first beside it.
  private mutating func reportTwice(_ given: [(id: String?, line: Int)]) {
    var first: [String: Int] = [:]
    for (id, line) in given {
      guard let id else { continue }
      guard let other = first[id] else {
        first[id] = line
        continue
      }
      findings.add(
        Diagnostic(
          "front-matter/duplicate-id", at: Place(path, line: line), "an id that is given twice",
          help: "give each judgement and each source its own id",
          related: [Place(path, line: other)]))
    }
  }

  /// Ids are given once, and references name one that is given.
  private mutating func checkReferences(_ map: MappingReader, _ front: FrontMatter) {
    let judgements = front.judgements.compactMap(\.id)
    let sources = front.sources.compactMap(\.id)
    reportTwice(front.judgements.map { ($0.id, $0.line) })
    reportTwice(front.sources.map { ($0.id, $0.line) })
    let uses =
      front.judgements.flatMap { $0.sources.map { ($0, "source", sources) } }
      + front.advice.flatMap { $0.judgements.map { ($0, "judgement", judgements) } }
    for (use, what, known) in uses where !known.contains(use.value) {
      add(
        "front-matter/unknown-value", YAMLNode.Position(line: use.line, column: 1),
        "no \(what) of this briefing has the id '\(use.value.prefix(40))'",
        Suggestion.help(for: use.value, among: known)
          ?? (known.isEmpty
            ? "write the \(what) with this 'id'" : "use one of: \(known.joined(separator: ", "))"))
    }
  }
}
