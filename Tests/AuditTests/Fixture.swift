import Audit
import Diagnostics

/// A small publication of one briefing, and an edition of it that a test makes up.
struct Fixture {
  var policy = """
    title: Harbour threats
    publisher: {name: Harbour Watch, contact: "mailto:desk@harbour.example"}
    languages: [en]
    classification:
      levels: [{mark: U, name: OPEN}, {mark: S, name: HUSHED}]
      compartments: [{mark: BRAVO, name: Bravo}]
      groups: [{mark: NLD, name: Netherlands}]
    audiences:
      public: {name: The public, clearance: U}
    topics: {cranes: Cranes, tunnels: Tunnels}
    """

  var briefing = """
    ---
    id: TA-2026-7K3F
    kind: alert
    language: en
    classification: S
    status: published
    issued: 2026-11-02
    title: (U) Crane threats
    topics: ["(U) cranes", "(S) tunnels"]
    remarks: ask Wilhelmina about the schedule
    revisions:
      - {date: 2026-11-09, note: "(S) new photographs"}
    ---
    (U) Look after your cranes.

    (S) Unit Vermiljoen measured 7421 containers from 203.0.113.77 with a crew of nine.
    """
  var theme = "<p>Last changed</p>"
  var themePath = "page.mustache"
  var exceptions: String?
  /// The paths of the briefings, of which one can be read.
  var paths = ["briefings/a.md"]
  /// Other files of the publication, by path.
  var files: [String: [UInt8]] = [:]
  /// What is found in the place of a source that is read; nil where it is as it should be.
  var faults: @Sendable (String) -> AuditedSource? = { _ in nil }
  /// The files of the edition, by path.
  var pages: [String: [UInt8]] = [
    "en/briefings/ta-2026-7k3f/index.html": Array("<h1>Crane threats</h1>".utf8)
  ]

  /// The editions of other audiences of the policy, in the order they are built.
  var others: [(audience: String, pages: [String: [UInt8]])] = []

  /// What the audit finds.
  var findings: [Diagnostic] {
    let briefing = Array(briefing.utf8)
    let sources = AuditSources(
      policy: Array(policy.utf8), paths: paths,
      themes: ["public": [(themePath, Array(theme.utf8))]],
      exceptions: exceptions.map { Array($0.utf8) }
    ) { [files, faults] path in
      if let fault = faults(path) { return fault }
      let bytes = path == "briefings/a.md" ? briefing : files[path]
      return bytes.map(AuditedSource.read) ?? .missing
    }
    let editions = (others + [("public", pages)]).map { audience, pages in
      AuditedEdition(audience: audience, paths: Array(pages.keys)) { pages[$0] }
    }
    return Auditor(sources, asOf: "2026-11-28").findings(
      in: editions, isWhole: true, on: Alone())
  }

  /// The codes of what it finds where the edition has this file as well.
  static func codes(_ path: String, _ bytes: [UInt8]) -> Set<String> {
    var fixture = Fixture()
    fixture.pages[path] = bytes
    return Set(fixture.findings.map(\.code))
  }

  /// The same, for a page with this text.
  static func codes(page text: String) -> Set<String> {
    codes("en/index.html", Array("<!doctype html><p>\(text)</p>".utf8))
  }
}

/// A crew of one thread.
struct Alone: AuditCrew {
  func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ work: @Sendable (Element) -> Result
  ) -> [Result] { elements.map(work) }
}
