import Foundation
import Testing

/// What `editors/` holds, against the example publication and `check`.
@Suite("Editors")
struct EditorTests {
  private static let folder = Guide.root.appending(path: "editors/vscode")

  private static func json(_ path: String) throws -> [String: Any] {
    let data = try Data(contentsOf: folder.appending(path: path))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// The one pattern of a grammar.
  private static func only(_ path: String) throws -> Any? {
    (try json(path)["patterns"] as? [Any])?.first
  }

  private struct Grammar {
    var begins: NSRegularExpression
    var tears: NSRegularExpression
    var ends: NSRegularExpression
    var leading: NSRegularExpression
    var fields: NSRegularExpression
    var inline: NSRegularExpression

    init() throws {
      let rules = try #require(
        try EditorTests.json("syntaxes/tearline.tmLanguage.json")["repository"] as? [String: Any])
      func expression(_ rule: Any?) throws -> NSRegularExpression {
        let pattern = try #require((rule as? [String: Any])?["match"] as? String)
        return try NSRegularExpression(pattern: pattern)
      }
      let fence = try #require((rules["fence"] as? [String: Any])?["patterns"] as? [Any])
      tears = try expression(fence[0])
      begins = try expression(fence[1])
      ends = try expression(fence[2])
      leading = try expression(EditorTests.only("syntaxes/tearline-marks.tmLanguage.json"))
      fields = try expression(EditorTests.only("syntaxes/tearline-fields.tmLanguage.json"))
      inline = try expression(rules["inline"])
    }
  }

  private static func count(_ expression: NSRegularExpression, _ line: String) -> Int {
    expression.numberOfMatches(in: line, range: NSRange(line.startIndex..., in: line))
  }

  @Test func theGrammarSeesTheExamplesMarks() throws {
    let grammar = try Grammar()
    let briefings = Guide.root.appending(path: "briefings")
    var met = (fences: 0, marks: 0, spans: 0)
    for case let path as String in FileManager.default.enumerator(atPath: briefings.path())
      ?? .init()
    where path.hasSuffix(".md") {
      let text = try String(contentsOf: briefings.appending(path: path), encoding: .utf8)
      for line in text.components(separatedBy: "\n") {
        if line.hasPrefix(":::") {
          met.fences += 1
          let kinds = [grammar.begins, grammar.tears, grammar.ends].filter {
            Self.count($0, line) == 1
          }
          #expect(!kinds.isEmpty, "\(path): \(line)")
        }
        if line.firstMatch(of: #/^(?:[-*] |#+ |\| |\d+\. )?\([A-Z]{1,2}(?://[^)]*)?\) /#) != nil {
          met.marks += 1
          #expect(Self.count(grammar.leading, line) >= 1, "\(path): \(line)")
        }
        let spans = line.matches(of: #/\]\{[A-Z]{1,2}[}|/]/#).count
        met.spans += spans
        #expect(Self.count(grammar.inline, line) == spans, "\(path): \(line)")
      }
    }
    #expect(met.fences > 50 && met.marks > 50 && met.spans > 10, "\(met)")
  }

  @Test func theGrammarSeesNoMarkWhereThereIsNone() throws {
    let grammar = try Grammar()
    for line in ["(2024) In that year", "(s) text", "(S)text", "\\(S) text", "see (S) there"] {
      #expect(Self.count(grammar.leading, line) == 0, "\(line)")
    }
    for line in ["[a-f0-9]{32}", "]{1,3}", "\\{S}", "**x**{S}"] {
      #expect(Self.count(grammar.inline, line) == 0, "\(line)")
    }
    for line in [" ::: S", ":::S", "text ::: S"] {
      #expect(Self.count(grammar.begins, line) == 0, "\(line)")
    }
    #expect(
      Self.count(grammar.begins, "::: S//BRAVO//REL TO NLD, BEL for local, public because methods")
        == 1)
    #expect(Self.count(grammar.begins, "::: for public") == 1)
  }

  @Test func theGrammarSeesMarksWhereBlocksAndFieldsBegin() throws {
    let grammar = try Grammar()
    for line in [
      "- [ ] (S) a task", "   - (S) nested", "2) (S) text", "> (S) text", "| a | (S) b |",
      "[^1]: (S) a note", "## (TLP:AMBER+STRICT) text",
    ] {
      #expect(Self.count(grammar.leading, line) == 1, "\(line)")
    }
    for line in [
      "summary: (S) text", "  - (S) text", "  - \"(S) text\"", "actor: '(S)'",
      "  - {for: local, do: \"(S//REL TO NLD, BEL) text\", when: now}",
    ] {
      #expect(Self.count(grammar.fields, line) == 1, "\(line)")
    }
    for line in ["summary: text (S) text", "title: (s) text"] {
      #expect(Self.count(grammar.fields, line) == 0, "\(line)")
    }
    // Front matter is embedded YAML to the editor's Markdown: marks there need a grammar of their own.
    let fields = try Self.json("syntaxes/tearline-fields.tmLanguage.json")
    #expect(
      fields["injectionSelector"] as? String
        == "L:text.html.markdown meta.embedded.block.frontmatter")
  }

  @Test func everySnippetPasses() throws {
    let snippets = try Self.json("snippets/tearline.json")
    #expect(snippets.count == 5)
    let room = try Room()
    defer { room.leave() }
    #expect(try room.shell("tearline init p").status == 0)
    for (name, value) in snippets {
      let snippet = try #require(value as? [String: Any])
      let whole = (snippet["body"] as? String).map { [$0] }
      let lines = try #require(snippet["body"] as? [String] ?? whole)
      let body = lines.joined(separator: "\n").replacing(#/\$\{\d+:([^}]*)\}/#) { $0.1 }
        .replacing("$0", with: "")
      try room.write(
        """
        ---
        id: TA-2026-7K3F
        kind: alert
        language: en
        classification: S
        unmarked: U
        status: draft
        issued: 2026-11-02
        title: Title
        ---
        Text.

        \(body)
        """, to: "p/briefings/a.md")
      let checked = try room.shell("tearline check -C p")
      #expect(checked.status == 0, "\(name): \(checked.printed)")
    }
  }

  @Test func theExtensionNamesFilesThatAreThere() throws {
    let package = try Self.json("package.json")
    let contributes = try #require(package["contributes"] as? [String: [[String: Any]]])
    for entry in contributes.values.flatMap({ $0 }) {
      let path = try #require(entry["path"] as? String)
      #expect(FileManager.default.fileExists(atPath: Self.folder.appending(path: path).path()))
    }
  }
}
