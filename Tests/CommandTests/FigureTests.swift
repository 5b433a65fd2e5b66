import Testing

/// What `marks` and `status` count, and how much of it a narrow terminal shows.
@Suite struct FigureTests {
  /// Ids and days are never cut, and of paths the end stays; in a pipe nothing is cut.
  @Test func statusIsCutWhereItTellsNothingApart() throws {
    let name = "briefings/2026/a-long-name-of-a-briefing-in-two-languages"
    let place = try Workplace([
      name + ".en.md": Workplace.briefing("embargo: {public: 2026-12-24}"),
      name + "-2.en.md": Workplace.briefing(id: "TA-2026-88888888"),
    ])
    defer { place.leave() }
    let narrow = try place.run("status", environment: ["COLUMNS": "60"]).output
    for word in ["TA-2026-7K3F ", "TA-2026-88888888", "2026-11-02", "ages.en.md", "-2.en.md"] {
      #expect(narrow.contains(word), "\(narrow)")
    }
    #expect(narrow.contains("…"))
    for command in ["status", "marks"] {
      let whole = try place.run(command).output
      #expect(!whole.contains("…"), "\(whole)")
      #expect(whole.contains("2026-12-24") && whole.contains("embargo ends for public"))
    }
  }

  /// In a release marks are for display.
  @Test func marksOfAReleaseAreNotCounted() throws {
    let place = try Workplace(["briefings/a.md": Workplace.briefing()])
    defer { place.leave() }
    #expect(try place.run("release", "--audience", "national", "--to", "out").status == 0)
    let outcome = try place.run("marks", "-C", "out")
    #expect(outcome.status == 64 && outcome.output.isEmpty, "\(outcome.errors)")
  }

  /// What falls free is what somebody may read that could not: an audience that a briefing is not for,
  /// or one that is not cleared, gains nothing by a day.
  @Test func whatFallsFreeIsCountedByItsReaders() throws {
    let place = try Workplace([
      "briefings/a.md": Workplace.briefing(
        """
        unmarked: U
        audiences: [public]
        embargo: 2026-12-12
        downgrade: [{date: 2026-12-11, from: S, to: U}]
        """, body: "Open.\n\n(S) Closed.\n"),
      "briefings/b.md": Workplace.briefing(
        id: "TA-2026-8888", "unmarked: U\nembargo: {public: 2026-12-05}",
        body: "One.\n\nTwo.\n\n(S) Three.\n"),
    ])
    defer { place.leave() }
    let lines = try place.run("marks").output.split(separator: "\n").filter {
      $0.hasPrefix("2026-12")
    }
    #expect(lines.count == 3, "\(lines)")
    #expect(lines[0].contains("embargo ends for public  "), "\(lines)")
    #expect(lines.map { $0.split(separator: " ").last } == ["3", "0", "2"], "\(lines)")
    #expect(lines[2].hasSuffix("embargo ends for public         2"), "\(lines)")
  }
}
