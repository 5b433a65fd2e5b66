import Foundation
import Pipeline
import Testing

/// `check --fix` puts versions in order where no reader can tell, on whatever day.
@Suite struct FixOrderTests {
  @Test func versionsAreOrderedWhereEverybodyReadsTheSame() throws {
    let place = try FixPlace(
      FixPlace.briefing("", "::: S for public\nOne.\n::: tear U\nThree.\n::: tear R\nTwo.\n:::\n"))
    defer { place.leave() }
    let before = try #require(place.editions())
    guard case .fixed(["briefings/a.md"]) = fix(place.settings) else {
      Issue.record("nothing was fixed")
      return
    }
    #expect(
      try place.text().contains(
        "::: S for public\nOne.\n::: tear R\nTwo.\n::: tear U\nThree.\n:::\n"))
    #expect(place.editions() == before)
  }

  @Test func versionsStayWhereTheirOrderDecidesWhoReadsWhich() throws {
    let text = FixPlace.briefing("", "::: R\nTwo.\n::: tear S\nOne.\n:::\n")
      .replacing("S//DELTA/BRAVO", with: "S")
    let place = try FixPlace(text)
    defer { place.leave() }
    guard case .fixed([]) = fix(place.settings) else {
      Issue.record("the order was changed")
      return
    }
    #expect(try place.text() == text)
  }

  /// An order that decides who reads which one day, or which other briefing a reader is led to, is the
  /// author's; so is one of a field whose last version goes on in the next line.
  @Test(arguments: [
    ("downgrade: [{date: 2028-01-01, from: S, to: R}]\n", versionsOfAll),
    ("embargo: 2030-01-01\n", versionsOfSome), ("embargo: {local: 2030-01-01}\n", versionsOfSome),
    ("", versionsOfAll.replacing("Three", with: "See [it](briefing:TA-2026-AAAA)")),
    ("", versionsOfAll.replacing("Three", with: "See [it]") + "\n[it]: BRIEFING:TA-2026-AAAA\n"),
    (
      "threat:\n  actor:\n    - (S//BRAVO//REL TO VR17) One\n    - (S//BRAVO/DELTA//REL TO VR17) Two\n"
        + "      goes on\n", "Text.\n"
    ),
  ])
  func versionsStayWhereAnotherDayDecides(front: String, body: String) throws {
    let text = FixPlace.briefing(front, body).replacing("S//DELTA/BRAVO", with: "S//BRAVO/DELTA")
    let place = try FixPlace(text)
    defer { place.leave() }
    _ = try #require(place.editions())
    guard case .fixed([]) = fix(place.settings) else {
      Issue.record("the order was changed")
      return
    }
    #expect(try place.text() == text)
  }

  /// Versions that are not in order, of which the local audience alone would read another.
  private static let versionsOfSome =
    "::: U for local\nFor all.\n::: tear R\nFor some.\n:::\n"

  /// Versions that are not in order, of which today everybody reads the same.
  private static let versionsOfAll =
    "::: S for public\nOne.\n::: tear U\nThree.\n::: tear R\nTwo.\n:::\n"

  /// The lines of a file end as they did.
  @Test func linesEndAsTheyDid() throws {
    let text = FixPlace.briefing("", Self.versionsOfAll).replacing("\n", with: "\r\n")
    let place = try FixPlace(text)
    defer { place.leave() }
    guard case .fixed(["briefings/a.md"]) = fix(place.settings) else {
      Issue.record("nothing was fixed")
      return
    }
    let fixed = try place.text()
    #expect(fixed.utf8.count { $0 == 0x0A } == fixed.utf8.count { $0 == 0x0D })
  }

  /// Many versions whose order stays take no time out of proportion, whatever else is put in order.
  @Test func manyVersionsAreAnsweredSoon() throws {
    let stay = String(repeating: "::: U\na\n::: tear R\nb\n:::\n\n", count: 60)
    let move = String(
      repeating: "::: S for public\nx\n::: tear U\nz\n::: tear R\ny\n:::\n\n", count: 60)
    let place = try FixPlace(FixPlace.briefing("", stay + move))
    defer { place.leave() }
    let start = ContinuousClock.now
    guard case .fixed(["briefings/a.md"]) = fix(place.settings) else {
      Issue.record("nothing was fixed")
      return
    }
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(try place.text().contains("x\n::: tear R\ny\n::: tear U\nz\n"))
  }
}
