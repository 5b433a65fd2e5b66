import Foundation
import Testing
import Yams

/// A worked example of the marking language: front matter over defaults, a body, and for each
/// audience what it gets, `absent`, or an error that `check` finds.
struct ConformanceCase: Sendable, CustomTestStringConvertible {
  var file: String
  var name: String
  /// The whole briefing.
  var document: [UInt8]
  /// By audience: accepted bodies, or nil where the briefing is not in that edition.
  var wanted: [String: [String]?]
  /// Codes of which one has to be found; empty where there is no error.
  var errors: [String]

  var testDescription: String { "\(file): \(name)" }

  static let audiences = ["national", "local", "partner", "public", "marked"]

  /// The policy that all examples share.
  static let policy = """
    title: Worked examples
    publisher: {name: Worked examples, contact: "mailto:desk@example.org"}
    languages: [en]
    classification:
      levels:
        - {mark: U, name: UNCLASSIFIED}
        - {mark: R, name: RESTRICTED}
        - {mark: C, name: CONFIDENTIAL}
        - {mark: S, name: SECRET}
        - {mark: TS, name: TOP SECRET}
      compartments: [{mark: BRAVO, name: Bravo}, {mark: DELTA, name: Delta}]
      groups: [{mark: NLD, name: Netherlands}, {mark: BEL, name: Belgium}, {mark: VR17, name: Rotterdam-Rijnmond}, {mark: VR09, name: Utrecht}]
      grounds: {sources: protection of sources, methods: protection of methods}
    audiences:
      national: {name: National policymakers, clearance: S, compartments: [BRAVO], groups: [NLD], redaction: mark, portion-marks: hide}
      local: {name: Local officials, clearance: R, groups: [NLD, VR17], redaction: mark, inline: token, portion-marks: hide}
      partner: {name: Partner service, clearance: C, groups: [BEL], redaction: omit, portion-marks: hide}
      public: {name: The public, clearance: U, redaction: omit, portion-marks: hide}
      marked: {name: Archive, clearance: S, compartments: [BRAVO], groups: [NLD], redaction: mark, portion-marks: show}
    """

  /// All examples, by file.
  static let all: [ConformanceCase] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Conformance")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { $0.hasSuffix(".yml") }.sorted().flatMap { name -> [ConformanceCase] in
      guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8),
        let cases = try? Yams.load(yaml: text) as? [[String: Any]]
      else { return [] }
      return cases.compactMap { ConformanceCase(file: name, $0) }
    }
  }()

  private init?(file: String, _ fields: [String: Any]) {
    guard let name = fields["name"] as? String else { return nil }
    self.file = file
    self.name = name
    document = Self.document(fields)
    wanted = [:]
    let alternatives = fields["alternatives"] as? [String: [String]] ?? [:]
    for audience in Self.audiences {
      guard let text = fields[audience] as? String else { continue }
      let accepted = [text] + (alternatives[audience] ?? [])
      wanted.updateValue(text == "absent" ? nil : accepted, forKey: audience)
    }
    errors = fields["error"] as? [String] ?? (fields["error"] as? String).map { [$0] } ?? []
  }

  private static func document(_ fields: [String: Any]) -> [UInt8] {
    var front: [String: Any] = [
      "id": "TA-2026-0000", "kind": "assessment", "language": "en", "classification": "S",
      "status": "published", "issued": "2026-11-02", "title": "(U) Title",
    ]
    front.merge(fields["front"] as? [String: Any] ?? [:]) { _, new in new }
    let raw = fields["raw"] as? String
    if let raw { front[String(raw.prefix { $0 != ":" })] = nil }
    var head = front.sorted { $0.key < $1.key }.map { "\($0.key): \(yaml($0.value))\n" }.joined()
    if let raw { head += raw + "\n" }
    let text = "---\n" + head + "---\n" + (fields["body"] as? String ?? "")
    let newline = fields["newline"] as? String ?? "\n"
    return Array(((fields["prefix"] as? String ?? "") + text.replacing("\n", with: newline)).utf8)
  }

  /// A value in flow style, texts in double quotes.
  private static func yaml(_ value: Any) -> String {
    switch value {
    case let list as [Any]: return "[" + list.map(yaml).joined(separator: ", ") + "]"
    case let map as [String: Any]:
      return "{"
        + map.sorted { $0.key < $1.key }.map { "\($0.key): \(yaml($0.value))" }
        .joined(separator: ", ") + "}"
    case let date as Date: return date.formatted(.iso8601.year().month().day())
    case let number as Int: return String(number)
    case let flag as Bool: return String(flag)
    default:
      let text = "\(value)".replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("\n", with: "\\n")
      return "\"\(text)\""
    }
  }
}
