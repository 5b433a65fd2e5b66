import Calendar
import Edition
import Foundation
import Pipeline
import Testing

@Suite("check --fix")
struct FixTests {
  @Test func labelsAreWrittenAsTheyArePrinted() throws {
    let place = try FixPlace(
      FixPlace.briefing(
        "summary: (S//DELTA/BRAVO//REL BEL,NLD) Short.\n",
        """
        - (R//REL VR17, NLD) One [two]{S//REL NLD|three}.

        | (C//REL BEL,NLD) A | B |
        | --- | --- |
        | (U) x | (S//DELTA/BRAVO) y |

        ::: S//REL BEL,NLD for national, partner
        Four, and \\(S//REL NLD) in text.
        :::

        ```
        five (S//REL NLD)
        ```

        """))
    defer { place.leave() }
    let before = try #require(place.editions())
    guard case .fixed(["briefings/a.md"]) = fix(place.settings) else {
      Issue.record("nothing was fixed")
      return
    }
    let text = try place.text()
    for label in [
      "classification: S//BRAVO/DELTA\n", "(S//BRAVO/DELTA//REL TO NLD, BEL) Short",
      "- (R//REL TO NLD, VR17) One [two]{S//REL TO NLD|three}", "| (C//REL TO NLD, BEL) A |",
      "(S//BRAVO/DELTA) y", "::: S//REL TO NLD, BEL for national, partner\n",
      "\\(S//REL NLD) in text", "five (S//REL NLD)",
    ] { #expect(text.contains(label), "\(label)") }
    #expect(place.editions() == before)
    guard case .fixed([]) = fix(place.settings) else {
      Issue.record("a second run found something to do")
      return
    }
  }

  /// What looks like a label in code is text, also where nobody reads it today, and in a version that
  /// somebody cleared for everything does not get.
  @Test(arguments: [
    "::: S//BRAVO/DELTA//REL TO VR17\nCODE\n:::\n", "::: S\nOne.\n::: tear U\nCODE\n:::\n",
    "CODE\n",
  ])
  func codeStays(body: String) throws {
    let code = "See `` x (S//DELTA/BRAVO) `` there."
    let place = try FixPlace(
      FixPlace.briefing("", body.replacing("CODE", with: code) + "\n(S//REL NLD) One.\n"))
    defer { place.leave() }
    _ = try #require(place.editions())
    guard case .fixed(["briefings/a.md"]) = fix(place.settings) else {
      Issue.record("nothing was fixed")
      return
    }
    #expect(try place.text().contains(code))
    #expect(try place.text().contains("(S//REL TO NLD) One."))
  }

  /// Of a withdrawn briefing nobody gets anything that could be compared.
  @Test func aWithdrawnBriefingIsLeftAlone() throws {
    let text = FixPlace.briefing(
      "withdrawal: {reason: Wrong.}\n",
      "::: S for public\nOne.\n::: tear U\nThree.\n::: tear R\nTwo.\n:::\n"
    )
    .replacing("status: published", with: "status: withdrawn")
    let place = try FixPlace(text)
    defer { place.leave() }
    _ = try #require(place.editions())
    guard case .fixed([]) = fix(place.settings) else {
      Issue.record("it was not left alone")
      return
    }
    #expect(try place.text() == text)
  }

  @Test func aPublicationWithErrorsIsLeftAlone() throws {
    let place = try FixPlace(FixPlace.briefing("", "(S//REL NLD) One.\n\n(X) Two.\n"))
    defer { place.leave() }
    let before = try place.text()
    guard case .refused = fix(place.settings) else {
      Issue.record("it was not left alone")
      return
    }
    #expect(try place.text() == before)
  }

  @Test func aFileKeepsItsPermissionsAndNothingIsLeftBesideIt() throws {
    let place = try FixPlace(FixPlace.briefing("", "(S//REL NLD) One.\n\nTwo.\n"))
    defer { place.leave() }
    let path = place.briefing.path()
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    guard case .fixed(["briefings/a.md"]) = fix(place.settings) else {
      Issue.record("nothing was fixed")
      return
    }
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    let beside = try FileManager.default.contentsOfDirectory(
      atPath: place.root.appending(path: "briefings").path())
    #expect(beside == ["a.md"])
  }

  /// No audience gets one byte more, less or other, whatever the publication is.
  @Test func editionsOfRandomPublicationsStayTheSame() throws {
    var fixed = 0
    var moved = 0
    for seed in 0..<UInt64(300) {
      var source = RandomSource(seed: seed)
      let text = FixPlace.briefing(source.front(), source.body())
      let place = try FixPlace(text)
      defer { place.leave() }
      guard let before = place.editions() else { continue }
      let tears = check(place.settings).findings.sorted.count { $0.code == "marking/tear-order" }
      guard case .fixed(let paths) = fix(place.settings) else {
        Issue.record("seed \(seed) was refused")
        continue
      }
      #expect(place.editions() == before, "seed \(seed)")
      if !paths.isEmpty { fixed += 1 }
      let left = check(place.settings).findings.sorted.count { $0.code == "marking/tear-order" }
      #expect(left <= tears, "seed \(seed)")
      if left < tears { moved += 1 }
    }
    #expect(fixed > 100)
    #expect(moved > 0)
  }
}
