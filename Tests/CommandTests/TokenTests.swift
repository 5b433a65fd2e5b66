import Testing

/// Where a token stands, and what it does not tell of what it stands for.
@Suite("Tokens")
struct TokenTests {
  /// No token stands in the description of an image, whichever way that names its file: the portion
  /// goes.
  @Test(arguments: ["(p.svg)", "[pic]", "(p.svg) and ![the [quay]{S}](p.svg)"])
  func descriptionsOfImagesHaveNoTokens(destination: String) throws {
    let place = try Workplace(
      policy: Self.tokenPolicy,
      [
        "briefings/p.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>",
        "briefings/a.md": Workplace.briefing(
          body: """
            (U) Seen [by few]{S}.

            (U) ![the yard [of Acme]{S} there]\(destination)

            (U) ![the yard](p.svg) ![the [quay]{S} there](p.svg)

            [pic]: p.svg
            """),
      ])
    defer { place.leave() }
    let low = try place.run("view", "briefings/a.md", "--as", "public", "--body")
    #expect(low.output == "Seen {{withheld}}.\n\n{{withheld}}\n", "\(low.output)\(low.errors)")
  }

  /// A policy whose public gets tokens in running text.
  private static let tokenPolicy: String = {
    let line = Workplace.policy.split(separator: "\n").first { $0.contains("  public:") } ?? ""
    return Workplace.policy.replacing(
      line, with: "  public: {clearance: U, redaction: mark, inline: token}")
  }()

  /// What the public gets of a body.
  private func low(_ body: String) throws -> String {
    let place = try Workplace(
      policy: Self.tokenPolicy, ["briefings/a.md": Workplace.briefing(body: body)])
    defer { place.leave() }
    let low = try place.run("view", "briefings/a.md", "--as", "public", "--body")
    #expect(low.status == 0, "\(low.errors)")
    return low.output
  }

  /// Of an item that is withheld its token does not tell whether it is a task, and done.
  @Test(arguments: ["", "[ ] ", "[x] "])
  func tokensHaveNoBox(box: String) throws {
    #expect(
      try low("- \(box)(U) [Call unit 7]{S}\n- [ ] (U) Lock [it]{S} up\n")
        == "- {{withheld}}\n- [ ] Lock {{withheld}} up\n")
  }

  /// What is a token and nothing else is one token, whatever it was; how much it was nobody learns.
  @Test(arguments: [
    "| (U) A | (U) B |\n| --- | --- |\n| (U) [x]{S} | (U) [y]{S} |\n| (U) [z]{S} | (S) w |",
    "| (U) A |\n| --- |\n| (U) [x]{S} |", "| (U) [A]{S} |\n| --- |\n| (U) [x]{S} |",
    "## (U) [Unit 74455]{S}", "(U) [Unit 74455]{S}\n===", "- (U) [x]{S}\n- (U) [y]{S} [z]{S}",
    "> (U) [x]{S}",
  ])
  func whatIsATokenAloneIsOne(block: String) throws {
    #expect(
      try low("(U) Open.\n\n\(block)\n\n(S) Few.\n") == "Open.\n\n{{withheld}}\n")
  }

  /// A table in which a word is left stays one.
  @Test func aTableWithAWordStaysOne() throws {
    let table = "| (U) A | (U) B |\n| --- | --- |\n| (U) [x]{S} | (U) y |\n"
    #expect(try low(table).contains("| {{withheld}} | y |"))
  }

  @Test func aPictureIsAsWideAsItIs() throws {
    let picture =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><path d=\"M0 0\"/></svg>"
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(body: "(U) One.\n\n(U) ![Two](b.svg)\n"),
      "briefings/b.svg": picture,
    ])
    defer { place.leave() }
    #expect(try place.run("build", "--audience", "public").status == 0)
    let page = try place.tree("site/public/en/briefings/ta-2026-7k3f")["index.html"]
    let text = String(decoding: try #require(page), as: UTF8.self)
    #expect(text.contains("alt=\"Two\" width=\"40\" height=\"20\""), "\(text)")
  }
}
