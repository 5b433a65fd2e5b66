import Marking
import Testing

@Suite("Text that looks like a mark")
struct LeadingMarkTests {
  static let scheme = MarkingScheme(
    levels: ["U", "R", "S", "TS"], compartments: ["BRAVO"], groups: ["NLD"],
    levelNames: [
      ["UNCLASSIFIED", "ONGERUBRICEERD"], ["RESTRICTED", "Dep. VERTROUWELIJK"], ["SECRET"],
      ["TOP SECRET"],
    ])

  private func read(_ text: String) -> LeadingMark {
    LeadingMark.read(
      Array(text.utf8)[...], scheme: Self.scheme, words: ["EU"], flattened: { text })
  }

  @Test func aMarkEndsWithASpaceOrTheLine() {
    #expect(read("(S) text") == .mark(Label(level: 2), end: 4))
    #expect(read("(S)") == .mark(Label(level: 2), end: 3))
    #expect(read("(S)\ttext") == .mark(Label(level: 2), end: 4))
    #expect(read("(S)text") == .missingSpace)
    #expect(read("(S).") == .missingSpace)
  }

  @Test(arguments: [
    "(X) text", "(S//X) text", "(NATO) rules", "(s) text", "(secret) text", "( S ) text",
    "[S] text", "{S} text", "(S text", "S) text", "(S] text", "[Secret] text", "Secret) text",
    "(Top Secret) text", "(dep. vertrouwelijk) text", "(\u{405}) text", "(\u{455}) text",
    "(s//bravo) text", "(A1) road", "(S) ".replacing("S", with: "\u{421}"),
    "\u{3014}S\u{3015} text", "S ) text", "TS ] text", "Dep. vertrouwelijk) text",
    "dep. VERTROUWELIJK } text", "top secret ) text", "(Vertrouwelijk) text",
    "[vertrouwelijk] text",
    "(Dep. V.) text", "(dep.v) text", "(Dep V) text", "Vertrouwelijk) text",
  ])
  func isUnknown(text: String) {
    guard case .unknown = read(text) else {
      Issue.record("'\(text)' passes as \(read(text))")
      return
    }
  }

  /// What stands for a level's name is nobody's else, and no word that only looks like a part of one.
  @Test func namesAreShortenedAsPeopleDo() {
    let dutch = MarkingScheme(
      levels: ["R", "S", "TS"],
      levelNames: [["Dep. V"], ["Stg. GEHEIM", "SECRET"], ["Stg. ZEER GEHEIM", "TOP SECRET"]])
    #expect(dutch.levelSpellings[1].contains("GEHEIM") && dutch.levelSpellings[1].contains("Stg.G"))
    #expect(
      dutch.levelSpellings[2].contains("ZEER GEHEIM") && dutch.levelSpellings[2].contains("Stg. ZG")
        && dutch.levelSpellings[2].contains("Stg Z.G."))
    #expect(dutch.levelSpellings[2].allSatisfy { $0 != "SECRET" && $0 != "GEHEIM" })
    let allied = MarkingScheme(
      levels: ["U", "S", "CTS"],
      levelNames: [["NATO UNCLASSIFIED"], ["NATO SECRET"], ["COSMIC TOP SECRET"]])
    #expect(
      allied.levelSpellings == [
        ["NATO UNCLASSIFIED", "UNCLASSIFIED"], ["NATO SECRET", "SECRET"], ["COSMIC TOP SECRET"],
      ])
    let same = MarkingScheme(levels: ["A", "B"], levelNames: [["X. Closed"], ["Y. Closed"]])
    #expect(same.levelSpellings.allSatisfy { !$0.contains("Closed") })
    let small = MarkingScheme(levels: ["A", "B"], levelNames: [["Intern kort"], ["Intern lang"]])
    #expect(small.levelSpellings == [["Intern kort"], ["Intern lang"]])
  }

  @Test(arguments: [
    "(2024) was quiet", "(EU) rules", "text (S)", "(in brief) text", "Sunday", "S text", "secret",
    "(Secret ballots were held in (some) towns.) More", "\\(EU) rules", "(see below)", "",
    "[link](https://example.org)", "(Unit 7 moved)", "(Vertrouwelijk overleg hielp) text",
    "(Dep. Vught) text", "Vertrouwelijk text",
  ])
  func isText(text: String) {
    #expect(read(text) == .none)
  }
}
