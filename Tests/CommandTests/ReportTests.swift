import Foundation
import Testing

@Suite("marks and status: a publication at a glance")
struct ReportTests {
  private func workplace() throws -> Workplace {
    try Workplace([
      "briefings/a.md": Workplace.briefing(
        """
        unmarked: U
        expires: 2027-03-01
        downgrade: [{date: 2027-01-10, from: S, to: R}, {date: 2028-06-01, from: R, to: U}]
        judgements:
          - {text: "(R) It is likely.", sources: [s1]}
          - {text: "(R) It is so.", sources: [s1, s2]}
        sources: [{id: s1, kind: open}, {id: s2, kind: human}]
        """,
        body: """
          For all.

          ::: S because sources
          For few.
          :::

          ::: R
          For some.
          :::

          ::: S//REL TO BEL
          For nobody.
          :::
          """),
      "briefings/b.md": Workplace.briefing(
        id: "TA-2026-8888", "embargo: {public: 2026-12-24}", body: "Unmarked.\n"),
    ])
  }

  private static let policy = Workplace.policy.replacing(
    "groups: [{mark: NLD, name: Netherlands}]",
    with: "groups: [{mark: NLD, name: Netherlands}, {mark: BEL, name: Belgium}]")

  @Test func marksAsTables() throws {
    let place = try workplace()
    defer { place.leave() }
    try place.write(Self.policy, to: "publication.yml")
    let outcome = try place.run("marks")
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        2 briefings, 16 portions, as of 2026-11-21

        label          portions  share
        U                     8  50.0%
        R                     3  18.8%
        S                     4  25.0%
        S//REL TO BEL         1   6.3%

        rule            portions  share
        own mark               6  37.5%
        container              3  18.8%
        unmarked               6  37.5%
        classification         1   6.3%

        ground   portions  share
        sources         1  33.3%
        none            2  66.7%

        folder     briefings  portions  above U  share
        briefings          2        16        8  50.0%

        may be too high    portion            label          because
        briefings/a.md:15  judgements.1.text  R              all its sources are open ones
        briefings/a.md:30  paragraph          S//REL TO BEL  no audience reads it
        briefings/b.md:13  paragraph          S              marked by nobody: it has the banner's label

        falls free  briefing        what                     portions
        2026-12-24  briefings/b.md  embargo ends for public         1
        2027-01-10  briefings/a.md  S becomes R                     0

        """)
  }

  @Test func marksForMachines() throws {
    let place = try workplace()
    defer { place.leave() }
    try place.write(Self.policy, to: "publication.yml")
    let text = try place.run("marks", "--format", "json").output
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let changes = try #require(json["changes"] as? [[String: Any]])
    #expect(changes.compactMap { $0["date"] as? String } == ["2026-12-24", "2027-01-10"])
    #expect(changes.compactMap { $0["portions"] as? Int } == [1, 0])
    let candidates = try #require(json["candidates"] as? [[String: Any]])
    #expect(candidates.compactMap { $0["line"] as? Int } == [15, 30, 13])
    let folders = try #require(json["folders"] as? [[String: Any]])
    #expect(folders.compactMap { $0["folder"] as? String } == ["briefings"])
    #expect(folders.compactMap { $0["restricted"] as? Int } == [8])
  }

  @Test func statusAsATable() throws {
    let place = try workplace()
    defer { place.leave() }
    try place.write(Self.policy, to: "publication.yml")
    let wrong = Workplace.briefing(id: "TA-2026-9999", body: "(X) What?\n")
    try place.write(wrong, to: "briefings/c.md")
    try place.write("no front matter\n", to: "briefings/d.md")
    let outcome = try place.run("status", environment: ["COLUMNS": "120"])
    #expect(outcome.status == 0)
    #expect(
      outcome.output == """
        briefing  id            status      issued      national  public  next date\
                                   findings
        a.md      TA-2026-7K3F  published   2026-11-02  yes       yes     2027-01-10 S becomes R              4 warnings
        b.md      TA-2026-8888  published   2026-11-02  yes       no      2026-12-24 embargo ends for public  1 warning
        c.md      TA-2026-9999  published   2026-11-02  yes       no      -                                   1 error
        d.md      ?             unreadable  ?           ?         ?       ?                                   1 error

        """)
  }

  @Test func statusForMachines() throws {
    let place = try workplace()
    defer { place.leave() }
    try place.write(Self.policy, to: "publication.yml")
    let text = try place.run("status", "--format", "json").output
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let briefings = try #require(json["briefings"] as? [[String: Any]])
    #expect(briefings.compactMap { $0["file"] as? String } == ["briefings/a.md", "briefings/b.md"])
    let editions = try #require(briefings[1]["editions"] as? [String: [String: Any]])
    #expect(editions["public"]?["because"] as? String == "embargoed until 2026-12-24")
    #expect(editions["national"]?["in"] as? Bool == true)
  }

  @Test func marksNeedAPublicationWithoutErrors() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing(body: "(X) What?\n")])
    defer { place.leave() }
    let outcome = try place.run("marks")
    #expect(outcome.status == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("[marking/unknown-label]"))
  }

  /// A date that has come is none to come.
  @Test func whatHasComeIsNotToCome() throws {
    for (day, isToCome) in [("2026-11-21", false), ("2026-11-22", true)] {
      let place = try Workplace(["briefings/a.md": Workplace.briefing("embargo: \(day)")])
      defer { place.leave() }
      let status = try place.run("status")
      #expect(status.output.contains("\(day) embargo ends") == isToCome, "\(status.output)")
    }
  }

  @Test func whatIsWrongWithOtherFilesIsTold() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(), "briefings/b.markdown": "x",
    ])
    defer { place.leave() }
    #expect(try place.run("status").output.hasSuffix("\nin other files: 1 error\n"))
  }

  /// An image that is not there is wrong wherever it is shown.
  @Test func aMissingImageIsToldOfEveryBriefing() throws {
    let body = "(U) Text.\n\n(U) ![x](gone.png)\n"
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(body: body),
      "briefings/b.md": Workplace.briefing(id: "TA-2026-8888", body: body),
    ])
    defer { place.leave() }
    let check = try place.run("check")
    #expect(check.errors.components(separatedBy: "[image/missing]").count == 3, "\(check.errors)")
  }

  /// What falls free is listed for a year, to the day.
  @Test func aYearIsAYear() throws {
    for (day, isWithin) in [("2027-11-21", true), ("2027-11-22", false), ("2026-11-21", false)] {
      let place = try Workplace([
        "briefings/a.md": Workplace.briefing("downgrade: [{date: \(day), from: S, to: R}]")
      ])
      defer { place.leave() }
      let marks = try place.run("marks")
      #expect(marks.output.contains("\(day)  briefings/a.md  S becomes R") == isWithin, "\(day)")
    }
  }

  /// Who is left out by tailoring reads nothing.
  @Test func whatIsForOthersIsReadByNobody() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(
        body: "(U) For all.\n\n::: S for public\nFor nobody.\n:::\n")
    ])
    defer { place.leave() }
    #expect(try place.run("marks").output.contains("no audience reads it"))
  }

  /// What others are told of a source does not make it an open one.
  @Test func aHumanSourceIsNoOpenOne() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(
        """
        judgements: [{id: j1, text: "(R) It is so.", sources: ["(R) s1"]}]
        sources:
          - id: s1
            kind:
              - (S) human
              - (U) open
        """)
    ])
    defer { place.leave() }
    #expect(!(try place.run("marks").output.contains("all its sources are open ones")))
  }
}
