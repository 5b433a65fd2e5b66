import Foundation
import Testing

/// The schemas, held against the example and against files with one flaw each.
@Suite("The schemas and check agree")
struct SchemaTests {
  private func schema(_ name: String) throws -> SchemaCheck {
    let room = try Room()
    defer { room.leave() }
    let made = try room.shell("tearline schema \(name)")
    #expect(made.status == 0)
    return try #require(try SchemaCheck(made.printed))
  }

  private static func front(_ text: String) -> String {
    text.components(separatedBy: "\n---\n")[0].replacingOccurrences(of: "---\n", with: "")
  }

  @Test func theExampleIsValid() throws {
    let policy = try schema("policy")
    let front = try schema("front-matter")
    let file = try String(
      contentsOf: Guide.root.appending(path: "publication.yml"), encoding: .utf8)
    #expect(try policy.fault(in: file) == nil)
    let folder = Guide.root.appending(path: "briefings")
    var count = 0
    for case let path as String in FileManager.default.enumerator(atPath: folder.path()) ?? .init()
    where path.hasSuffix(".md") {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      #expect(try front.fault(in: Self.front(text)) == nil, "\(path)")
      count += 1
    }
    #expect(count > 30)
  }

  private static let briefing = """
    ---
    id: TA-2026-7K3F
    kind: alert
    language: en
    status: published
    issued: 2026-11-02
    expires: 2027-11-02
    classification: S
    unmarked: U
    compilation: {reason: Together they say more, release-to: [public]}
    audiences: [national, public]
    embargo: {public: 2026-11-03}
    downgrade: [{date: 2028-01-01, from: S, to: U}]
    remarks: {any: [thing, 1]}
    title:
      - (S) Title at length
      - (U) Title
    summary: In short
    threat: {marking: U, level: high, actor: Who, intent: What, capability: How, likelihood: likely, confidence: "(S) low", impact: "1", horizon: 6 months}
    interests: [people]
    vulnerabilities: ["(S) None"]
    topics: espionage
    sectors: [transport]
    regions: [VR17]
    judgements:
      - {marking: U, id: j1, text: A thing is likely, likelihood: likely, confidence: low, sources: [s1], changed: {marking: U, from: unlikely, because: Of it}}
    advice:
      - {marking: U, for: public, do: Call, when: now, by: You, basis: Law, judgements: [j1]}
    sources:
      - {marking: U, id: s1, kind: open, grade: B2, description: News}
    related: [TA-2026-8888]
    supersedes: TA-2026-9999
    revisions: [{marking: U, date: 2026-11-05, note: More, change: minor}]
    translation: {marking: U, of: nl, revision: 2026-11-04}
    contact: The desk
    ---
    (S) Text.

    """

  private static let policy = """
    title: {en: Briefings}
    publisher: {name: The Service, contact: "mailto:desk@service.example", url: "https://service.example"}
    languages: [en, nl]
    classification:
      levels: [{mark: U, name: UNCLASSIFIED, color: "#007A33"}, {mark: S}]
      compartments: [{mark: BRAVO, name: Bravo}]
      groups: [{mark: NLD}]
      grounds: {sources: protection of sources}
    audiences:
      national: {name: National, clearance: S, compartments: [BRAVO], groups: [NLD], redaction: mark, inline: token, portion-marks: show, base-url: "https://national.service.example"}
      public: {clearance: U}
    scales:
      threat-level: [{since: 2020-01-01, values: [{id: low}, {id: high, name: High, meaning: Much}]}]
      likelihood: [{since: 2020-01-01, values: [{id: unlikely, band: [20, 45]}, {id: likely, band: [55, 80]}]}]
      confidence: [{since: 2020-01-01, values: [{id: low}]}]
      impact: [{since: 2020-01-01, values: [{id: minor}]}]
    topics: {espionage: Espionage}
    sectors: {transport: Transport}
    regions: {VR17: Rotterdam}
    interests: {people: People}
    kinds: [alert]
    advice-contract: {threat-level: high}
    words: [EU]
    """

  /// What `check` says of shapes: codes about keys, shapes and the form of values.
  private func codes(_ policy: String, _ briefing: String) throws -> Set<String> {
    let room = try Room(["publication.yml": policy, "briefings/a.md": briefing])
    defer { room.leave() }
    let printed = try room.shell("tearline check || true").printed
    return Set(
      printed.matches(of: /error: .*\[((?:front-matter|policy|marking)\/[a-z-]+)\]/).map {
        String($0.1)
      })
  }

  /// Every key that there is passes both: the schema names no key that the readers refuse.
  @Test func everyKeyPassesBoth() throws {
    #expect(try schema("policy").fault(in: Self.policy) == nil)
    #expect(try schema("front-matter").fault(in: Self.front(Self.briefing)) == nil)
    let codes = try codes(Self.policy, Self.briefing)
    #expect(codes.isDisjoint(with: ["policy/unknown-key", "front-matter/unknown-key"]))
    #expect(codes.isDisjoint(with: ["policy/wrong-shape", "front-matter/wrong-shape"]))
    #expect(codes.isDisjoint(with: ["policy/value", "front-matter/value", "front-matter/date"]))
  }

  @Test(arguments: [
    ("id: TA-2026-7K3F", "id: seven"), ("id: TA-2026-7K3F\n", ""), ("kind: alert\n", ""),
    ("status: published", "status: public"), ("issued: 2026-11-02", "issued: 2 November"),
    ("unmarked: U", "unmarkd: U"), ("reason: Together they say more, ", ""),
    ("release-to", "release"), ("date: 2028-01-01, ", ""), ("from: S, to: U", "from: S"),
    ("level: high", "levle: high"), ("threat: {", "threat: [{"), ("when: now", "when: tomorrow"),
    ("do: Call, ", ""), ("kind: open", "kind: press"), ("grade: B2", "grade: Z9"),
    ("text: A thing is likely, ", ""), ("because: Of it", "reason: Of it"),
    ("note: More, ", ""), ("change: minor", "change: some"), ("of: nl, ", ""),
    ("supersedes: TA-2026-9999", "supersedes: it"), ("related: [TA-2026-8888]", "related: [it]"),
    ("summary: In short", "summary: {en: In short}"), ("classification: S\n", ""),
    ("title:\n  - (S) Title at length\n  - (U) Title\n", ""),
  ])
  func oneFlawInFrontMatter(old: String, new: String) throws {
    var flawed = Self.briefing.replacing(old, with: new)
    if new == "threat: [{" { flawed = flawed.replacing("6 months}", with: "6 months}]") }
    #expect(flawed != Self.briefing)
    #expect(try schema("front-matter").fault(in: Self.front(flawed)) != nil, "schema: \(new)")
    let found = try codes(Self.policy, flawed).subtracting(codes(Self.policy, Self.briefing))
    #expect(!found.isEmpty, "check: \(old) -> \(new)")
  }

  @Test(arguments: [
    ("title: {en: Briefings}\n", ""), ("name: The Service, ", ""), ("languages: [en, nl]\n", ""),
    ("mark: BRAVO", "marks: BRAVO"), ("color: \"#007A33\"", "color: green"),
    ("{clearance: U}", "{name: Public}"), ("redaction: mark", "redaction: black"),
    ("inline: token", "inline: hole"), ("portion-marks: show", "portion-marks: yes"),
    ("since: 2020-01-01, values: [{id: low}, {", "since: soon, values: [{id: low}, {"),
    ("topics:", "topic:"), ("threat-level: high", "level: high"), ("grounds:", "ground:"),
    ("[{mark: NLD}]", "{mark: NLD}"), ("url: \"https://service.example\"", "url: service"),
    ("impact: [{", "effect: [{"),
  ])
  func oneFlawInThePolicy(old: String, new: String) throws {
    let flawed = Self.policy.replacing(old, with: new)
    #expect(flawed != Self.policy)
    #expect(try schema("policy").fault(in: flawed) != nil, "schema: \(new)")
    let found = try codes(flawed, Self.briefing).filter { $0.hasPrefix("policy/") }
    #expect(!found.isEmpty, "check: \(old) -> \(new)")
  }
}
