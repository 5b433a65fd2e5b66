import Foundation
import Testing

/// Whatever a reader may see can be searched for.
@Suite("Words that can be searched for")
struct SearchWordTests {
  /// Places in a briefing where `WORD` stands: front matter, and body.
  static let places: [(fields: String, body: String)] = [
    ("", "(U) WORD.\n"), ("", "## (U) WORD\n\n(U) Text.\n"), ("", "- (U) One\n- (U) WORD\n"),
    ("", "| (U) WORD | (U) Two |\n| --- | --- |\n| (U) 1 | 2 |\n"),
    ("", "| (U) One |\n| --- |\n| (U) WORD |\n"), ("", "> (U) WORD.\n"),
    ("", "(U) One.[^a]\n\n[^a]: (U) WORD.\n"), ("", "(U) [WORD](https://example.org).\n"),
    ("", "(U) By [Someone]{S|WORD}.\n"), ("summary: (U) WORD.", "(U) Text.\n"),
    ("advice:\n  - {do: \"(U) WORD.\"}", "(U) Text.\n"),
    ("judgements:\n  - {text: \"(U) WORD.\"}", "(U) Text.\n"),
    ("threat:\n  horizon: (U) WORD.", "(U) Text.\n"),
    ("vulnerabilities: [\"(U) WORD.\"]", "(U) Text.\n"),
    ("threat:\n  actor: (U) WORD.", "(U) Text.\n"),
    ("threat:\n  intent: (U) WORD.", "(U) Text.\n"),
    ("threat:\n  capability: (U) WORD.", "(U) Text.\n"),
    ("advice:\n  - {do: \"(U) One.\", by: \"(U) WORD.\"}", "(U) Text.\n"),
    ("advice:\n  - {do: \"(U) One.\", basis: \"(U) WORD.\"}", "(U) Text.\n"),
    ("sources:\n  - {description: \"(U) WORD.\"}", "(U) Text.\n"),
    ("revisions:\n  - {date: 2026-11-03, note: \"(U) WORD.\"}", "(U) Text.\n"),
  ]

  @Test(arguments: places)
  func areInTheIndex(fields: String, body: String) throws {
    func index(_ word: String) throws -> [String: [UInt8]] {
      let text = Workplace.briefing(fields, body: body).replacing("WORD", with: word)
      let place = try Workplace(["briefings/a.md": text])
      defer { place.leave() }
      let build = try place.run("build", "--audience", "public")
      #expect(build.status == 0, "\(build.errors)")
      return try place.tree("site/public/en/search").filter { $0.key.hasSuffix(".json") }
        .mapValues(Array.init)
    }
    let one = try index("Kestrelbarn")
    #expect(!one.isEmpty)
    #expect(try one != index("Kestrelworm"))
    #expect(try one == index("Kestrelbarn"))
  }

  /// The end of a line parts words as a space does.
  @Test(arguments: ["\\\n", "  \n", "\n"])
  func areApartAtTheEndOfALine(end: String) throws {
    let indexes = try [" ", end].map { sign in
      let body = "(U) Kestrelbarn\(sign)Alderworm.\n"
      let place = try Workplace(["briefings/a.md": Workplace.briefing(body: body)])
      defer { place.leave() }
      let build = try place.run("build", "--audience", "public")
      #expect(build.status == 0, "\(build.errors)")
      return try place.tree("site/public/en/search").filter { $0.key.hasSuffix(".json") }
    }
    #expect(!indexes[0].isEmpty && indexes[0] == indexes[1])
  }

  /// A result shows the beginning of a summary, in a language without spaces too.
  @Test(arguments: ["\u{6E2F}", "👩‍👩‍👧‍👦", "e\u{301}"])
  func showTheBeginningOfASummary(character: String) throws {
    let summary = String(repeating: character, count: 150)
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing("summary: (U) \(summary)", body: "(U) Text.\n")
    ])
    defer { place.leave() }
    let build = try place.run("build", "--audience", "public")
    #expect(build.status == 0, "\(build.errors)")
    let cards = try place.tree("site/public/en/search").filter { $0.key.hasPrefix("d-") }
    let text = cards.values.map { String(decoding: $0, as: UTF8.self) }.joined()
    let most = 200 / character.utf8.count
    #expect(text.contains(String(repeating: character, count: most) + "…"), "\(text)")
  }

  /// Pages are made some at a time; the index is that of all of them.
  @Test func areThoseOfAllPartsOfALargeSite() throws {
    let place = try Workplace()
    defer { place.leave() }
    let count = 520
    for number in 1000..<(1000 + count) {
      try place.write(
        Workplace.briefing(id: "TA-2026-\(number)", body: "(U) Text.\n"),
        to: "briefings/\(number).md")
    }
    let build = try place.run("build", "--audience", "public")
    #expect(build.status == 0, "\(build.errors)")
    let file = try #require(try place.tree("site/public/en/search")["index.json"])
    let index = try #require(try JSONSerialization.jsonObject(with: file) as? [String: Any])
    #expect(index["count"] as? Int == count)
  }
}
