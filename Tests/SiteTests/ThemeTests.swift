import Diagnostics
import Edition
import Testing

@testable import Site

@Suite struct ThemeTests {
  private func theme(_ files: [String: String]) -> (theme: Theme, findings: [Diagnostic]) {
    var findings = Findings()
    let theme = Theme(files: files.mapValues { Array($0.utf8) }, findings: &findings)
    return (theme, findings.sorted)
  }

  @Test func bothLanguagesHaveEveryWord() {
    _ = ThemeFiles.theme()
  }

  @Test func aMissingWordIsAFinding() {
    let (theme, findings) = theme(["words/en.txt": "a = A\nb = B", "words/nl.txt": "a = AA"])
    #expect(findings.map(\.message) == ["the word 'b' is missing"])
    #expect(findings.map(\.place.file) == ["templates/words/nl.txt"])
    #expect(theme.words(for: "nl")["b"] == "B")
    #expect(theme.words(for: "de")["a"] == "A")
  }

  @Test func ownWordsLieOverTheThemes() {
    let (theme, _) = theme(["words/en.txt": "a = A\nb = B", "words/en.own.txt": "b = Mine"])
    #expect(theme.words(for: "en")["b"] == "Mine")
    #expect(theme.words(for: "en")["a"] == "A")
  }

  @Test func wordsFillTheirNames() {
    let words = Words(language: "en", texts: ["x": "{n} of {steps}", "y": "{nothing} {"])
    #expect(words.fill("x", ["n": "2", "steps": "5"]) == "2 of 5")
    #expect(words.fill("y", [:]) == " {")
  }

  @Test func theStyleSheetHasNoCommentAndTheLevelsColours() {
    let levels = [
      NamedMark(mark: "A", name: Names("A"), color: "#007A33"),
      NamedMark(mark: "B", name: Names("B"), color: "#FFC000"),
      NamedMark(mark: "C", name: Names("C"), color: "red;}body{display:none"),
    ]
    let style = Stylesheet.bytes(
      style: Array("/* x */\n  a { b: '/* c */' }\n".utf8), levels: levels)
    #expect(
      String(decoding: style, as: UTF8.self) == """
        a { b: '/* c */' }
        .level-0{--banner:#007A33;--banner-ink:#FFFFFF}
        .level-1{--banner:#FFC000;--banner-ink:#000000}

        """)
  }

  @Test func tilesAreLinesOfThree() {
    let tiles = Tile.parse(Array("# map\nVR01 5 1\nVR02 x 1\nVR03 0 1\n".utf8))
    #expect(tiles == ["VR01": Tile(id: "VR01", column: 5, row: 1)])
  }

  @Test func labelsOfOtherPoliciesAreKnown() {
    var policy = SamplePolicy.policy(for: .dense)
    policy.levels = ["TLP:CLEAR", "TLP:AMBER", "TLP:AMBER+STRICT"].map {
      NamedMark(mark: $0, name: Names($0))
    }
    let marks = PortionMarks(policy)
    #expect(marks.leading("(TLP:AMBER+STRICT) x", isAlone: false)?.label == "TLP:AMBER+STRICT")
    #expect(marks.leading("(TLP:RED) x", isAlone: false) == nil)
    #expect(marks.leading("(TLP:AMBER)x", isAlone: false) == nil)
  }
}
