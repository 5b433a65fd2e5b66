import Calendar
import Foundation
import Markdown
import Pipeline
import Testing

@Suite("Worked examples of the marking language")
struct ConformanceTests {
  @Test func thereAreExamples() {
    #expect(ConformanceCase.all.count > 100)
  }

  @Test(arguments: ConformanceCase.all)
  func holds(example: ConformanceCase) throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let briefings = root.appending(path: "briefings")
    try FileManager.default.createDirectory(at: briefings, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    try Data(ConformanceCase.policy.utf8).write(to: root.appending(path: "publication.yml"))
    try Data(example.document).write(to: briefings.appending(path: "case.md"))
    let day = try #require(Day("2026-11-21"))
    let settings = Settings(root: root.path(), asOf: day, jobs: 1)
    let result = check(settings)
    if !example.errors.isEmpty {
      let codes = result.findings.sorted.filter { $0.severity == .error }.map(\.code)
      #expect(!Set(codes).isDisjoint(with: example.errors), "found \(codes)")
      return
    }
    try #require(!result.findings.hasErrors, "\(result.findings.sorted)")
    let publication = try #require(result.publication)
    for (name, wanted) in example.wanted.sorted(by: { $0.key < $1.key }) {
      let audience = try #require(publication.policy.audience(name))
      let edition = publication.edition(for: audience, drafts: false, jobs: 1)
      let body = edition.briefings.first?.body
      if let wanted {
        let got = try #require(body, "\(name) gets nothing")
        #expect(wanted.map(rendered).contains(rendered(got)), "\(name) got:\n\(got)")
      } else {
        #expect(body == nil, "\(name) gets a briefing")
      }
    }
  }

  /// The text as the parser reads it, so that only differences that a reader sees count.
  private func rendered(_ markdown: String) -> String {
    var result = ""
    describe(Parser.parse(Array(markdown.utf8)), &result)
    return result
  }

  private func describe(_ node: Node, _ result: inout String) {
    result += "(\(node.kind)"
    for child in node.children { describe(child, &result) }
    result += ")"
  }
}
