import Diagnostics
import Edition
import Foundation
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

  /// A plain `:root` of a publication's tokens has to win, in every temperament.
  @Test func tokensAreGivenWhereTheyWeighNothing() {
    let style = String(decoding: ThemeFiles.files["style.css"] ?? [], as: UTF8.self)
    let screen = style.prefix(
      upTo: style.firstRange(of: "@media print")?.lowerBound ?? style.endIndex)
    var selectors: Set<String> = []
    for block in screen.split(separator: "}") where block.contains("--") && block.contains("{") {
      let parts = block.split(separator: "{")
      guard let body = parts.last, let selector = parts.dropLast().last,
        body.split(separator: ";").contains(where: {
          $0.drop(while: \.isWhitespace).hasPrefix("--")
        })
      else { continue }
      selectors.insert(
        selector.drop(while: \.isWhitespace).split(separator: "\n").last.map {
          $0.trimmingPrefix(while: \.isWhitespace).description
        } ?? "")
    }
    let named = selectors.map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 }.sorted()
    #expect(
      named == [
        ".rank-1", ".rank-2", ".rank-3", ".rank-4", ".rank-5", ":where(:root)",
        ":where(:root:has(> .dense))", ":where(:root:has(> .open))",
        ":where(:root:has(> .practical))",
      ])
  }

  /// WCAG 2.2, 1.4.11: what a chart is read by stands out from white by 3:1.
  @Test(arguments: [0x12436D, 0x28A197, 0x801650, 0xF46A25])
  func chartColoursStandOutFromWhite(colour: Int) {
    func linear(_ byte: Int) -> Double {
      let share = Double(byte) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    let luminance =
      0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8 & 255)
      + 0.0722 * linear(colour & 255)
    #expect(1.05 / (luminance + 0.05) >= 3)
    let style = String(decoding: ThemeFiles.files["style.css"] ?? [], as: UTF8.self)
    #expect(style.contains("#" + String(colour, radix: 16)))
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
