import Calendar
import Diagnostics
import Foundation
import Pipeline
import Testing

/// A folder of `Tests/Review`: briefings that belong together, each with what a check is to find in
/// it, written in its `remarks`: `expects CODE at LINE, CODE at LINE`, or `expects nothing`.
struct RuleCase: Sendable, CustomTestStringConvertible {
  /// A finding, by its code and its line.
  struct Finding: Hashable, Sendable, Comparable, CustomStringConvertible {
    var code: String
    var line: Int

    var description: String { "\(code) at \(line)" }
    static func < (a: Finding, b: Finding) -> Bool { (a.line, a.code) < (b.line, b.code) }
  }

  var folder: URL

  var testDescription: String { folder.lastPathComponent }

  static let day = "2026-11-21"
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Review")

  /// The folders under `flawed` or `good`.
  static func all(_ kind: String) -> [RuleCase] {
    let base = root.appending(path: kind)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: base.path())) ?? []
    return names.sorted().map { RuleCase(folder: base.appending(path: $0)) }
  }

  /// What the briefings say is to be found, by file.
  func expected() throws -> [String: [Finding]] {
    var result: [String: [Finding]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path())
    where name.hasSuffix(".md") {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let remarks = try #require(text.firstMatch(of: /remarks: "expects (.*)"/)?.1)
      result["briefings/" + name] = remarks.matches(of: /([a-z\/-]+) at (\d+)/).map {
        Finding(code: String($0.1), line: Int($0.2) ?? 0)
      }.sorted()
    }
    return result
  }

  /// What a check finds, in a publication of these briefings alone.
  ///
  /// - Parameter policy: lines to be added to the policy.
  func found(policy more: String = "") throws -> [Diagnostic] {
    let place = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let policy = try String(
      contentsOf: RuleCase.root.appending(path: "publication.yml"), encoding: .utf8)
    try Data((policy + more).utf8).write(to: place.appending(path: "publication.yml"))
    try FileManager.default.copyItem(at: folder, to: place.appending(path: "briefings"))
    let day = try #require(Day(RuleCase.day))
    return check(Settings(root: place.path(), asOf: day, jobs: 2)).findings.sorted
  }

  /// Findings by file, as `expected` gives them.
  static func byFile(_ diagnostics: [Diagnostic]) -> [String: [Finding]] {
    Dictionary(grouping: diagnostics, by: \.place.file).mapValues { findings in
      Set(findings.map { Finding(code: $0.code, line: $0.place.line ?? 0) }).sorted()
    }
  }
}
