import Testing

@testable import Audit

/// Front matter in its usual form is read line by line, and then means what the library makes of it.
@Suite struct PlainYAMLTests {
  /// A field as text, with its lines.
  private static func written(_ field: Field) -> String {
    switch field {
    case .text(let text, let line): "\(line):\(text.debugDescription)"
    case .list(let elements, let line):
      "\(line):[" + elements.map(written).joined(separator: ", ") + "]"
    case .map(let map, let line):
      "\(line):{" + map.map { $0.key + "=" + written($0.value) }.joined(separator: ", ") + "}"
    }
  }

  @Test func readsTheUsualForm() throws {
    let text = """
      id: TA-2026-AAAA
      # A remark.
      issued: 2026-03-04

      title:
        - (U//REL TO NLD) Cranes: what, where "and" why
        - (U) Kranen – één, twee
      threat:
        level: significant
        actor: "(S) crane: #7"
      topics: [cyber, 'two words', (U) three]
      regions:
      - R02
      - R13
      judgements:
        - id: j1
          text: (R) Likely.
          sources: []
        - id: j2
      advice:
        - {for: local, do: "(R) Close, lock", when: now, by: {}}
      """
    let bytes = Array(text.replacing("Cranes: what", with: "Cranes, what").utf8)
    let root = try #require(PlainYAML.root(bytes))
    #expect(StrictYAML.composed(bytes).map(Self.written) == Self.written(root))
    #expect(root.map?["regions"]?.texts == ["R02", "R13"])
    #expect(root.map?["advice"]?.list?.first?.map?["do"]?.string == "(R) Close, lock")
    // What the line has a colon in is a mapping, or an error.
    #expect(PlainYAML.root(Array(text.utf8)) == nil)
  }

  /// What it leaves to the library.
  @Test(arguments: [
    "a:", "a: |\n  b", "a: b\n  c", "a: &b c", "a: *b", "a: !b c", "a: b # c", "a: \"b\\n\"",
    "a: 'b''c'", "a: b: c", "a: b:", "- a", "a: b\na: c", "a: {b: c, b: d}", "a: [b", "a: [b: c]",
    "a: [b]]", "a: {b}", "a: {b: c} d", "? a", "a: -", "a: - b", "a:\tb", "a: b\r\nc: d", " a: b",
    "a:\n  b: c\n d: e", "a:\n  - b\n c: d", "a: \u{85}b", "a: b\u{2028}c: d", "a: \u{FEFF}b",
    "--- a", "a: b\n---\nc: d", "a: b\n...", "a: @b", "a: %b", "a: [b, ]", "a: \"b\" c",
    "a: \"b\": c", "<<: a", "a: [\"b\": c]",
  ])
  func leavesToTheLibrary(text: String) {
    #expect(PlainYAML.root(Array(text.utf8)) == nil)
  }

  /// Lines of front matter, and what a hostile author makes of them.
  private static let lines = [
    "id: a", "title: (U) Cranes", "title:", "  - (U) one", "  - (S) two: three", "- x", "-  y: z",
    "  k: v", "    k: v", "    - deep", "topics: [a, b]", "m: {a: b, c: \"d, e\"}", "q: \"x: y\"",
    "s: 'it'", "# r", "", "  ", "n: 12", "u: é – è", "t: a #b", "t: a#b", "c: http://x.y", "e: ''",
    "f: [ ]", "f: {  }", "f: [[a], {b: c}]", "v: a  ", "  more", "w: (a", "y: a [b] {c}",
  ]

  @Test func meansWhatTheLibraryMakesOfIt() {
    var random = SystemRandomNumberGenerator()
    let signs = Array(
      " :-#[]{},\"'\n&*!|>%@?ab(é\\\t".unicodeScalars.map { Array(String($0).utf8) })
    var read = 0
    for _ in 0..<20_000 {
      var bytes = Array(
        (0..<Int.random(in: 1..<9, using: &random)).map { _ in
          Self.lines.randomElement(using: &random) ?? ""
        }.joined(separator: "\n").utf8)
      for _ in 0..<Int.random(in: 0..<3, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let end = Bool.random(using: &random) ? place : min(bytes.count, place + 1)
        bytes.replaceSubrange(place..<end, with: signs.randomElement(using: &random) ?? [])
      }
      guard let field = PlainYAML.root(bytes) else { continue }
      read += 1
      let composed = StrictYAML.composed(bytes).map(Self.written)
      guard composed == Self.written(field) else {
        Issue.record(
          """
          \(String(decoding: bytes, as: UTF8.self).debugDescription): \(Self.written(field)) \
          instead of \(composed ?? "nothing")
          """)
        return
      }
    }
    #expect(read > 1000)
  }
}
