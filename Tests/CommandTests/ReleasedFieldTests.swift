import Foundation
import Testing

/// What is released of a field reads as it was released, also where words were taken out of it.
@Suite("Released fields")
struct ReleasedFieldTests {
  private static let texts = [
    "(U) seen by [ Unit 7 ]{S|them } today", "(U) [ abc]{U|x}", "(U) [abc ]{U|x}",
    "(U) [ Sum]{U|x} today", "(U) one [two]{S| three} four", "(U) one [ two]{S|three } four",
    "(U) [one]{S|two }", "(U) by [ [Acme ]{S|a firm } of ]{U|x} ours",
  ]

  @Test(arguments: texts, ["public", "national"])
  func aSiteMadeOfAReleaseIsThatOfTheWhole(text: String, audience: String) throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(
        """
        summary: "\(text)"
        threat: {actor: "\(text)"}
        advice: [{do: "\(text)", when: "(U) now", by: "(U) all"}]
        """)
    ])
    defer { place.leave() }
    let build = try place.run("build", "--audience", audience)
    #expect(build.status == 0, "\(build.errors)")
    let release = try place.run("release", "--audience", audience, "--to", "released")
    #expect(release.status == 0, "\(release.errors)")
    let again = try place.run("build", "-C", "released", "--audience", audience)
    #expect(again.status == 0, "\(again.errors)")
    let sites = try ["site", "released/site"].map { try place.tree("\($0)/\(audience)") }
    #expect(sites[0].count > 10)
    #expect(sites[0].keys.filter { sites[0][$0] != sites[1][$0] }.sorted() == [], "\(text)")
  }
}
