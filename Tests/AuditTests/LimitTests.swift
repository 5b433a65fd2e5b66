import Testing

@testable import Audit

/// Whatever an edition holds, the audit ends soon.
@Suite struct LimitTests {
  @Test(arguments: [
    [0xFF, 0xD8, 0xFF, 0xFE, 0, 0, 0x2E], [0xFF, 0xD8, 0xFF, 0xE1, 0, 1, 0x2E, 0xFF],
    [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0],
    Array("GIF89a".utf8) + [UInt8](repeating: 0xFF, count: 9),
    Array("RIFF....WEBPEXIF".utf8) + [0xFF, 0xFF, 0xFF, 0xFF, 1],
  ])
  func lengthsThatAreNoneAreRead(picture: [UInt8]) {
    #expect(Fixture.codes("assets/picture.bin", picture).isSubset(of: ["audit/metadata"]))
  }

  @Test func manyLeaksOnOnePageTakeNoLonger() {
    let clock = ContinuousClock()
    var fixture = Fixture()
    fixture.pages["en/index.html"] = Array(
      String(repeating: "<li>Unit Vermiljoen measured 7421 containers\n", count: 20_000).utf8)
    var count = 0
    let time = clock.measure { count = fixture.findings.count }
    #expect(count > 0)
    #expect(time < .seconds(20))
  }

  @Test func bracketsTakeNoLonger() {
    let clock = ContinuousClock()
    var fixture = Fixture()
    fixture.briefing += "\n\n(U) " + String(repeating: "[{", count: 4_000)
    let time = clock.measure { _ = fixture.findings }
    #expect(time < .seconds(20))
  }

  /// What would be gone through again from every place in it.
  @Test(arguments: [
    ("en/a.txt", "/", 100_000), ("en/a.txt", "a//", 30_000), ("en/a.html", "<a onx ", 20_000),
    ("en/a.html", "<a ", 30_000), ("en/a.html", " >\n", 50_000), ("assets/a.css", "/*", 50_000),
    ("en/a.html", "<!-- -->", 20_000), ("en/a.html", "<style>", 20_000),
  ])
  func whatComesOftenTakesNoLonger(path: String, text: String, count: Int) {
    let clock = ContinuousClock()
    let bytes = Array(String(repeating: text, count: count).utf8)
    let time = clock.measure { _ = Fixture.codes(path, bytes) }
    #expect(time < .seconds(20), "\(text)")
  }

  /// The same in a source, of which nothing is taken for visible then.
  @Test(arguments: [(">", 20_000), ("1. ", 10_000), ("- ", 10_000), (".png", 20_000)])
  func sourcesTakeNoLonger(text: String, count: Int) {
    let clock = ContinuousClock()
    var fixture = Fixture()
    fixture.briefing += "\n\n" + String(repeating: text, count: count) + "x\n"
    fixture.pages["en/index.html"] = Array("<p>Look after your cranes</p>".utf8)
    var codes: [String] = []
    let time = clock.measure { codes = fixture.findings.map(\.code) }
    #expect(time < .seconds(20), "\(text)")
    #expect(text == ".png" ? codes.isEmpty : codes.contains("audit/withheld-run"), "\(text)")
  }

  /// Behind the most hits of a file nothing is looked at, which is a finding that no exception lets pass.
  @Test(arguments: [39, 40, 400]) func muchThatIsExceptedHidesNothing(count: Int) throws {
    var fixture = Fixture()
    let words = (0..<count).map { "zeppelin\($0)" }
    fixture.briefing += "\n\n(S) " + words.joined(separator: ". ") + "\n"
    let shown = words.map { "<p>\($0)</p>\n" }.joined()
    fixture.pages["en/a.html"] = Array(shown.utf8)
    let names = fixture.findings.compactMap {
      $0.message.split(separator: "(finding ").dropFirst().last?.dropLast()
    }
    #expect(names.count == min(40, count))
    let exceptions = names.map { "  - {finding: \"\($0)\", reason: a size, expires: 2027-01-01}\n" }
    fixture.exceptions = "exceptions:\n" + exceptions.joined()
    #expect(Set(fixture.findings.map(\.code)) == (count < 40 ? [] : ["audit/more"]))
    fixture.pages["en/a.html"]? += Array("<p>Vermiljoen</p>\n".utf8)
    fixture.pages["en/b.html"] = Array("<p>Vermiljoen</p>\n".utf8)
    #expect(fixture.findings.contains { $0.code == "audit/withheld-word" })
  }

  /// A word that is the beginning of another counts once, in an index too.
  @Test func beginningsHideNothing() {
    var fixture = Fixture()
    let words = (UInt8(ascii: "a")...UInt8(ascii: "t")).map {
      "zeppelin" + String(UnicodeScalar($0))
    }
    fixture.briefing += "\n\n(S) " + words.map { "\($0) \($0)gas" }.joined(separator: ", ") + "\n"
    let text = words.joined(separator: ", ") + ", Vermiljoen"
    fixture.pages["en/search/d-a.json"] = Array("{\n  \"a\": \"\(text)\"\n}\n".utf8)
    let excerpts = fixture.findings.map { $0.excerpt ?? "" }
    #expect(excerpts.count == 21 && excerpts.contains("Vermiljoen"), "\(excerpts)")
  }

  /// However often the same is found.
  @Test func theSameIsToldOnce() throws {
    var fixture = Fixture()
    fixture.briefing += "\n\n(U) See \\(S) for it.\n"
    let marks = String(repeating: "<p>(S)</p>\n", count: 200)
    fixture.pages["en/a.html"] = Array((marks + "<p>S//BRAVO</p>\n").utf8)
    #expect(Set(fixture.findings.map(\.code)) == ["audit/marking-above", "audit/withheld-word"])
    let word = String(repeating: "<p>7421</p>\n", count: 200)
    fixture.pages["en/a.html"] = Array((word + "<p>Vermiljoen</p>\n").utf8)
    #expect(fixture.findings.count == 2, "\(fixture.findings)")
  }
}
