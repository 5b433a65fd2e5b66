import Calendar
import Edition
import Foundation
import Pipeline

/// A publication in a folder of its own, with one briefing that `check --fix` puts right.
struct FixPlace {
  var root: URL
  let briefing: URL

  init(_ text: String) throws {
    root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    briefing = root.appending(path: "briefings/a.md")
    try FileManager.default.createDirectory(
      at: root.appending(path: "briefings"), withIntermediateDirectories: true)
    try Data(Self.policy.utf8).write(to: root.appending(path: "publication.yml"))
    try Data(text.utf8).write(to: briefing)
  }

  func leave() { try? FileManager.default.removeItem(at: root) }

  var settings: Settings {
    Settings(root: root.path(), asOf: Day("2026-11-21") ?? Day(ordinal: 0), jobs: 1)
  }

  func text() throws -> String { try String(contentsOf: briefing, encoding: .utf8) }

  /// What each audience gets; nil where the publication has errors.
  func editions() -> [Edition]? {
    let result = check(settings)
    guard let publication = result.publication, !result.findings.hasErrors else { return nil }
    return publication.policy.audiences.map {
      publication.edition(for: $0, drafts: false, jobs: 1)
    }
  }

  private static let policy = """
    title: Briefings
    publisher: {name: The Service, contact: "mailto:desk@service.example"}
    languages: [en]
    classification:
      levels: [{mark: U, name: A}, {mark: R, name: B}, {mark: C, name: Cc}, {mark: S, name: D}]
      compartments: [{mark: BRAVO}, {mark: DELTA}]
      groups: [{mark: NLD}, {mark: BEL}, {mark: VR17}]
    audiences:
      national: {clearance: S, compartments: [BRAVO, DELTA], groups: [NLD], redaction: mark, portion-marks: show}
      partner: {clearance: S, compartments: [BRAVO], groups: [BEL], redaction: mark}
      local: {clearance: R, groups: [NLD, VR17], redaction: mark, inline: token}
      public: {clearance: U, redaction: omit}

    """

  /// A briefing with these lines of front matter added, and a body.
  static func briefing(_ front: String = "", _ body: String) -> String {
    """
    ---
    id: TA-2026-7K3F
    kind: alert
    language: en
    classification: S//DELTA/BRAVO
    unmarked: U
    status: published
    issued: 2026-11-02
    title: A title
    \(front)---

    \(body)
    """
  }
}
