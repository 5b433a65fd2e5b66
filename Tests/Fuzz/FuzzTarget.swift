import Audit
import BuiltIn
import Calendar
import Diagnostics
import Edition
import Images
import Manuscript
import Marking
import Release
import Template

/// A reader of Tearline that is given any bytes at all, and what has to hold of what it makes of
/// them besides that it answers.
enum FuzzTarget: String, CaseIterable {
  /// Labels, and marks at the start of a text.
  case labels
  /// The body of a briefing: containers, blocks, marks, and the door behind them.
  case containers
  /// The front matter of a briefing.
  case frontMatter = "front-matter"
  /// A policy.
  case policy
  /// A template, compiled and rendered.
  case templates
  /// Images of all kinds.
  case images
  /// The audit: a file of an edition, and a briefing as the audit reads it.
  case audit

  /// Gives the bytes to the reader.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .labels: FuzzTarget.labels(bytes)
    case .containers:
      FuzzTarget.briefing(FuzzTarget.start + bytes)
    case .frontMatter:
      FuzzTarget.briefing(Array("---\n".utf8) + bytes + Array("\n---\nText.\n".utf8))
    case .policy:
      var findings = Findings()
      let policy = PolicyFile.read(bytes, findings: &findings)
      FuzzTarget.expect(policy != nil || findings.hasErrors, "no policy, and no error")
    case .templates: FuzzTarget.template(bytes)
    case .images: FuzzTarget.image(bytes)
    case .audit: FuzzTarget.audit(bytes)
    }
  }

  // MARK: - Readers

  private static let day = Day("2026-11-20") ?? Day(ordinal: 0)

  private static let starter = Starter.all.first?.policy ?? []

  private static let house: Policy = {
    var findings = Findings()
    guard let policy = PolicyFile.read(starter, findings: &findings) else {
      fatalError("the starter's policy cannot be read")
    }
    return policy
  }()

  private static let start = Array(
    """
    ---
    id: TA-2026-7K3F
    kind: alert
    language: en
    classification: \(house.scheme.levels.last ?? "")
    status: published
    issued: 2026-11-02
    title: (\(house.scheme.levels.first ?? "")) Title
    ---

    """.utf8)

  private static func labels(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let label = house.scheme.label(text) {
      let printed = house.scheme.text(label)
      expect(house.scheme.label(printed) == label, "a printed label reads as another")
    }
    _ = LeadingMark.read(bytes[...], scheme: house.scheme, words: ["EU"], flattened: { text })
  }

  private static func briefing(_ bytes: [UInt8]) {
    var findings = Findings()
    let reader = BriefingReader(policy: house, asOf: day)
    guard let source = reader.read(path: "a.md", bytes: bytes, findings: &findings) else {
      return expect(findings.hasErrors, "no briefing, and no error")
    }
    guard !findings.hasErrors else { return }
    let shelf = AssetShelf()
    findings.add(contentsOf: EditionCheck(policy: house, asOf: day, assets: shelf).run(source))
    guard !findings.hasErrors else { return }
    for audience in house.audiences {
      let door = Door(policy: house, audience: audience, asOf: day, assets: shelf)
      guard let candidate = door.candidate(source) else { continue }
      _ = door.edition(of: [door.release(candidate, among: EditionIndex([candidate]))])
    }
  }

  private static func template(_ bytes: [UInt8]) {
    var findings = Findings()
    let page = TemplateSource(file: "page.mustache", text: String(decoding: bytes, as: UTF8.self))
    let part = TemplateSource(file: "part.mustache", text: "{{$a}}{{b}}{{/a}}")
    let templates = TemplateSet(["page": page, "part": part], findings: &findings)
    guard !findings.hasErrors else { return }
    let value: Value = [
      "a": "<\"'&>", "b": 1, "list": ["x", "y"], "record": ["a": .none], "html": .html([0x78]),
    ]
    do throws(TemplateFault) {
      var output: [UInt8] = []
      try templates.render("page", value, into: &output)
    } catch {
      expect(error.diagnostic.severity == .error, "a fault that is no error")
    }
  }

  private static func image(_ bytes: [UInt8]) {
    do throws(ImageFault) {
      let clean = try cleanImage(bytes)
      expect(try cleanImage(clean.bytes) == clean, "a clean image is not clean")
    } catch {
      return
    }
  }

  private struct Alone: AuditCrew {
    func map<Element: Sendable, Result: Sendable>(
      _ elements: [Element], _ work: @Sendable (Element) -> Result
    ) -> [Result] { elements.map(work) }
  }

  private static let secret = Array("The crane of Vermiljoen moves at dawn.\n".utf8)

  private static let small = Array(
    """
    classification: {levels: [{mark: U, name: Open}, {mark: S, name: Hushed}]}
    audiences: {public: {name: All, clearance: U}}
    """.utf8)

  private static let smallStart = Array(
    "---\nid: A\nlanguage: en\nclassification: S\nstatus: published\ntitle: (U) T\n---\n".utf8)

  /// The first byte says what kind of file the others are. Beside that file, whatever is in it, a
  /// secret in another file of the edition has to be found; then the bytes are a source.
  private static func audit(_ bytes: [UInt8]) {
    let endings = ["html", "json", "md", "csv", "txt", "svg", "xml"]
    let ending = endings[Int(bytes.first ?? 0) % endings.count]
    let file = Array(bytes.dropFirst())
    let briefing = smallStart + Array("(S) ".utf8) + secret
    let edition = AuditedEdition(audience: "public", paths: ["en/a.\(ending)", "en/b.txt"]) {
      $0 == "en/b.txt" ? secret : file
    }
    for source in [briefing, smallStart + file] {
      let sources = AuditSources(policy: small, paths: ["a.md"], themes: [:]) { _ in .read(source) }
      let findings = Auditor(sources, asOf: "2026-11-20")
        .findings(in: [edition], isWhole: true, on: Alone())
      if source == briefing { expect(!findings.isEmpty, "the audit did not find what is withheld") }
    }
  }

  private static func expect(_ holds: Bool, _ what: String) {
    if !holds { fatalError(what) }
  }
}
