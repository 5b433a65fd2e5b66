/// Makes random front matter.
struct FieldMaker {
  var maker: Maker
  let top: Mark
  /// Ids that may be named, and those that may be superseded.
  let ids: [String]
  let older: [String]

  /// Keys whose values are texts.
  static let texts: Set = [
    "title", "summary", "contact", "actor", "intent", "capability", "horizon", "vulnerabilities",
    "text", "because", "do", "by", "basis", "description", "note", "reason",
  ]
  /// The values of words that the schema knows.
  static let words = [
    "level": ["minimal", "limited", "substantial", "critical"],
    "likelihood": ["unlikely", "likely", "very-likely"], "confidence": ["low", "moderate"],
    "impact": ["minor", "major"], "from": ["unlikely", "likely"],
    "when": ["now", "this-week", "later"], "grade": ["A1", "B2", "C3"],
    "kind": ["human", "technical", "open"], "change": ["substantial", "minor"],
  ]

  private typealias Entry = Field.Entry

  /// The labelled fields of a briefing.
  mutating func fields(isWithdrawn: Bool) -> Field.Mapping {
    var entries = [Entry(key: "title", field: field("title"))]
    func add(_ key: String, _ field: Field?) {
      if let field { entries.append(Entry(key: key, field: field)) }
    }
    for key in ["summary", "contact"] { add(key, some(50) { $0.field(key) }) }
    add("threat", some(50) { .mapping($0.mapping(FieldMaker.threat, 50)) })
    add("vulnerabilities", some(30) { .list($0.scalars("vulnerabilities", 1...3)) })
    for key in ["interests", "topics", "sectors", "regions"] {
      add(key, some(50) { $0.terms(key) })
    }
    let sources = some(40) { $0.mappings(["kind", "grade", "description"], "s") }
    let judgements = some(40) { maker in
      maker.judgements(sources == nil ? [] : ["s1"])
    }
    add("judgements", judgements)
    add("advice", some(40) { $0.advice(judgements == nil ? [] : ["j1"]) })
    add("sources", sources)
    if !ids.isEmpty { add("related", some(40) { .list([$0.scalar([.word($0.pick($0.ids))])]) }) }
    if !older.isEmpty {
      add("supersedes", some(25) { .versions([$0.scalar([.word($0.pick($0.older))])]) })
    }
    add("revisions", some(40) { $0.mappings(["date", "note", "change"], nil) })
    if isWithdrawn { add("withdrawal", .mapping(mapping(["date", "reason", "do"], 80))) }
    return Field.Mapping(marking: nil, entries: entries)
  }

  private static let threat = [
    "level", "actor", "intent", "capability", "likelihood", "confidence", "impact", "horizon",
  ]

  private mutating func some(_ percent: Int, _ make: (inout FieldMaker) -> Field) -> Field? {
    maker.dice.chance(percent) ? make(&self) : nil
  }

  private mutating func pick(_ words: [String]) -> String { maker.dice.pick(words) }

  private mutating func scalar(_ runs: [Run], _ percent: Int = 50) -> Scalar {
    Scalar(maker.someMark(within: top, percent), runs)
  }

  /// A value for a key.
  mutating func value(_ key: String) -> [Run] {
    if key == "date" { return [.word(World.date(maker.dice.among(16...39)))] }
    if let words = FieldMaker.words[key] { return [.word(maker.dice.pick(words))] }
    if maker.dice.chance(60) { return maker.words(1...4) }
    var allowance = Maker.Allowance(top: top)
    allowance.links = ids.map { "briefing:" + $0 }
    return maker.text(allowance)
  }

  private mutating func scalars(_ key: String, _ range: ClosedRange<Int>) -> [Scalar] {
    (0..<maker.dice.among(range)).map { _ in scalar(value(key)) }
  }

  private mutating func field(_ key: String) -> Field {
    let mayVary = !["date", "change"].contains(key)
    guard mayVary, maker.dice.chance(35) else {
      return .versions([scalar(value(key), mayVary ? 40 : 0)])
    }
    return .versions((0..<maker.dice.among(2...3)).map { _ in scalar(value(key), 100) })
  }

  private mutating func terms(_ key: String) -> Field {
    let terms = maker.dice.some(maker.house.terms(key), 40)
    let first = maker.dice.pick(maker.house.terms(key))
    return .list((terms.isEmpty ? [first] : terms).map { scalar([.word($0.id)]) })
  }

  private mutating func mapping(_ keys: [String], _ percent: Int) -> Field.Mapping {
    var kept = maker.dice.some(keys, percent)
    if kept.isEmpty { kept = [maker.dice.pick(keys)] }
    return Field.Mapping(
      marking: maker.someMark(within: top, 20),
      entries: kept.map { Entry(key: $0, field: field($0)) })
  }

  /// A list of mappings, each with an id that begins so.
  private mutating func mappings(_ keys: [String], _ prefix: String?) -> Field {
    .mappings(
      (1...maker.dice.among(1...3)).map { number in
        var mapping = mapping(keys, 100)
        if let prefix {
          mapping.entries.insert(Entry(key: "id", field: .plain(["\(prefix)\(number)"])), at: 0)
        }
        return mapping
      })
  }

  private mutating func judgements(_ sources: [String]) -> Field {
    guard case .mappings(var list) = mappings(["text", "likelihood", "confidence"], "j") else {
      return .list([])
    }
    for index in list.indices {
      if !sources.isEmpty { list[index]["sources"] = .list([scalar([.word("s1")], 20)]) }
      if maker.dice.chance(30) {
        list[index]["changed"] = .mapping(mapping(["from", "because"], 100))
      }
    }
    return .mappings(list)
  }

  private mutating func advice(_ judgements: [String]) -> Field {
    guard case .mappings(var list) = mappings(["do", "when", "by", "basis"], nil) else {
      return .list([])
    }
    for index in list.indices {
      if maker.dice.chance(40) {
        list[index]["for"] = .plain([maker.dice.pick(maker.house.readers).id])
      }
      if !judgements.isEmpty { list[index]["judgements"] = .list([scalar([.word("j1")], 20)]) }
    }
    return .mappings(list)
  }
}
