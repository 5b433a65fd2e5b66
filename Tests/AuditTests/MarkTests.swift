import Testing

@testable import Audit

/// Marks above the reader are found wherever an edition may show one.
@Suite struct MarkTests {
  @Test(arguments: [
    "<p>(S) One</p>", "<p class=\"banner\">U//BRAVO</p>", "<p>see U//BRAVO here</p>",
    "<p>S//REL TO NLD</p>", "<p data-mark=\"S\">x</p>", "<p title='HUSHED'>x</p>",
    "<p>HUSHED</p>", "<p>h<b>ush</b>ed</p>", "<p>[x]{S} here</p>", "<p>[x]{S|y} here</p>",
  ])
  func areFoundInPages(text: String) {
    // A name of a level or a compartment is a withheld word as well.
    let codes = Fixture.codes(page: text)
    #expect(!codes.isDisjoint(with: ["audit/marking-above", "audit/withheld-word"]), "\(text)")
  }

  @Test(arguments: [
    "{\"banner\": \"S\"}", "{\"mark\":\"S\"}", "{\"title\": {\"mark\" : \"S//BRAVO\"}}",
    "{\"marking\": \"S\"}", "{\"classification\":\"S\"}",
  ])
  func areFoundInData(text: String) {
    #expect(
      Fixture.codes("en/data.json", Array(text.utf8)).contains("audit/marking-above"), "\(text)")
  }

  @Test(arguments: [
    "---\nid: A\nbanner: \"S\"\n---\nText.\n", "::: S\nText.\n:::\n",
    "::: U\nText.\n::: tear S\nText.\n:::\n",
  ])
  func areFoundInReleasedMarkdown(text: String) {
    #expect(Fixture.codes("en/a.md", Array(text.utf8)) == ["audit/marking-above"])
  }

  @Test func aReadersOwnContainersAreNone() {
    let text = "::: U\nText.\n::: tear U\nText.\n:::\n"
    #expect(Fixture.codes("en/a.md", Array(text.utf8)) == [])
  }

  @Test(arguments: [
    "<p>S</p>", "<p>Size S</p>", "<td>grade</td><td>S</td>", "<a href='https://S/x'>x</a>",
    "<p data-mark='U'>x</p>",
  ])
  func aLetterByItselfIsNone(text: String) {
    #expect(Fixture.codes(page: text).isDisjoint(with: ["audit/marking-above"]), "\(text)")
  }

  @Test(arguments: [
    ("labelled S//BRAVO by hand", "labelled S//BRAVO by hand"),
    ("labelled \\(S) by hand", "labelled (S) by hand"),
    ("as section(S) of the law has it", "as section(S) of the law has it"),
    ("labelled &#40;S&#41; by hand", "labelled (S) by hand"),
  ])
  func oneThatStandsInVisibleTextIsNone(source: String, page: String) {
    var fixture = Fixture()
    fixture.briefing += "\n\n(U) Bags were \(source)."
    fixture.pages["en/index.html"] = Array("<p>Bags were \(page).</p>".utf8)
    #expect(fixture.findings.isEmpty)
  }
}
