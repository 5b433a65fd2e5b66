import Synchronization
import Testing

@testable import Audit

/// The audit reads by itself who gets a briefing.
@Suite struct WhoReadsTests {
  /// What is found where the front matter has these fields more and a page shows `text`.
  private func codes(_ fields: String, shows text: String) -> Set<String> {
    var fixture = Fixture()
    fixture.briefing.replace("status: published", with: "status: published\n\(fields)")
    fixture.pages["en/index.html"] = Array("<p>\(text)</p>".utf8)
    return Set(fixture.findings.map(\.code))
  }

  private let open = "Look after your cranes."
  private let hushed = "Unit Vermiljoen measured 7421 containers"

  @Test(arguments: [
    "embargo: 2027-01-01", "embargo: {public: 2027-01-01}", "audiences: [elsewhere]",
    "compilation: {reason: \"(S) All of it\"}",
    "compilation: {reason: \"(S) All of it\", release-to: [elsewhere]}",
  ])
  func whatTheyDoNotGetIsFound(fields: String) {
    #expect(!codes(fields, shows: open).isEmpty, "\(fields)")
  }

  @Test(arguments: [
    "embargo: 2026-11-28", "embargo: {public: 2026-11-28}", "embargo: {elsewhere: 2027-01-01}",
    "audiences: [public]", "compilation: {reason: \"(S) All of it\", release-to: [public]}",
  ])
  func whatTheyGetIsNot(fields: String) {
    #expect(codes(fields, shows: open).isEmpty, "\(fields)")
  }

  /// A marked heading governs what stands below it in its quote, item or footnote, unless that has a mark
  /// of its own; in front of the next heading of its level, and outside, it governs nothing.
  @Test(arguments: [
    ("- One.\n\n  ## (S) Part\n\n  The zeppelin crosses.", false),
    ("> ## (S) Part\n>\n> The zeppelin crosses.", false),
    ("> (S) Part\n> ---\n>\n> The zeppelin crosses.", false),
    ("One.[^1]\n\n[^1]: Two.\n\n    ## (S) Part\n\n    The zeppelin crosses.", false),
    ("> ## (S) Part\n>\n> - The zeppelin crosses.", false),
    ("- (U) One.\n\n  ## (S) Part\n\n  The zeppelin crosses.", true),
    ("> ## (S) Part\n>\n> ## Two\n>\n> The zeppelin crosses.", true),
    ("> ## (S) Part\n\nThe zeppelin crosses.", true),
    ("::: U\n> ## (S) Part\n>\n> The zeppelin crosses.\n:::", true),
    ("| Port | Who |\n| --- | --- |\n| (U) One | The zeppelin crosses. |", true),
    ("## (S) Part\n\n| Port | Who |\n| --- | --- |\n| (U) One | The zeppelin crosses. |", false),
  ])
  func headingsGovernWhereTheyStand(body: String, isSeen: Bool) {
    var fixture = Fixture()
    fixture.briefing.replace("status: published", with: "status: published\nunmarked: U")
    fixture.briefing += "\n\n" + body + "\n"
    fixture.pages["en/index.html"] = Array("<p>The zeppelin crosses</p>".utf8)
    #expect(fixture.findings.isEmpty == isSeen, "\(body)")
  }

  /// A cell with a mark in a column without one has the column's default too.
  @Test func aColumnWithoutAMarkHasTheDefault() {
    var fixture = Fixture()
    fixture.briefing += "\n\n| Port | Who |\n| --- | --- |\n| (U) One | The zeppelin crosses. |\n"
    fixture.pages["en/index.html"] = Array("<p>The zeppelin crosses</p>".utf8)
    #expect(!fixture.findings.isEmpty)
  }

  /// A source that cannot be read, be it once, could have withheld anything.
  @Test func whatCannotBeReadStopsABuild() {
    for (fault, code) in [
      (AuditedSource.unreadable, "audit/unreadable"), (.missing, "audit/unreadable"),
      (.changed, "audit/source-changed"),
    ] {
      for failing in 1...2 {
        var fixture = Fixture()
        // What is found is traced to its source, which is read again for that.
        fixture.pages["en/index.html"] = Array("<p>Vermiljoen</p>".utf8)
        let count = Mutex(0)
        fixture.faults = { path in
          guard path == "briefings/a.md" else { return nil }
          return count.withLock { number in
            number += 1
            return number == failing ? fault : nil
          }
        }
        let codes = fixture.findings.map(\.code)
        #expect(count.withLock { $0 } >= failing)
        #expect(codes.contains(code), "\(fault) \(failing): \(codes)")
      }
    }
  }

  /// So could a picture; a path in code need be none.
  @Test func picturesThatCannotBeReadStopABuild() {
    var fixture = Fixture()
    fixture.briefing += "\n\n(S) ![A harbour](p.png)\n"
    fixture.files["briefings/p.png"] = [1, 2, 3, 4]
    #expect(fixture.findings.isEmpty)
    fixture.faults = { $0 == "briefings/p.png" ? .unreadable : nil }
    #expect(fixture.findings.map(\.code) == ["audit/unreadable"])
    fixture.faults = { $0 == "briefings/p.png" ? .missing : nil }
    #expect(fixture.findings.isEmpty)
  }

  @Test func aDowngradeCountsFromItsDay() {
    let entry = "downgrade: [{date: 2026-11-28, from: S, to: U}]"
    #expect(codes(entry, shows: hushed).isEmpty)
    let tomorrow = entry.replacing("11-28", with: "11-29")
    #expect(!codes(tomorrow, shows: hushed).isEmpty)
  }

  @Test func theDayAfterItsLastIsKnown() {
    let withheld = "advisor: \"from 2026-12-01 on\""
    #expect(codes("expires: 2026-11-30\n\(withheld)", shows: "2026-12-01").isEmpty)
    #expect(!codes(withheld, shows: "2026-12-01").isEmpty)
  }

  @Test(arguments: [
    ("2026-11-29", "2026-11-30"), ("2026-11-30", "2026-12-01"), ("2026-12-31", "2027-01-01"),
    ("2028-02-28", "2028-02-29"), ("2100-02-28", "2100-03-01"), ("2000-02-28", "2000-02-29"),
  ])
  func daysFollowEachOther(day: String, next: String) { #expect(DayAfter.of(day) == next) }

  @Test func releasedPublicationsAreSearchedForComments() {
    var fixture = Fixture()
    fixture.policy += "\nreleased: {}"
    fixture.pages["en/index.html"] = Array("<p>Vermiljoen</p>".utf8)
    #expect(fixture.findings.isEmpty)
    fixture.pages["en/index.html"] = Array("<!-- Vermiljoen -->".utf8)
    #expect(fixture.findings.map(\.code) == ["audit/comment"])
  }

  /// A mark is an item's or a footnote's whatever block it opens, and takes along what is nested in it.
  @Test(arguments: [
    "- > (S) Quoted.\n\n  Kwelderhof.", "- >\n  > (S) Quoted.\n\n  Kwelderhof.",
    "- - (S) Nested.\n\n  Kwelderhof.", "- ## (S) Heading\n\n  Kwelderhof.",
    "- [ ] (S) Task.\n\n  Kwelderhof.", "-\n  (S) Below.\n\n  Kwelderhof.",
    "Seen[^1].\n\n[^1]: > (S) Quoted.\n\n    Kwelderhof.",
    "Seen[^1].\n\n[^1]:\n    (S) Below.\n\n    Kwelderhof.",
  ])
  func aMarkIsTheItemsWhateverItOpens(body: String) {
    for mark in ["S", "U"] {
      var fixture = Fixture()
      fixture.briefing.replace("status: published", with: "status: published\nunmarked: U")
      fixture.briefing += "\n\n" + body.replacing("(S)", with: "(\(mark))")
      fixture.pages["en/index.html"] = Array("<p>Kwelderhof.</p>".utf8)
      #expect(fixture.findings.isEmpty == (mark == "U"), "\(mark)")
    }
  }

  /// The label of a part is joined to that of the text around it: here nobody is left.
  @Test func aMarkedPartHasTheLabelAroundItToo() {
    var fixture = Fixture()
    fixture.policy.replace("{mark: NLD, name: Netherlands}", with: "{mark: NLD}, {mark: BEL}")
    fixture.policy.replace("clearance: U}", with: "clearance: U, groups: [NLD, BEL]}")
    fixture.briefing += "\n\n(U//REL TO NLD) Seen by [Vermiljoen]{U//REL TO BEL|Lanternfish}."
    fixture.briefing += "\n\n(S) Seen by Lanternfish."
    fixture.pages["en/index.html"] = Array("<p>Seen by Lanternfish.</p>".utf8)
    #expect(fixture.findings.isEmpty)
    fixture.pages["en/index.html"] = Array("<p>Seen by Vermiljoen.</p>".utf8)
    #expect(!fixture.findings.isEmpty)
  }

  /// What stands below a quote or an item, and is none of it: `(S)` does not govern it.
  @Test(arguments: [
    "> (S) Vermiljoen lives here\n10. Shrimps and eels.", "- (S) Vermiljoen\n7) Shrimps and eels.",
    "- ## (S) Vermiljoen\nShrimps and eels.", "- - (U) Crabs.\n\n\tShrimps and eels.",
    "- (S) Vermiljoen\n\n> Shrimps and eels.",
  ])
  func whatIsBelowIsNotInside(body: String) {
    var fixture = Fixture()
    fixture.briefing.replace("status: published", with: "status: published\nunmarked: U")
    fixture.briefing += "\n\n" + body + "\n"
    fixture.pages["en/index.html"] = Array("<p>Shrimps and eels.</p>".utf8)
    #expect(fixture.findings.isEmpty)
  }

  /// And what goes on with a paragraph of one is in it.
  @Test(arguments: [
    "> (S) Vermiljoen lives here\nwith shrimps and eels.",
    "- (S) Vermiljoen\nwith shrimps and eels.", "- (S) Vermiljoen\n\n\twith shrimps and eels.",
  ])
  func whatGoesOnIsInside(body: String) {
    var fixture = Fixture()
    fixture.briefing.replace("status: published", with: "status: published\nunmarked: U")
    fixture.briefing += "\n\n" + body + "\n"
    fixture.pages["en/index.html"] = Array("<p>Shrimps and eels.</p>".utf8)
    #expect(!fixture.findings.isEmpty)
  }

  /// Of a withdrawn briefing its title and the notice may be read, and nothing else that it says.
  @Test func aWithdrawnBriefingIsItsNotice() {
    let fields = "summary: (U) Lanternfish.\nwithdrawal: {reason: \"(U) Shrimps and eels.\"}"
    #expect(codes(fields, shows: "Lanternfish").isEmpty)
    var fixture = Fixture()
    fixture.briefing.replace("status: published", with: "status: withdrawn\n\(fields)")
    fixture.pages["en/index.html"] = Array("<p>Shrimps and eels.</p>".utf8)
    #expect(fixture.findings.isEmpty)
    fixture.pages["en/index.html"] = Array("<p>Lanternfish</p>".utf8)
    #expect(!fixture.findings.isEmpty)
  }

  /// What is for some audiences and has no mark has that of the headings above it.
  @Test(arguments: ["::: for public", "::: for public\n## (U) Where\n"])
  func aSectionReachesIntoWhatIsForSome(opening: String) {
    for (mark, isOpen) in [("U", true), ("S", false)] {
      var fixture = Fixture()
      fixture.briefing.replace("status: published", with: "status: published\nunmarked: U")
      fixture.briefing += "\n\n## (\(mark)) Plan\n\n\(opening)\nShrimps and eels.\n:::\n"
      fixture.pages["en/index.html"] = Array("<p>Shrimps and eels.</p>".utf8)
      #expect(fixture.findings.isEmpty == isOpen, "\(mark)")
    }
  }

  @Test func whatADraftSaysIsFound() {
    var fixture = Fixture()
    fixture.briefing.replace("status: published", with: "status: draft")
    fixture.pages["en/index.html"] = Array("<p>\(open)</p>".utf8)
    #expect(!fixture.findings.isEmpty)
  }

  /// From when on others read it is nobody's, whatever is unmarked.
  @Test(arguments: [
    ("embargo: 2026-11-05", "2026-11-05"), ("embargo: {public: 2026-11-05}", "5 November 2026"),
    ("downgrade: [{date: 2028-03-04, from: S, to: U}]", "2028-03-04"),
  ])
  func daysOfRestrictionsAreFound(field: String, day: String) {
    #expect(codes("unmarked: U\n\(field)", shows: day) == ["audit/withheld-word"], "\(field)")
  }

  /// Of two downgrades of one day that to the higher level is in force, in whatever order they stand.
  @Test(arguments: [("R", "U"), ("U", "R")])
  func ofTwoDowngradesOfADayTheHigherCounts(first: String, second: String) {
    var fixture = Fixture()
    fixture.policy.replace(
      "{mark: S, name: HUSHED}", with: "{mark: R, name: NARROW}, {mark: S, name: HUSHED}")
    fixture.briefing.replace(
      "status: published",
      with: "status: published\ndowngrade: [{date: 2026-11-10, from: S, to: \(first)}, "
        + "{date: 2026-11-10, from: S, to: \(second)}]")
    fixture.pages["en/index.html"] = Array("<p>\(hushed)</p>".utf8)
    #expect(!fixture.findings.isEmpty)
  }
}
