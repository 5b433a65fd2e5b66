import Testing

@testable import Audit

/// Findings that somebody lets pass, for a reason and a time.
@Suite struct ExceptionTests {
  /// The name of a finding is the same in every run, or its exception would not hold.
  @Test func namesDoNotChange() {
    var fixture = Fixture()
    fixture.policy.replace(
      "{name: The public, clearance: U}",
      with: """
        {name: The public, clearance: U}
          crew: {name: Crew, clearance: U, compartments: [BRAVO]}
          desk: {name: Desk, clearance: U}
        """)
    fixture.briefing.replace(
      "status: published", with: "status: published\naudiences: [public, crew]")
    fixture.briefing += "\n\n(U) The [ship]{U//BRAVO|barge} Albatros and [men]{U//BRAVO|crew}."
    let page = Array("<p>Albatros</p>".utf8)
    fixture.others = [("crew", fixture.pages), ("desk", ["en/a.html": page])]
    let first = fixture.findings.map(\.message)
    #expect(!first.isEmpty)
    for _ in 0..<30 { #expect(fixture.findings.map(\.message) == first) }
  }

  /// What is let pass in one edition is found in another.
  @Test func holdForOneAudience() throws {
    var fixture = Fixture()
    fixture.policy.replace(
      "{name: The public, clearance: U}",
      with: "{name: The public, clearance: U}\n  crew: {name: Crew, clearance: U}")
    fixture.pages["en/index.html"] = Array("<p>7421</p>".utf8)
    fixture.others = [("crew", fixture.pages)]
    let both = fixture.findings
    #expect(both.map(\.place.file) == ["crew/en/index.html", "public/en/index.html"])
    let name = try #require(both.last?.message.split(separator: "(finding ").last?.dropLast())
    fixture.exceptions = Self.exception(String(name), expires: "2027-01-01")
    #expect(fixture.findings.map(\.place.file) == ["crew/en/index.html"])
  }

  private static func leaky(_ exceptions: String?) -> Fixture {
    var fixture = Fixture()
    fixture.pages["en/index.html"] = Array("<p>7421</p>".utf8)
    fixture.exceptions = exceptions
    return fixture
  }

  /// The number of the finding, as a message tells it.
  private static var number: String {
    let message = leaky(nil).findings.first?.message ?? ""
    return String(message.split(separator: "(finding ").last?.dropLast() ?? "")
  }

  private static func exception(_ number: String, expires: String) -> String {
    """
    exceptions:
      - {finding: "\(number)", reason: the size of a file, expires: \(expires)}
    """
  }

  @Test func letAFindingPass() {
    #expect(Self.number.count == 16)
    let fixture = Self.leaky(Self.exception(Self.number, expires: "2026-11-28"))
    #expect(fixture.findings.isEmpty)
  }

  @Test func letNothingElsePass() {
    var fixture = Self.leaky(Self.exception(Self.number, expires: "2026-11-28"))
    fixture.pages["en/a.html"] = Array("<p>Vermiljoen</p>".utf8)
    #expect(fixture.findings.map(\.code) == ["audit/withheld-word"])
    #expect(fixture.findings.first?.place.file == "public/en/a.html")
  }

  @Test func expire() {
    let fixture = Self.leaky(Self.exception(Self.number, expires: "2026-11-27"))
    #expect(fixture.findings.map(\.code) == ["audit/expired-exception", "audit/withheld-word"])
    #expect(fixture.findings.first?.place.line == 2)
  }

  @Test func areNeeded() {
    let fixture = Self.leaky(
      Self.exception(Self.number, expires: "2027-01-01")
        + "\n  - {finding: 0000000000000000, reason: none, expires: 2027-01-01}")
    #expect(fixture.findings.map(\.code) == ["audit/unused-exception"])
  }

  /// YAML that would take for ever: aliases of aliases, mappings in mappings as keys.
  @Test(.timeLimit(.minutes(1)), arguments: [bomb, nested])
  func areNoTrap(text: String) {
    #expect(Self.leaky(text).findings.map(\.code).contains("audit/exceptions"))
  }

  private static let bomb =
    "exceptions:\n- &a0 [x]\n"
    + (1..<60).map { "- &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()

  private static let nested =
    "exceptions: {"
    + ["2", "1", "3"].map { value in
      (0..<30).reduce("{k: \(value)}") { key, _ in "{\(key): 1}" }
    }.map { "\($0): 1, \($0): 2" }.joined(separator: ", ") + "}"

  @Test(arguments: [
    "exceptions: [{finding: 1, expires: 2027-01-01}]", "exceptions: no", "[", "other: []",
    "exceptions: [{finding: 1, reason: x, expires: soon}]",
    "exceptions: [{finding: 1, reason: \"\", expires: 2027-01-01}]",
    "exceptions: [{finding: 1, reason: ~, expires: 2027-01-01}]",
    "exceptions: [{finding: 1, reason: x, expires: 2027-01-01}, {finding: 1, reason: y, expires: 2028-01-01}]",
  ])
  func areWellFormed(text: String) {
    #expect(Self.leaky(text).findings.map(\.code).contains("audit/exceptions"), "\(text)")
  }
}
