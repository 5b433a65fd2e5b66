import Testing

@testable import Audit

/// What a page shows of a visible text is visible, in the form in which it shows it.
@Suite struct ShownTests {
  /// Letters by their names, in what is withheld and in what is visible.
  @Test func namesOfLettersAreLetters() {
    var fixture = Fixture()
    fixture.briefing += "\n\n(S) Ðilas met Živkov.\n\n(U) The &Zcaron;ivkov plan is &le; 5.\n"
    fixture.pages["en/index.html"] = Array("<p>The Živkov plan is ≤ 5</p>".utf8)
    #expect(fixture.findings.isEmpty, "\(fixture.findings)")
    fixture.pages["en/index.html"] = Array("<p>&Dstrok;ilas</p>".utf8)
    #expect(!fixture.findings.isEmpty)
  }

  /// Terms are shown in a row, and the publisher's address without its scheme.
  @Test func whatAPageShowsOfItselfIsVisible() {
    var fixture = Fixture()
    fixture.policy.replace(
      "topics: {cranes: Cranes, tunnels: Tunnels}",
      with: "topics: {cranes: Cranes, locks: Locks, quays: Quays, tides: Tides, tunnels: Tunnels}")
    fixture.briefing.replace(
      "topics: [\"(U) cranes\", \"(S) tunnels\"]",
      with: "topics: [\"(U) cranes\", \"(U) locks\", \"(S) tunnels\", \"(U) quays\", \"(U) tides\"]"
    )
    fixture.briefing += "\n\n(S) It saw cranes, locks, quays, tides. Mail desk@harbour.example.\n"
    fixture.pages["en/index.html"] = Array(
      "<p>Cranes <b>Locks</b> Quays Tides</p><p>desk@harbour.example</p>".utf8)
    #expect(fixture.findings.isEmpty, "\(fixture.findings)")
    fixture.pages["en/index.html"] = Array("<p>Cranes Locks Tunnels Quays</p>".utf8)
    #expect(!fixture.findings.isEmpty)
  }

  /// What is shown of a text is visible as it is shown: without references, with a break for `<br>`.
  @Test(arguments: [
    (
      "The crew will visit[^1] every harbour.\n\n[^1]: (S) No.",
      "The crew will visit every harbour."
    ),
    (
      "The crew [will visit][l] every harbour.\n\n[l]: https://a.example",
      "The crew will visit every harbour."
    ),
    ("Empty the tanks<br>and close the valves", "Empty the tanks\nand close the valves"),
  ])
  func whatIsShownIsVisible(written: String, shown: String) {
    var fixture = Fixture()
    fixture.briefing.replace("status: published", with: "status: published\nunmarked: U")
    fixture.briefing += "\n\n\(written)\n\n(S) \(shown.replacing("\n", with: " "))\n"
    fixture.pages["en/index.html"] = Array("<p>\(shown.replacing("\n", with: "<br>"))</p>".utf8)
    #expect(fixture.findings.isEmpty, "\(fixture.findings)")
  }
}
