import Audit
import Calendar
import Diagnostics
import Foundation
import Manuscript
import Release
import Testing

@testable import Pipeline

/// What the audit of a build reads has to be what the build read.
@Suite("Sources that change while they are built")
struct SourceMarksTests {
  private static let policy = """
    title: Briefings
    publisher: {name: The Service, contact: "mailto:desk@service.example"}
    languages: [en]
    classification: {levels: [{mark: U, name: A}, {mark: S, name: D}]}
    audiences: {public: {clearance: U}}

    """
  private static let briefing = """
    ---
    id: TA-2026-7K3F
    kind: alert
    language: en
    classification: S
    status: published
    issued: 2026-11-02
    title: (U) Title
    ---
    (U) Text.

    """

  /// The codes and places of what is found where a build read these files, and the audit finds the
  /// publication as it is.
  private func codes(built files: [String: String], pictures: [String] = []) throws -> [String] {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    for folder in ["briefings", "site/public"] {
      try FileManager.default.createDirectory(
        at: root.appending(path: folder), withIntermediateDirectories: true)
    }
    let file = Array(Self.policy.utf8)
    try Data(file).write(to: root.appending(path: "publication.yml"))
    try Data((Self.briefing + "![A](p.png)\n").utf8).write(
      to: root.appending(path: "briefings/a.md"))
    var findings = Findings()
    let policy = try #require(PolicyFile.read(file, findings: &findings))
    var shelf = AssetShelf()
    for path in pictures {
      try shelf.add(
        Array("<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>".utf8), path: path
      )
    }
    let marks = SourceMarks(
      policy: Array((files["publication.yml"] ?? Self.policy).utf8),
      briefings: files.filter { $0.key.hasSuffix(".md") }.mapValues { Array($0.utf8) },
      pictures: shelf)
    let settings = Settings(root: root.path(), asOf: try #require(Day("2026-11-21")), jobs: 1)
    let run = AuditRun(
      settings, policy: policy, for: policy.audiences, file: file, built: marks, findings: &findings
    )
    let editions = run.editions([("public", root.path() + "/site/public")])
    let found = findings.sorted + run.findings(in: editions.compactMap(\.self), isWhole: true)
    return found.filter { $0.code == "audit/source-changed" }.map(\.place.file).sorted()
  }

  /// What goes or comes while a build runs is what is told, and not what the audit makes of the rest: it
  /// would call a leak what is no source's any more.
  @Test(arguments: ["remove", "add", "policy"])
  func areToldInPlaceOfLeaks(change: String) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    try FileManager.default.createDirectory(
      at: root.appending(path: "briefings"), withIntermediateDirectories: true)
    let policy = root.appending(path: "publication.yml")
    let source = root.appending(path: "briefings/a.md")
    try Data(Self.policy.utf8).write(to: policy)
    try Data((Self.briefing + "Kestrelbridge was withheld until it was not.\n").utf8).write(
      to: source)
    let progress = Progress { event in
      guard case .step("auditing") = event else { return }
      switch change {
      case "remove": try? FileManager.default.removeItem(at: source)
      case "add":
        try? Data(Self.briefing.replacing("7K3F", with: "8888").utf8).write(
          to: root.appending(path: "briefings/b.md"))
      default: try? Data(Self.policy.replacing("name: D", with: "name: E").utf8).write(to: policy)
      }
    }
    let day = try #require(Day("2026-11-21"))
    let outcome = build(
      BuildSettings(
        settings: Settings(root: root.path(), asOf: day, jobs: 1), audiences: [], output: nil,
        seconds: 1_000_000_000, today: day, progress: progress))
    guard case .audited(let found) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(found.map(\.code) == ["audit/source-changed"], "\(found)")
    #expect(!FileManager.default.fileExists(atPath: root.path() + "/site/public"))
  }

  @Test func areFound() throws {
    let same = Self.briefing + "![A](p.png)\n"
    #expect(try codes(built: ["briefings/a.md": same]) == [])
    #expect(try codes(built: ["briefings/a.md": Self.briefing]) == ["briefings/a.md"])
    #expect(
      try codes(built: ["briefings/a.md": same, "briefings/gone.md": same]) == ["briefings/gone.md"]
    )
    #expect(try codes(built: [:]) == ["briefings/a.md"])
    #expect(
      try codes(built: ["briefings/a.md": same, "publication.yml": Self.policy + "#\n"])
        == ["publication.yml"])
    #expect(
      try codes(built: ["briefings/a.md": same], pictures: ["briefings/p.png"])
        == ["briefings/p.png"])
  }
}
