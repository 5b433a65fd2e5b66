import Foundation
import Testing

/// A label is as long as its groups make it; where it does not work it is an error, and never text.
@Suite struct LongLabelTests {
  private static let groups = (1...60).map { "VEILIGHEIDSREGIO-\($0)" }
  private static let label = "S//REL TO " + groups.joined(separator: ", ")
  private static let policy = Workplace.policy.replacing(
    "{mark: NLD, name: Netherlands}",
    with: (["NLD"] + groups).map { "{mark: \($0), name: \($0)}" }.joined(separator: ", ")
  ).replacing("groups: [NLD], redaction", with: "groups: [NLD, \(groups[0])], redaction")

  private func place(_ body: String, _ fields: String = "") throws -> Workplace {
    try Workplace(
      policy: Self.policy,
      [
        "briefings/a.md": Workplace.briefing(
          "unmarked: U\n" + fields, body: body.replacing("LABEL", with: Self.label))
      ])
  }

  @Test(arguments: [
    ("x **Unit 74455**{LABEL} in May.", "marking/stray-inline"),
    ("[x] {LABEL} y", "marking/stray-inline"),
    ("[x](https://a.example){LABEL}", "marking/stray-inline"),
    ("[x]{LABEL y", "marking/unknown-label"), ("[x]{LABEL", "marking/unbalanced"),
    ("x]{LABEL} y", "marking/unbalanced"),
    ("Open line.\n(LABEL) Secret line.", "marking/misplaced-mark"),
    ("Open line (LABEL) secret.", "marking/misplaced-mark"),
    ("Open line `a` ((LABEL) secret.", "marking/misplaced-mark"),
    ("`x\n(LABEL) y`", "marking/misplaced-mark"),
    ("**(LABEL)** Secret.", "marking/decorated"),
    ("[LABEL] Secret.", "marking/unknown-label"),
    ("(LABEL Secret.", "marking/unknown-label"),
    ("LABEL) Secret.", "marking/unknown-label"),
    ("- LABEL] Secret.", "marking/unknown-label"),
    ("S//NLD) Secret.", "marking/unknown-label"),
    ("| (U) a |\n| --- |\n| S // REL TO NLD } y |", "marking/unknown-label"),
    ("(" + String(repeating: " ", count: 2000) + "S) Secret.", "marking/unknown-label"),
    ("(" + String(repeating: "&#32;", count: 400) + "S) Secret.", "marking/unknown-label"),
    ("(X " + String(repeating: "A", count: 2000) + ") text", "marking/unknown-label"),
    (
      "[(X) text](https://a.example/\(String(repeating: "a", count: 400)))", "marking/unknown-label"
    ),
  ])
  func isAnErrorWhereItDoesNotWork(body: String, code: String) throws {
    let place = try place(body)
    defer { place.leave() }
    let check = try place.run("check")
    #expect(check.status == 1 && check.errors.contains("[\(code)]"), "\(check.errors)")
  }

  @Test(arguments: [
    "(LABEL) Secret words.", "The [secret words]{LABEL|y} stay.", "- (LABEL) Secret words.",
    "::: LABEL\nSecret words.\n:::", "## (LABEL) Secret words\n\nMore.",
    "| (U) a |\n| --- |\n| [secret words]{LABEL\\|y} |",
  ])
  func worksWhereItIs(body: String) throws {
    let place = try place("Open.\n\n" + body)
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    for (audience, isThere) in [("national", true), ("public", false)] {
      let page = place.root.appending(
        path: "site/\(audience)/en/briefings/ta-2026-7k3f/index.md")
      let text = try String(contentsOf: page, encoding: .utf8)
      #expect(text.lowercased().contains("secret words") == isThere, "\(audience): \(text)")
    }
  }

  /// Sentences in brackets stay what they are, however long.
  @Test(arguments: [
    "(Secret ballots were held in \(String(repeating: "many towns and ", count: 40))cities.)",
    "S//the rest of it (as they say) is text.",
  ])
  func isNotSeenInSentences(body: String) throws {
    let place = try place(body)
    defer { place.leave() }
    #expect(try place.run("check").status == 0)
  }

  /// In time that grows with the text, whatever brackets it has.
  @Test(arguments: ["(", "[x]{", "]{", "[x]{S", "((S", "(S//REL TO "])
  func takesNoLongerForManyBrackets(unit: String) throws {
    // As long as a block may be, and as many as a file may have.
    let block = "(U) x " + String(repeating: unit, count: 16_000 / unit.utf8.count)
    let place = try place(Array(repeating: block, count: 15).joined(separator: "\n\n"))
    defer { place.leave() }
    let start = ContinuousClock.now
    _ = try place.run("check")
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
