import Diagnostics
import Foundation
import Testing

/// What the schema of SARIF 2.1.0 (OASIS, sarif-schema-2.1.0.json) says of the objects that are
/// written: their keys, which of them are required, and the values that they take.
@Suite("SARIF as its schema has it")
struct SarifTests {
  /// The keys of an object and what stands under each; the schema allows no other key.
  private struct Shape {
    var keys: [String: String]
    var required: [String] = []
  }

  private static let shapes: [String: Shape] = [
    "log": Shape(
      keys: ["$schema": "absolute", "version": "2.1.0", "runs": "[run]"],
      required: ["version", "runs"]),
    "run": Shape(
      keys: ["tool": "tool", "columnKind": "columnKind", "results": "[result]"],
      required: ["tool"]),
    "tool": Shape(keys: ["driver": "component"], required: ["driver"]),
    "component": Shape(
      keys: ["name": "text", "version": "text", "rules": "[rule]"], required: ["name"]),
    "rule": Shape(
      keys: ["id": "text", "shortDescription": "message", "defaultConfiguration": "configuration"],
      required: ["id"]),
    "configuration": Shape(keys: ["level": "level"]),
    "message": Shape(keys: ["text": "text"], required: ["text"]),
    "result": Shape(
      keys: [
        "ruleId": "text", "ruleIndex": "index", "level": "level", "message": "message",
        "locations": "[location]", "relatedLocations": "[location]",
      ],
      required: ["message"]),
    "location": Shape(
      keys: ["id": "index", "physicalLocation": "physical", "message": "message"]),
    "physical": Shape(
      keys: ["artifactLocation": "artifact", "region": "region"], required: ["artifactLocation"]),
    "artifact": Shape(keys: ["uri": "relative"]),
    "region": Shape(
      keys: ["startLine": "position", "startColumn": "position"], required: ["startLine"]),
  ]

  private static let findings = [
    Diagnostic(
      "front-matter/duplicate-key", at: Place("briefings/één, twee: 3.md", line: 9, column: 1),
      "a key that stands twice", help: "keep one", related: [Place("briefings/b.md", line: 4)]),
    Diagnostic("link/withdrawn", .note, at: Place("briefings/b.md", line: 3), "x"),
    Diagnostic(
      "marking/banner-too-low", .warning, at: Place("publication.yml"), "a \"b\"\n c",
      related: [Place("a.md", line: 4), Place("a.md", line: 5, column: 2), Place("b.md")]),
  ]

  @Test(arguments: [[], findings])
  func isWhatTheSchemaAllows(diagnostics: [Diagnostic]) throws {
    let rules = [
      RuleDescription(code: "link/withdrawn", severity: .note, summary: "a reference"),
      RuleDescription(code: "date/expired", severity: .warning, summary: "a last day"),
    ]
    let bytes = MachineReport.sarif(diagnostics, rules: rules, version: "1.0").bytes(pretty: true)
    let log = try JSONSerialization.jsonObject(with: Data(bytes))
    check(log, "log", "log")
    let run = try #require(((log as? [String: Any])?["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let ids = (driver?["rules"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
    #expect(results.count == diagnostics.count)
    #expect(Set(ids).count == ids.count)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(ids[index] == result["ruleId"] as? String)
      let related = (result["relatedLocations"] as? [[String: Any]] ?? []).map { $0["id"] as? Int }
      #expect(Set(related).count == related.count)
    }
  }

  private func check(_ value: Any, _ kind: String, _ path: String) {
    if kind.hasPrefix("["), let list = value as? [Any] {
      for element in list { check(element, String(kind.dropFirst().dropLast()), path + "[]") }
    } else if let shape = Self.shapes[kind], let members = value as? [String: Any] {
      #expect(Set(shape.required).isSubset(of: members.keys), "\(path)")
      for (key, member) in members {
        guard let inner = shape.keys[key] else {
          Issue.record("\(path) has a key '\(key)'")
          continue
        }
        check(member, inner, "\(path).\(key)")
      }
    } else {
      #expect(isValue(value, kind), "\(path): \(value)")
    }
  }

  private func isValue(_ value: Any, _ kind: String) -> Bool {
    let text = value as? String
    switch kind {
    case "text": return text?.isEmpty == false
    case "level": return ["none", "note", "warning", "error"].contains(text)
    case "columnKind": return ["utf16CodeUnits", "unicodeCodePoints"].contains(text)
    case "index": return (value as? Int).map { $0 >= 0 } ?? false
    case "position": return (value as? Int).map { $0 >= 1 } ?? false
    case "absolute": return text.flatMap { URL(string: $0) }?.scheme == "https"
    case "relative":
      guard let text, let url = URL(string: text) else { return false }
      return url.scheme == nil && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    default: return text == kind
    }
  }
}
