import Foundation
import Testing

@Suite("explain: who gets what, and why")
struct ExplainTests {
  private static let body = """
    ## (U) What happens

    Crane engineers get messages. [Eleven]{R|Several} answered.

    ::: S because sources
    A source says more.
    ::: tear R
    We expect more.
    :::

    | Place | (R) Number |
    | --- | --- |
    | Port | 4 |
    | (S) Depot | 5 |

    ::: U for national
    - (U) For ministers.
    :::
    """

  private func workplace(_ more: String = "") throws -> Workplace {
    let policy = Workplace.policy.replacing(
      "  public:", with: "  local: {clearance: R, redaction: mark}\n  public:")
    return try Workplace(
      policy: policy,
      ["briefings/a.md": Workplace.briefing("unmarked: U\n" + more, body: Self.body)])
  }

  /// An unmarked row has the default, whatever its columns are marked with, and so has an unmarked
  /// column: where that is higher, it is the rule.
  @Test func theDefaultOfARowIsTheRuleWhereItDecides() throws {
    let body =
      "(U) x\n\n| (U) A | (R) B | C |\n| --- | --- | --- |\n| x | y | z |\n| (U) v | w | u |\n"
    let place = try Workplace(["briefings/a.md": Workplace.briefing(body: body)])
    defer { place.leave() }
    let output = try place.run("explain", "briefings/a.md", environment: ["COLUMNS": "92"]).output
    let rules = output.split(separator: "\n").compactMap { line in
      line.contains("| ")
        ? line.split(separator: "  ").map { $0.drop { $0 == " " } }[1...2].joined(separator: " ")
        : nil
    }
    #expect(
      rules == [
        "U own mark", "R own mark", "S classification", "S classification",
        "U row and column on 18", "R row and column on 18", "S classification",
      ], "\(output)")
  }

  @Test func thePicture() throws {
    let place = try workplace()
    defer { place.leave() }
    let outcome = try place.run("explain", "briefings/a.md", environment: ["COLUMNS": "92"])
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(
      outcome.output == """
        briefings/a.md: TA-2026-7K3F, en, classified S, as of 2026-11-21
          national  gets it
          local     gets it
          public    gets it

        line  label  rule                  text                        national  local    public
           9  S      own mark              title: Title at full leng…  reads     line 10  line 10
          10  U      own mark              title: Title                line 9    reads    reads
          14  U      own mark              # What happens              reads     reads    reads
          16  U      unmarked              Crane engineers get messa…  reads     reads    substitute
          19  S      container on 18       A source says more.         reads     line 20  -
          21  R      tear version on 20    We expect more.             line 18   reads    -
          24  U      unmarked              | Place                     reads     reads    reads
          24  R      own mark              | Number                    reads     reads    -
          26  U      unmarked              | Port                      reads     reads    reads
          26  R      column                | 4                         reads     reads    -
          27  S      own mark              | Depot                     reads     token    -
          27  S      row and column on 27  | 5                         reads     token    -
          30  U      own mark              - For ministers.            reads     -        -

        reads: all of it; substitute: with other words in it; in part: with tokens in it; line N:
        the version on that line in its place; token: sees that something is withheld; -: nothing.

        """)
  }

  @Test func aNarrowTerminal() throws {
    let place = try workplace()
    defer { place.leave() }
    let outcome = try place.run("explain", "./briefings/a.md", environment: ["COLUMNS": "60"])
    #expect(
      outcome.output.contains(
        """
        16: U, unmarked: Crane engineers get messages. Eleven answe…
            national reads, local reads, public substitute

        """))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 60 })
  }

  @Test func oneLineInFull() throws {
    let place = try workplace()
    defer { place.leave() }
    #expect(
      try place.run("explain", "briefings/a.md:16").output == """
        briefings/a.md:16: paragraph
          label     U
          rule      unmarked
          text      Crane engineers get messages. Eleven answered.
          national  reads: Crane engineers get messages. Eleven answered.
          local     reads: Crane engineers get messages. Eleven answered.
          public    reads with a substitute: Crane engineers get messages. Several answered.
          span      'Eleven' is R, else 'Several': national text, local text, public substitute

        """)
    #expect(
      try place.run("explain", "briefings/a.md:20").output == """
        briefings/a.md:19: paragraph
          label     S
          rule      container on 18
          ground    sources
          text      A source says more.
          national  reads: A source says more.
          local     reads the version on line 20
          public    gets nothing: not cleared

        """)
    #expect(
      try place.run("explain", "briefings/a.md:30").output == """
        briefings/a.md:30: list item
          label     U
          rule      own mark
          for       national
          text      For ministers.
          national  reads: For ministers.
          local     gets nothing: for others
          public    gets nothing: for others

        """)
  }

  @Test func whyABriefingIsNotInAnEdition() throws {
    let place = try workplace("embargo: {local: 2027-01-01}\naudiences: [national, local]")
    defer { place.leave() }
    let outcome = try place.run("explain", "briefings/a.md").output
    #expect(outcome.contains("\n  local     gets nothing of it: embargoed until 2027-01-01\n"))
    #expect(outcome.contains("\n  public    gets nothing of it: 'audiences' does not name it\n"))
    let text = try place.run("explain", "briefings/a.md", "--format", "json").output
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let audiences = try #require(json["audiences"] as? [[String: Any]])
    #expect(audiences.map { $0["inEdition"] as? Bool } == [true, false, false])
    #expect(audiences[1]["because"] as? String == "embargoed until 2027-01-01")
  }

  @Test func aDraftIsExplainedAsThoughItWerePublished() throws {
    let place = try workplace()
    defer { place.leave() }
    let published = try place.run("explain", "briefings/a.md").output
    let text = Workplace.briefing("unmarked: U\n", body: Self.body)
    try place.write(
      text.replacing("status: published", with: "status: draft"), to: "briefings/a.md")
    let draft = try place.run("explain", "briefings/a.md").output
    #expect(draft == published.replacing("en, classified", with: "en, draft, classified"))
  }

  @Test func errorsThatLeaveItOpen() throws {
    let place = try workplace()
    defer { place.leave() }
    try place.write(Workplace.briefing(id: "TA-2026-8888", body: "(X) Hm.\n"), to: "briefings/b.md")
    #expect(try place.run("explain", "briefings/a.md").status == 0)
    let outcome = try place.run("explain", "briefings/b.md")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("[marking/unknown-label]"))
    #expect(try place.run("explain", "briefings/c.md").status == 64)
    #expect(try place.run("explain", "briefings/a.md:1").status == 64)
  }

  @Test func forMachines() throws {
    let place = try workplace()
    defer { place.leave() }
    let outcome = try place.run("explain", "briefings/a.md", "--format", "json")
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let portions = try #require(json["portions"] as? [[String: Any]])
    let paragraph = try #require(portions.first { $0["line"] as? Int == 16 })
    #expect(paragraph["label"] as? String == "U")
    #expect(paragraph["rule"] as? String == "unmarked")
    let audiences = try #require(paragraph["audiences"] as? [String: [String: Any]])
    #expect(audiences["national"]?["gets"] as? String == "text")
    #expect(audiences["public"]?["gets"] as? String == "substitute")
    let text = try #require(audiences["public"]?["text"] as? String)
    #expect(text == "Crane engineers get messages. Several answered.")
    #expect(try place.run("view", "briefings/a.md", "--as", "public").output.contains(text))
  }

  @Test func aLineThatIsNotThereIsSaid() throws {
    let text = Workplace.briefing()
    let count = text.filter { $0 == "\n" }.count
    let place = try Workplace(["briefings/a.md": text])
    defer { place.leave() }
    #expect(try place.run("explain", "briefings/a.md:\(count)").status == 0)
    let outcome = try place.run("explain", "briefings/a.md:\(count + 1)")
    #expect(outcome.errors.contains("briefings/a.md has \(count) lines, and no line \(count + 1)"))
    #expect(outcome.status == 64)
  }
}
