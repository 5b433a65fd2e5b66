import Foundation
import Testing

@Suite("Bad input stops the build, says where, and publishes nothing")
struct BadInputTests {
  /// A case: what is wrong, and the code and place that have to be named.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var code: String
    var place: String
    var files: [String: Data]
    var policy: String? = Workplace.policy

    var testDescription: String { name }
  }

  private static func text(_ text: String) -> Data { Data(text.utf8) }

  private static func body(_ body: String) -> [String: Data] {
    ["briefings/a.md": text(Workplace.briefing(body: body))]
  }

  private static func front(_ line: String) -> [String: Data] {
    ["briefings/a.md": text(Workplace.briefing(line))]
  }

  /// A mapping as a key of a mapping, thirty times over.
  private static func nestedKeys(_ value: String) -> String {
    (0..<30).reduce("{k: \(value)}") { key, _ in "{\(key): 1}" }
  }

  static let cases: [Case] = [
    Case(
      name: "not UTF-8", code: "content/not-utf8", place: "briefings/a.md:13",
      files: ["briefings/a.md": text(Workplace.briefing(body: "(U) x ")) + Data([0xFF, 0x0A])]),
    Case(
      name: "NUL", code: "content/invisible-character", place: "briefings/a.md:13:6",
      files: body("(U) a\u{0}b")),
    Case(
      name: "bidirectional override", code: "content/invisible-character",
      place: "briefings/a.md:13:6", files: body("(U) a\u{202E}b")),
    Case(
      name: "zero-width space", code: "content/invisible-character", place: "briefings/a.md:13:3",
      files: body("(U\u{200B}) ab")),
    Case(
      name: "lone carriage return", code: "content/invisible-character",
      place: "briefings/a.md:13:2", files: body(";\rS\n\n#")),
    Case(
      name: "unclosed front matter", code: "front-matter/unclosed", place: "briefings/a.md:1",
      files: ["briefings/a.md": text("---\nid: TA-2026-7K3F\n")]),
    Case(
      name: "no front matter", code: "front-matter/missing", place: "briefings/a.md:1",
      files: ["briefings/a.md": text("(U) Text\n")]),
    Case(
      name: "duplicate key", code: "front-matter/duplicate-key", place: "briefings/a.md:11",
      files: front("classification: U")),
    Case(
      name: "anchor", code: "front-matter/anchor", place: "briefings/a.md:11",
      files: front("summary: &a (U) x")),
    Case(
      name: "tag", code: "front-matter/tag", place: "briefings/a.md:11",
      files: front("summary: !!str x")),
    Case(
      name: "merge key", code: "front-matter/merge", place: "briefings/a.md:12",
      files: front("threat:\n  <<: {level: low}")),
    Case(
      name: "unknown key", code: "front-matter/unknown-key", place: "briefings/a.md:11",
      files: front("sumary: (U) x")),
    Case(
      name: "unknown key deep down", code: "front-matter/unknown-key", place: "briefings/a.md:12",
      files: front("threat:\n  levle: (U) low")),
    Case(
      name: "value outside a vocabulary", code: "front-matter/unknown-value",
      place: "briefings/a.md:11", files: front("topics: [\"(U) sabotage\"]")),
    Case(
      name: "value outside a scale", code: "front-matter/unknown-value",
      place: "briefings/a.md:12", files: front("threat:\n  level: (U) middling")),
    Case(
      name: "vocabulary that is not declared", code: "front-matter/undeclared",
      place: "briefings/a.md:11", files: front("sectors: [\"(U) energy\"]")),
    Case(
      name: "date", code: "front-matter/date", place: "briefings/a.md:11",
      files: front("expires: 2 December")),
    Case(
      name: "unknown audience", code: "marking/unknown-audience", place: "briefings/a.md:11",
      files: front("audiences: [local]")),
    Case(
      name: "unmarked version", code: "front-matter/unmarked-version", place: "briefings/a.md:12",
      files: front("summary:\n  - Plain")),
    Case(
      name: "mark in a flow list", code: "marking/flow-scalar", place: "briefings/a.md:11",
      files: front("vulnerabilities: [(U) One, two]")),
    Case(
      name: "two briefings with one id", code: "front-matter/duplicate-id",
      place: "briefings/b.md:2",
      files: [
        "briefings/a.md": text(Workplace.briefing()), "briefings/b.md": text(Workplace.briefing()),
      ]),
    Case(
      name: "a circle of supersession", code: "link/supersedes-cycle", place: "briefings/a.md:11",
      files: [
        "briefings/a.md": text(Workplace.briefing("supersedes: (U) TA-2026-8888")),
        "briefings/b.md": text(
          Workplace.briefing(id: "TA-2026-8888", "supersedes: (U) TA-2026-7K3F")),
      ]),
    Case(
      name: "script link", code: "link/scheme", place: "briefings/a.md:13",
      files: body("(U) [x](&#106;avascript:alert%281%29)")),
    Case(
      name: "image out of the folder", code: "image/outside", place: "briefings/a.md:13",
      files: body("(U) ![x](../../secret.png)")),
    Case(
      name: "image that is not there", code: "image/missing", place: "briefings/a.md:13",
      files: body("(U) ![x](x.png)")),
    Case(
      name: "large file", code: "limit/document", place: "briefings/a.md",
      files: ["briefings/a.md": Data(repeating: 0x61, count: 300_000)]),
    Case(
      name: "long line", code: "limit/line", place: "briefings/a.md:13",
      files: body("(U) " + String(repeating: "x", count: 9000))),
    Case(
      name: "quadratic table", code: "limit/run", place: "briefings/a.md",
      files: body(String(repeating: "|-\nt>|-\n", count: 9000))),
    Case(
      name: "deep nesting", code: "limit/nesting", place: "briefings/a.md:13",
      files: body(String(repeating: "> ", count: 30) + "x")),
    Case(
      name: "nested YAML", code: "limit/nesting", place: "briefings/a.md:11",
      files: front("related: " + String(repeating: "[", count: 5000))),
    // The library compares such keys in time that doubles with each level.
    Case(
      name: "keys that are mappings", code: "limit/nesting", place: "briefings/a.md:11",
      files: front("related: {\(nestedKeys("1")): 1, \(nestedKeys("2")): 1}")),
    Case(
      name: "keys that are mappings, in a block", code: "limit/nesting",
      place: "briefings/a.md:12",
      files: front("related:\n  " + String(repeating: "? ", count: 30) + "a")),
    Case(
      name: "keys that are mappings, in the policy", code: "limit/nesting",
      place: "publication.yml:1", files: [:],
      policy: "{\(nestedKeys("2")): 1, \(nestedKeys("2")): 1}\n"),
    // Each alias is a level more.
    Case(
      name: "aliases of aliases", code: "limit/nesting", place: "briefings/a.md:29",
      files: front(
        "related:\n  - &a0 [x]\n"
          + (1..<5000).map { "  - &a\($0) [*a\($0 - 1)]\n" }.joined())),
    Case(
      name: "policy that is no YAML", code: "policy/syntax", place: "publication.yml",
      files: [:], policy: "title: [\n"),
    Case(
      name: "unknown key in the policy", code: "policy/unknown-key", place: "publication.yml:1",
      files: [:], policy: "titel: x\n"),
    Case(
      name: "word that is a mark", code: "policy/word-is-mark", place: "publication.yml",
      files: [:], policy: Workplace.policy + "\nwords: [NLD]\n"),
    Case(
      name: "65 audiences", code: "policy/value", place: "publication.yml", files: [:],
      policy: Workplace.policy.replacing(
        "audiences:",
        with: "audiences:\n"
          + (1...65).map { "  a\($0): {clearance: U}" }.joined(separator: "\n"))),
    Case(
      name: "no policy", code: "publication/missing", place: "publication.yml", files: [:],
      policy: nil),
    Case(
      name: "unknown name in a template", code: "template/unknown-name",
      place: "templates/about.mustache:1",
      files: [
        "templates/about.mustache": text("{{nosuchname}}\n"),
        "briefings/a.md": text(Workplace.briefing()),
      ]),
  ]

  @Test(arguments: cases)
  func isRefused(example: Case) throws {
    let place = try Workplace(["briefings/good.md": Workplace.briefing(id: "TA-2026-ZZZZ")])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    let before = try place.tree("site")
    try FileManager.default.removeItem(at: place.root.appending(path: "publication.yml"))
    if let policy = example.policy { try place.write(policy, to: "publication.yml") }
    for (path, data) in example.files { try place.write(data, to: path) }
    let built = try place.run("build")
    #expect(built.status == 1, "\(built.errors)")
    let line = built.errors.split(separator: "\n").first {
      $0.hasPrefix(example.place) && $0.hasSuffix("[\(example.code)]")
    }
    #expect(line != nil, "\(built.errors)")
    if !example.code.hasPrefix("template/") { #expect(built.errors.contains("help: ")) }
    #expect(try place.tree("site") == before, "the old site has changed")
  }

  @Test func aSymbolicLinkIsRefused() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    try FileManager.default.createSymbolicLink(
      atPath: place.root.appending(path: "briefings/b.md").path(),
      withDestinationPath: "/etc/hostname")
    let outcome = try place.run("check")
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("briefings/b.md: error: a symbolic link "))
  }

  @Test func messagesNeverQuoteTheText() throws {
    let secret = "Zwaluwstaart"
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(
        "summary: \"(S) \(secret)\"\nsumary: \(secret)\nid: \(secret)",
        body: "(S) \(secret) (U) \(secret)\n\n(X) \(secret)\n\n[\(secret)]{S} {S}\n")
    ])
    defer { place.leave() }
    let outcome = try place.run("check")
    #expect(outcome.status == 1)
    #expect(!outcome.errors.contains(secret), "\(outcome.errors)")
  }
}
