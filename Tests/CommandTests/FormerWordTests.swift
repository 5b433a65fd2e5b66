import Foundation
import Testing

/// What a judgement changed from keeps the version of the scale that has its word, in a release too.
@Suite struct FormerWordTests {
  private static func policy(_ versions: String) -> String {
    Workplace.policy.replacing("scales:", with: "scales:\n  likelihood:\n" + versions)
  }

  private static func briefing(_ likelihood: String, from: String) -> String {
    Workplace.briefing(
      """
      judgements:
        - text: (U) They come.
          likelihood: \(likelihood)
          changed:
            from: (U) \(from)
            because: (U) They came.
      """)
  }

  /// The page of the briefing in the site of the public, which a release has as well.
  private func page(_ place: Workplace) throws -> String {
    let released = try place.run("release", "--audience", "public", "--to", "released")
    #expect(released.status == 0, "\(released.errors)")
    for folder in [".", "released"] {
      let build = try place.run("build", "-C", folder, "--audience", "public")
      #expect(build.status == 0, "\(build.errors)")
    }
    let site = try place.tree("site/public")
    #expect(try site == place.tree("released/site/public"))
    let page = try #require(site["en/briefings/ta-2026-7k3f/index.html"])
    return String(decoding: page, as: UTF8.self)
  }

  /// A scale stays of which nothing is visible but what a likelihood was before.
  @Test func aFormerLikelihoodKeepsItsScale() throws {
    let place = try Workplace(
      policy: Self.policy(
        """
            - since: 2020-01-01
              values: [{id: rare, name: Rarely}, {id: often, name: Often}]
        """),
      ["briefings/a.md": Self.briefing("(S) often", from: "rare")])
    defer { place.leave() }
    #expect(try page(place).contains("Rarely"))
  }

  /// It has the marking of its judgement, as all that stands in it.
  @Test func aFormerLikelihoodHasTheMarkingOfItsJudgement() throws {
    let place = try Workplace(
      policy: Self.policy(
        """
            - since: 2020-01-01
              values: [{id: rare, name: Rarely}, {id: often, name: Often}]
        """),
      [
        "briefings/a.md": Workplace.briefing(
          """
          judgements:
            - marking: U
              text: They come.
              likelihood: often
              changed: {from: rare, because: They came.}
            - marking: S
              text: They went.
              likelihood: often
              changed: {from: rare, because: "(U) They left."}
          """)
      ])
    defer { place.leave() }
    let page = try page(place)
    #expect(page.contains("Rarely") && page.contains("They came."))
    #expect(!page.contains("They left."))
  }

  /// It can be a word that the scale has no longer, which is shown as it was meant last.
  @Test func aFormerLikelihoodMayBeAFormerWord() throws {
    let place = try Workplace(
      policy: Self.policy(
        """
            - since: 2015-01-01
              values: [{id: rare, name: Rarely}, {id: often, name: Often}]
            - since: 2020-01-01
              values: [{id: never, name: Never}, {id: rare, name: Hardly}]
            - since: 2026-01-01
              values: [{id: seldom, name: Seldom}, {id: usual, name: Usually}]
        """),
      ["briefings/a.md": Self.briefing("(U) usual", from: "rare")])
    defer { place.leave() }
    let page = try page(place)
    #expect(page.contains("Hardly") && !page.contains("Rarely"))
    try place.write(Self.briefing("(U) usual", from: "always"), to: "briefings/a.md")
    #expect(try place.run("check").errors.contains("'always' is no value of 'likelihood'"))
  }

  /// An audience without advice is told of by the scale as it was when the level was given.
  @Test(arguments: [("high", true), ("low", false)])
  func adviceIsAskedForByTheScaleOfItsDay(level: String, isMissing: Bool) throws {
    let old = "{since: 2020-01-01, values: [{id: low, name: Low}, {id: high, name: High}]}"
    let place = try Workplace(
      policy: Workplace.policy.replacing(
        old,
        with: old
          + ", {since: 2026-11-10, values: [{id: calm, name: Calm}, {id: storm, name: Storm}]}"
      ) + "\nadvice-contract: {threat-level: high}\n",
      ["briefings/a.md": Workplace.briefing("threat: {level: \"(U) \(level)\"}")])
    defer { place.leave() }
    let check = try place.run("check")
    #expect(check.errors.contains("analysis/advice-missing") == isMissing, "\(check.errors)")
  }

  /// Where the policy has no scale, the words of ICD 203 have their bands.
  @Test func theWordsOfEveryPolicyHaveTheirBands() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(
        "judgements: [{id: j1, text: \"(U) x\", likelihood: \"(U) likely\"}]")
    ])
    defer { place.leave() }
    #expect(try place.run("build", "--audience", "public").status == 0)
    let page = try place.tree("site/public/en")["about/index.html"]
    let text = String(decoding: try #require(page), as: UTF8.self)
    #expect(
      text.matches(of: /\d+–\d+%/).map { String($0.output) } == [
        "1–5%", "5–20%", "20–45%", "45–55%", "55–80%", "80–95%", "95–99%",
      ])
  }
}
