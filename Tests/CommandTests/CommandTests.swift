import Foundation
import Testing

@Suite("Commands, exit statuses and output")
struct CommandTests {
  @Test func viewGivesWhatEachAudienceGets() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    let low = try place.run("view", "briefings/a.md", "--as", "public", "--body")
    #expect(low.status == 0)
    #expect(low.output == "Seen by all.\n")
    #expect(low.errors == "")
    let high = try place.run("view", "briefings/a.md", "--as", "national", "--body")
    #expect(high.output == "(U) Seen by all.\n\n(S) Seen by few.\n")
    let whole = try place.run("view", "briefings/a.md", "--as", "public")
    #expect(
      whole.output == """
        ---
        id: TA-2026-7K3F
        kind: alert
        language: en
        status: published
        issued: 2026-11-02
        banner: "U"
        title: "Title"
        ---
        Seen by all.

        """)
  }

  @Test func viewOfWhatIsNotThereIsTwo() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing(body: "(S) Few.\n")])
    defer { place.leave() }
    let outcome = try place.run("view", "briefings/a.md", "--as", "public")
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
  }

  @Test func wrongUsageIs64() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    #expect(try place.run("view", "briefings/a.md", "--as", "nobody").status == 64)
    #expect(try place.run("build", "--audience", "nobody").status == 64)
    #expect(try place.run("nonsense").status == 64)
    #expect(try place.run("build", "--drafts").status == 64)
    try FileManager.default.createDirectory(
      at: place.root.appending(path: "site"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: place.root.appending(path: "elsewhere"),
      withDestinationURL: place.root.appending(path: "site"))
    for output in ["site", "./site/", "site/.", "briefings/../site", "elsewhere"] {
      let build = try place.run("build", "--drafts", "--output", output)
      #expect(build.status != 0, "\(output)")
      #expect(try place.tree("site").isEmpty, "\(output)")
    }
    for day in ["2026-11-22", "2031-01-01"] {
      #expect(try place.run("build", "--as-of", day).status == 64, "\(day)")
    }
    #expect(try place.run("check", "--as-of", "tomorrow").status == 64)
  }

  @Test func whatIsNotThereIsSaidInOneLine() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    let cases: [([String], String)] = [
      (["view", "x.md", "--as", "public"], "no briefing at x.md: name its file under 'briefings'"),
      (["explain", "briefings/a.md:1"], "no portion begins on line 1 or above it"),
      (
        ["audit", "--audience", "nobody"],
        "the policy has no audience 'nobody'; it has national, public"
      ),
      (["serve", "--port", "99999"], "--port takes a number from 0 to 65535"),
    ]
    for (arguments, message) in cases {
      let outcome = try place.run(command: arguments)
      #expect(outcome.errors == "tearline: error: \(message)\n")
      #expect(outcome.status == 64)
      #expect(outcome.output == "")
    }
  }

  @Test func aLimitedRunThatFailsNamesPlacesAndCodesAlone() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing(body: "(X) Few.\n")])
    defer { place.leave() }
    let outcome = try place.run("build", "--audience", "public")
    #expect(outcome.status == 1)
    #expect(outcome.errors == "briefings/a.md:13: error: [marking/unknown-label]\n")
  }

  @Test func tokensOfTheHouseComeBeforeThoseOfAnAudience() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(),
      "templates/tokens.css": "/* House */ :root { --accent: #123456; }",
      "templates/public/tokens.css": ":root { --base: 2rem; }",
    ])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    func style(_ site: String) throws -> String {
      let files = try place.tree(site)
      let style = files.first { $0.key.hasPrefix("assets/style.") }
      return String(decoding: try #require(style).value, as: UTF8.self)
    }
    let house = ":root { --accent: #123456; }"
    let own = ":root { --base: 2rem; }"
    #expect(try style("site/national").contains(house))
    #expect(!(try style("site/national")).contains(own))
    #expect(try style("site/public").contains("\(house)\n\(own)"))
    #expect(try place.run("release", "--audience", "public", "--to", "out").status == 0)
    #expect(try place.run("build", "-C", "out").status == 0)
    #expect(try place.tree("site/public") == place.tree("out/site/public"))
  }

  @Test func aBuildWithoutSearchHasNothingOfIt() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    #expect(try place.run("build", "--output", "with").status == 0)
    #expect(try place.run("build", "--no-search", "--output", "without").status == 0)
    let (with, without) = (try place.tree("with"), try place.tree("without"))
    #expect(with.keys.contains("public/en/search/index.json"))
    #expect(!without.keys.contains { $0.contains("search") })
    let other = Set(with.keys).subtracting(without.keys)
    #expect(other.allSatisfy { $0.contains("search") })
  }

  @Test func aReleasedPublicationBuildsTheSameSite() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(
        "related: [\"(U) TA-2026-8888\"]\nrevisions: [{date: 2026-11-05, note: \"(U) More.\"}]",
        body: "(U) See [that](briefing:TA-2026-8888), \\(EU) and {U}.\n".replacing(
          " and {U}", with: "")),
      "briefings/b.md": Workplace.briefing(id: "TA-2026-8888", "embargo: {public: 2027-01-01}"),
    ])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    for audience in ["national", "public"] {
      #expect(
        try place.run("release", "--audience", audience, "--to", "out-\(audience)").status == 0)
      #expect(try place.run("build", "-C", "out-\(audience)").status == 0)
      let again = try place.tree("out-\(audience)/site/\(audience)")
      #expect(try place.tree("site/\(audience)") == again)
      let released = try place.tree("out-\(audience)")
      let text = released.values.map { String(decoding: $0, as: UTF8.self) }.joined()
      if audience == "public" {
        for word in ["TA-2026-8888", "SECRET", "RESTRICTED", "national", "NLD", "sources"] {
          #expect(!text.contains(word), "\(word)")
        }
      }
    }
  }

  @Test func aNewPublicationIsCleanAndBuilds() throws {
    for policy in ["virbi", "tlp", "nato"] {
      let place = try Workplace(policy: nil)
      defer { place.leave() }
      #expect(try place.run("init", "new", "--policy", policy, "--templates").status == 0)
      let checked = try place.run("check", "--strict", "-C", "new")
      #expect(checked.status == 0, "\(checked.errors)")
      let made = try place.run("new", "alert", "Drones: \"more\" of them", "-C", "new")
      #expect(made.status == 0, "\(made.errors)")
      #expect(try place.run("check", "-C", "new").status == 0)
      #expect(try place.run("build", "-C", "new").status == 0)
      #expect(try place.run("init", "new").status == 4)
    }
  }

  @Test func nothingKnowsALevelOrAnAudienceByName() throws {
    let place = try Workplace(policy: nil)
    defer { place.leave() }
    #expect(try place.run("init", "tlp", "--policy", "tlp").status == 0)
    try place.write(
      """
      ---
      id: TA-2026-7K3F
      kind: advisory
      language: en
      classification: "TLP:RED"
      status: published
      issued: 2026-11-02
      title: (TLP:CLEAR) Title
      ---
      (TLP:CLEAR) For the world.

      (TLP:GREEN) For the community.

      - (TLP:AMBER) For members.
      - (TLP:AMBER+STRICT) For the team.

      For the team too.
      """, to: "tlp/briefings/a.md")
    func body(_ audience: String) throws -> String {
      try place.run("view", "-C", "tlp", "briefings/a.md", "--as", audience, "--body").output
    }
    #expect(try body("world") == "For the world.\n")
    #expect(try body("community") == "For the world.\n\nFor the community.\n")
    #expect(
      try body("members")
        == "For the world.\n\nFor the community.\n\n- For members.\n- {{withheld}}\n\n{{withheld}}\n"
    )
    #expect(
      try body("team") == """
        (TLP:CLEAR) For the world.

        (TLP:GREEN) For the community.

        - (TLP:AMBER) For members.
        - (TLP:AMBER+STRICT) For the team.

        (TLP:RED) For the team too.

        """)
    #expect(try place.run("build", "-C", "tlp").status == 0)
    for audience in ["world", "community", "members", "team"] {
      #expect(try place.tree("tlp/site/\(audience)").count > 10)
    }
  }

  @Test func theSourceIsShownOnRequestAlone() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing(body: "(X) Zwaluwstaart\n")])
    defer { place.leave() }
    #expect(!(try place.run("check").errors.contains("Zwaluwstaart")))
    #expect(try place.run("check", "--excerpts").errors.contains("  | (X) Zwaluwstaart\n"))
    let limited = try place.run("build", "--audience", "public", "--excerpts")
    #expect(!limited.errors.contains("Zwaluwstaart"))
  }

  @Test func aStrangersFolderStopsTheBuild() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    #expect(try place.run("build").status == 0)
    let renamed = Workplace.policy.replacing("public:", with: "everybody:")
    try place.write(renamed, to: "publication.yml")
    let outcome = try place.run("build")
    #expect(outcome.status == 4)
    #expect(outcome.errors.contains("public"))
    #expect(outcome.errors.contains("help:"))
  }

  @Test func findingsForMachines() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing(body: "(X) Few.\n")])
    defer { place.leave() }
    for format in ["json", "sarif"] {
      let outcome = try place.run("check", "--format", format)
      #expect(outcome.status == 1)
      #expect(outcome.output.contains("marking/unknown-label"))
      #expect(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) is [String: Any])
      #expect(outcome.errors == "")
    }
  }

  @Test func theExampleIsClean() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path()
    let place = try Workplace(policy: nil)
    defer { place.leave() }
    let outcome = try place.run("check", "--strict", "-C", root)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }
}
