import Calendar
import Edition
import Foundation
import Pipeline
import Testing

@Suite("check --fix")
struct FixTests {
  private static let policy = """
    title: Briefings
    publisher: {name: The Service, contact: "mailto:desk@service.example"}
    languages: [en]
    classification:
      levels: [{mark: U, name: A}, {mark: R, name: B}, {mark: C, name: Cc}, {mark: S, name: D}]
      compartments: [{mark: BRAVO}, {mark: DELTA}]
      groups: [{mark: NLD}, {mark: BEL}, {mark: VR17}]
    audiences:
      national: {clearance: S, compartments: [BRAVO, DELTA], groups: [NLD], redaction: mark, portion-marks: show}
      partner: {clearance: S, compartments: [BRAVO], groups: [BEL], redaction: mark}
      local: {clearance: R, groups: [NLD, VR17], redaction: mark, inline: token}
      public: {clearance: U, redaction: omit}

    """

  /// A publication in a folder of its own.
  private struct Place {
    var root: URL
    let briefing: URL

    init(_ text: String) throws {
      root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
      briefing = root.appending(path: "briefings/a.md")
      try FileManager.default.createDirectory(
        at: root.appending(path: "briefings"), withIntermediateDirectories: true)
      try Data(FixTests.policy.utf8).write(to: root.appending(path: "publication.yml"))
      try Data(text.utf8).write(to: briefing)
    }

    func leave() { try? FileManager.default.removeItem(at: root) }

    var settings: Settings {
      Settings(root: root.path(), asOf: Day("2026-11-21") ?? Day(ordinal: 0), jobs: 1)
    }

    func text() throws -> String { try String(contentsOf: briefing, encoding: .utf8) }

    /// What each audience gets; nil where the publication has errors.
    func editions() -> [Edition]? {
      let result = check(settings)
      guard let publication = result.publication, !result.findings.hasErrors else { return nil }
      return publication.policy.audiences.map {
        publication.edition(for: $0, drafts: false, jobs: 1)
      }
    }
  }

  private static func briefing(_ front: String = "", _ body: String) -> String {
    """
    ---
    id: TA-2026-7K3F
    kind: alert
    language: en
    classification: S//DELTA/BRAVO
    unmarked: U
    status: published
    issued: 2026-11-02
    title: A title
    \(front)---

    \(body)
    """
  }

  @Test func labelsAreWrittenAsTheyArePrinted() throws {
    let place = try Place(
      Self.briefing(
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

  @Test func versionsAreOrderedWhereEverybodyReadsTheSame() throws {
    let place = try Place(
      Self.briefing("", "::: S for public\nOne.\n::: tear U\nThree.\n::: tear R\nTwo.\n:::\n"))
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
    let text = Self.briefing("", "::: R\nTwo.\n::: tear S\nOne.\n:::\n")
      .replacing("S//DELTA/BRAVO", with: "S")
    let place = try Place(text)
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
    ("embargo: 2030-01-01\n", versionsOfAll), ("embargo: {local: 2030-01-01}\n", versionsOfAll),
    ("", versionsOfAll.replacing("Three", with: "See [it](briefing:TA-2026-AAAA)")),
    ("", versionsOfAll.replacing("Three", with: "See [it]") + "\n[it]: BRIEFING:TA-2026-AAAA\n"),
    (
      "threat:\n  actor:\n    - (S//BRAVO//REL TO VR17) One\n    - (S//BRAVO/DELTA//REL TO VR17) Two\n"
        + "      goes on\n", "Text.\n"
    ),
  ])
  func versionsStayWhereAnotherDayDecides(front: String, body: String) throws {
    let text = Self.briefing(front, body).replacing("S//DELTA/BRAVO", with: "S//BRAVO/DELTA")
    let place = try Place(text)
    defer { place.leave() }
    _ = try #require(place.editions())
    guard case .fixed([]) = fix(place.settings) else {
      Issue.record("the order was changed")
      return
    }
    #expect(try place.text() == text)
  }

  /// Versions that are not in order, of which today everybody reads the same.
  private static let versionsOfAll =
    "::: S for public\nOne.\n::: tear U\nThree.\n::: tear R\nTwo.\n:::\n"

  /// What looks like a label in a text that nobody reads today is text all the same.
  @Test func codeThatNobodyReadsStays() throws {
    let text = Self.briefing(
      "",
      "::: S//BRAVO/DELTA//REL TO VR17\n```\nx (S//REL NLD) [a]{S//REL NLD|b}\n```\n:::\n\nx `` ` (S//DELTA/BRAVO) ``\n"
    )
    let place = try Place(text)
    defer { place.leave() }
    _ = try #require(place.editions())
    _ = fix(place.settings)
    #expect(try place.text().contains("x (S//REL NLD)"))
  }

  /// The lines of a file end as they did.
  @Test func linesEndAsTheyDid() throws {
    let text = Self.briefing("", Self.versionsOfAll).replacing("\n", with: "\r\n")
    let place = try Place(text)
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
    let place = try Place(Self.briefing("", stay + move))
    defer { place.leave() }
    let start = ContinuousClock.now
    guard case .fixed(["briefings/a.md"]) = fix(place.settings) else {
      Issue.record("nothing was fixed")
      return
    }
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(try place.text().contains("x\n::: tear R\ny\n::: tear U\nz\n"))
  }

  @Test func aPublicationWithErrorsIsLeftAlone() throws {
    let place = try Place(Self.briefing("", "(S//REL NLD) One.\n\n(X) Two.\n"))
    defer { place.leave() }
    let before = try place.text()
    guard case .refused = fix(place.settings) else {
      Issue.record("it was not left alone")
      return
    }
    #expect(try place.text() == before)
  }

  @Test func aFileKeepsItsPermissionsAndNothingIsLeftBesideIt() throws {
    let place = try Place(Self.briefing("", "(S//REL NLD) One.\n\nTwo.\n"))
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
      let text = Self.briefing(source.front(), source.body())
      let place = try Place(text)
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
