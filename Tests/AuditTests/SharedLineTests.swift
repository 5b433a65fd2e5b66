import Testing

@testable import Audit

/// Lines and tags that stand in many files are looked through once, and once is enough only for a
/// reader who may have all that is in them.
@Suite struct SharedLineTests {
  /// A publication of two audiences of the same level, of which one holds a compartment and has a
  /// version of the title of its own.
  private static func fixture(_ path: String, holder: String, other: String) -> Fixture {
    var fixture = Fixture()
    fixture.policy.replace(
      "{name: The public, clearance: U}",
      with:
        "{name: The public, clearance: U}\n  crew: {name: Crew, clearance: U, compartments: [BRAVO]}"
    )
    fixture.briefing.replace(
      "title: (U) Crane threats",
      with: "title:\n  - (U//BRAVO) Zeppelin threats\n  - (U) Crane threats")
    fixture.briefing += "\n\n(U//BRAVO) The barge Albatros carries nine of them.\n"
    // Whose edition has no page of a briefing may have none of its text.
    fixture.others = [("crew", fixture.pages)]
    fixture.others[0].pages[path] = Array(holder.utf8)
    fixture.pages[path] = Array(other.utf8)
    return fixture
  }

  /// A file's path, what stands around its line, and a line that one audience alone may have.
  static let lines: [(path: String, frame: String, line: String)] = [
    ("en/index.html", "<p>Crane threats</p>\n", "<p>The barge Albatros</p>"),
    ("en/index.html", "<p>Crane threats</p>\n", "<p>The cranes (U//BRAVO) of today</p>"),
    ("en/index.html", "<p>Crane threats</p>\n", "<p>The cranes U//BRAVO of today</p>"),
    ("en/index.html", "<p>Crane threats</p>\n", "<p title=\"Albatros\">Crane threats</p>"),
    ("en/index.html", "<p>Crane threats</p>\n", "<p data-mark=\"U//BRAVO\">Crane threats</p>"),
    ("en/index.html", "<p>Crane threats</p>\n", "<p>Crane <b title='Albatros'>threats</b></p>"),
    ("en/data.json", "{\n", "  \"text\": \"Albatros, the barge of today\","),
    ("en/data.json", "{\n", "  \"mark\": \"U//BRAVO\", \"text\": \"Crane threats\","),
    ("en/data.json", "{\n", "  \"text\": \"<p title='Albatros'>Crane threats</p>\","),
    ("en/data.json", "{\n", "  \"Albatros\": {"),
    ("en/data.json", "{\n", "  \"cranes\": \"Albatros\", \"threats\": ["),
    ("en/a.md", "Crane threats\n\n", "The barge Albatros of today.\n"),
    ("en/a.md", "Crane threats\n\n", "The cranes (U//BRAVO) of today.\n"),
  ]

  @Test(arguments: lines)
  func areLookedThroughForEachReader(path: String, frame: String, line: String) {
    let shown = frame + line + "\n" + frame
    let fixture = Self.fixture(path, holder: shown, other: shown)
    #expect(fixture.findings.map(\.place.file).allSatisfy { $0 == "public/" + path })
    #expect(!fixture.findings.isEmpty, "\(line)")
    #expect(Self.fixture(path, holder: shown, other: frame).findings.isEmpty, "\(line)")
  }

  /// However many editions there are.
  @Test(arguments: [1, 7, 8, 9, 16, 17]) func everyEditionIsLookedThrough(count: Int) {
    for leaking in Set([0, count / 2, count - 1]) {
      var fixture = Fixture()
      let names = (0..<count).map { "reader\($0)" }
      fixture.policy.replace(
        "audiences:\n",
        with: "audiences:\n"
          + names.map { "  \($0): {name: \($0), clearance: U}\n" }.joined())
      fixture.others = names.map { ($0, fixture.pages) }
      #expect(fixture.findings.isEmpty)
      fixture.others[leaking].pages["en/index.html"] = Array("<p>Vermiljoen</p>".utf8)
      #expect(
        fixture.findings.map(\.place.file) == ["\(names[leaking])/en/index.html"], "\(leaking)")
    }
  }

  /// The same text in files of other forms, in which no line and no tag is the same.
  @Test(arguments: [
    ("en/b.html", "<h2>", "</h2>\n"), ("en/b.md", "", "\n\n"), ("en/b.json", "{\"a\": \"", "\"}\n"),
    ("en/b.txt", "", ""), ("en/a.html", "<li>", "</li>\n"),
  ])
  func blocksAreLookedThroughForEachReader(path: String, before: String, after: String) {
    let text = "The barge Albatros carries nine of them."
    var fixture = Self.fixture("en/a.htm", holder: "Crane", other: "Crane")
    fixture.others[0].pages["en/a.html"] = Array("<p>\(text)</p>\n".utf8)
    fixture.others[0].pages[path] = Array((before + text + after).utf8)
    #expect(fixture.findings.isEmpty)
    fixture.pages[path] = Array((before + text + after).utf8)
    #expect(fixture.findings.contains { $0.place.file == "public/" + path })
  }

  /// A text that a reader of the same level has, and whose turn comes later, is not the first one's.
  @Test func blocksOfLaterReadersAreLookedThroughForEarlierOnes() {
    let text = "The ferry Pelikaan waits for everybody else."
    var fixture = Self.fixture("en/a.htm", holder: "Crane", other: "Crane")
    fixture.policy.replace(
      "{name: The public, clearance: U", with: "{name: The public, clearance: U, groups: [NLD]")
    fixture.briefing += "\n\n(U//REL TO NLD) \(text)\n"
    fixture.pages["en/a.html"] = Array("<p>\(text)</p>\n".utf8)
    #expect(fixture.findings.isEmpty)
    fixture.others[0].pages["en/b.md"] = Array("\(text)\n\n".utf8)
    #expect(fixture.findings.contains { $0.place.file == "crew/en/b.md" })
  }

  /// A text is the same under another mark, and in every form.
  @Test(arguments: [
    ("en/b.html", "<p><span class=\"mark\">(U)</span> ", "</p>\n"),
    ("en/b.html", "<ul>\n<li>", "\n</li>\n</ul>\n"),
    ("en/b.xml", "<a><summary>", "</summary></a>\n"),
    ("en/b.html", "<div><dt>Who</dt><dd>(U) ", "</dd></div>\n"),
    ("en/b.md", "---\n", "\n- Cranes\n"),
    ("en/b.json", "{\n  \"a\": \"Cranes\\n- (U) ", "\\n- of today\",\n"),
    ("en/b.md", "(U) ", "\n\n"), ("en/b.md", "Cranes\n\n- (U) ", "\n"),
    ("en/b.json", "{\n  \"a\": \"", "\",\n"), ("en/b.json", "{\n  \"a\": \"(U) ", "\"\n"),
    ("en/b.json", "[\n  \"", "\"\n]"),
    ("en/b.json", "{\n  \"a\": \"Cranes\\n\\n(U) ", "\\n\\nof today\",\n"),
  ])
  func paragraphsAreLookedThroughForEachReader(path: String, before: String, after: String) {
    let text = "The barge Albatros carries nine of them."
    var fixture = Self.fixture("en/a.htm", holder: "Crane", other: "Crane")
    fixture.others[0].pages["en/a.md"] = Array("(U//BRAVO) \(text)\n\n".utf8)
    fixture.others[0].pages[path] = Array((before + text + after).utf8)
    #expect(fixture.findings.isEmpty)
    fixture.pages[path] = Array((before + text + after).utf8)
    #expect(fixture.findings.contains { $0.place.file == "public/" + path })
    #expect(fixture.findings.allSatisfy { $0.place.file == "public/" + path })
  }

  /// Words beside a text that was seen belong to it, unless the edge of a block or a mark is between.
  @Test(arguments: [
    ("en/b.html", "<p><b>barge carries</b> ", "</p>\n"),
    ("en/b.html", "<p>(barge carries) ", "</p>\n"),
    ("en/b.html", "<b>barge carries</b> ", "\n"), ("en/b.html", "<p>barge carries\n", "</p>\n"),
    ("en/b.html", "<p>barge carries\n<i></i>", "</p>\n"),
    ("en/b.html", "<p><b>(barge carries)</b> ", "</p>\n"), ("en/b.md", "(barge carries) ", "\n\n"),
    ("en/b.md", "barge carries\n", "\n- Cranes\n"),
    ("en/b.json", "{\n  \"a\": \"(barge carries) ", "\",\n"),
  ])
  func runsGoOverTheEdgeOfAText(path: String, before: String, after: String) {
    let text = "nine of the cranes and nobody else."
    var fixture = Fixture()
    fixture.briefing += "\n\n(S) The barge carries \(text)\n\n(U) A barge. It carries. \(text)\n"
    for (path, text) in [
      ("a.html", "<p>\(text)</p>\n"), ("a.md", text), ("a.json", "{\"a\": \"\(text)\"}"),
    ] {
      fixture.pages["en/\(path)"] = Array("\(text)\n".utf8)
    }
    #expect(fixture.findings.isEmpty)
    fixture.pages[path] = Array((before + text + after).utf8)
    #expect(fixture.findings.map(\.place.file).contains("public/" + path))
  }

  /// What stands in a tag that goes over several lines was not looked at as text.
  @Test func textInATagTeachesNothing() {
    let text = "The ferry Pelikaan waits for everybody else."
    var fixture = Self.fixture("en/a.htm", holder: "Crane", other: "Crane")
    fixture.policy.replace(
      "{name: The public, clearance: U", with: "{name: The public, clearance: U, groups: [NLD]")
    fixture.briefing += "\n\n(U//REL TO NLD) \(text)\n"
    fixture.pages["en/a.json"] = Array(
      "{\n  \"a\": \"<p title='\",\n  \"b\": \"\(text)\",\n  \"c\": \"'>\"\n}\n".utf8)
    #expect(fixture.findings.isEmpty)
    fixture.others[0].pages["en/b.json"] = Array("{\n  \"b\": \"\(text)\",\n}\n".utf8)
    #expect(fixture.findings.contains { $0.place.file == "crew/en/b.json" })
  }

  /// Numbers of an index are its own, and beginnings of words say something there alone.
  @Test func anIndexTeachesNothingAndLearnsNothing() {
    var fixture = Fixture()
    fixture.briefing += "\n\n(S) There were 48151 of them.\n"
    let number = Array("{\n  \"cranes in all\":  48151\n}\n".utf8)
    fixture.pages["en/search/a.json"] = number
    #expect(fixture.findings.isEmpty)
    fixture.pages["en/z.json"] = number
    #expect(fixture.findings.map(\.place.file) == ["public/en/z.json"])
    let stem = Array("{\n  \"a\": \"The cranes are vermiljo as ever today.\"\n}\n".utf8)
    (fixture.pages["en/search/a.json"], fixture.pages["en/z.json"]) = (nil, nil)
    fixture.pages["en/a.json"] = stem
    #expect(fixture.findings.isEmpty)
    fixture.pages["en/search/b.json"] = stem
    #expect(fixture.findings.map(\.place.file) == ["public/en/search/b.json"])
  }

  /// What is no word by itself is the beginning of one in an index.
  @Test func blocksAreLookedThroughAnewInAnIndex() {
    let text = "The cranes are vermiljo as ever today."
    var fixture = Fixture()
    fixture.pages["en/a.html"] = Array("<p>\(text)</p>\n".utf8)
    #expect(fixture.findings.isEmpty)
    fixture.pages["en/search/b.json"] = Array("{\"a\": \"\(text)\"}\n".utf8)
    #expect(fixture.findings.map(\.place.file) == ["public/en/search/b.json"])
  }

  /// Who gets a version of a title does not get the next.
  @Test func theNextVersionIsNotTheirs() {
    let page = "<p>A page of today</p>\n<p>These are Zeppelin threats</p>\n"
    let fixture = Self.fixture("en/index.html", holder: page, other: "<p>Crane threats</p>")
    #expect(fixture.findings.isEmpty)
    let leaky = Self.fixture("en/index.html", holder: "<p>threats</p>", other: page)
    #expect(!leaky.findings.isEmpty)
  }

  /// A line that stands in a page with a finding can have one of its own.
  @Test func aPageWithFindingsTeachesOthersNothing() {
    let page = (0..<60).map { "<p>Vermiljoen \($0) of them</p>\n" }.joined()
    let line = "<p>The barge Albatros of today</p>\n"
    let fixture = Self.fixture("en/index.html", holder: page + line, other: line)
    #expect(fixture.findings.contains { $0.place.file == "public/en/index.html" })
  }

  /// What a mark is the value of can stand in the line before, which many pages have.
  @Test func aNameIsReadWithItsValue() {
    let name = "<p>The classification</p>\n"
    var fixture = Fixture()
    fixture.pages["en/a.html"] = Array((name + "<p>U</p>\n").utf8)
    #expect(fixture.findings.isEmpty)
    fixture.pages["en/b.html"] = Array((name + "<p>S</p>\n").utf8)
    #expect(fixture.findings.map(\.code) == ["audit/marking-above"])
  }

  /// The value that was looked through elsewhere is the value all the same: what comes next is none.
  @Test func aValueThatStoodElsewhereIsStillTheValue() {
    var fixture = Fixture()
    fixture.pages["en/a.html"] = Array("<p>Look after your cranes.</p>\n".utf8)
    fixture.pages["en/b.html"] = Array(
      "<p>The classification</p>\n<p>Look after your cranes.</p>\n<p>S</p>\n".utf8)
    #expect(fixture.findings.isEmpty)
    fixture.pages["en/b.html"] = Array("<p>The classification</p>\n<p>S</p>\n".utf8)
    #expect(fixture.findings.map(\.code) == ["audit/marking-above"])
  }

  /// A text with a link is looked for as readers see it, and as it is written.
  @Test func aLinkIsReadInBothWays() {
    var fixture = Fixture()
    fixture.briefing += "\n\n(S) And [so it is](https://as.we/) of us."
    // Words that everybody has, in an order that they do not.
    fixture.briefing += "\n\n(U) It is. As. We. Of us. So it is. As of us. https://as.we/\n"
    for text in ["it is](https://as", "so it is of us"] {
      fixture.pages["en/a.md"] = Array("\(text)\n\n".utf8)
      #expect(Set(fixture.findings.map(\.code)) == ["audit/withheld-run"], "\(text)")
    }
  }

  /// A paragraph of Markdown ends where a blank line does, and not before.
  @Test func aParagraphIsReadWhole() {
    var fixture = Fixture()
    fixture.briefing += "\n\n(U) With care. A week. The crew. Or of it. Nine. People who came by."
    let line = "of nine. People who came by\n"
    fixture.pages["en/a.md"] = Array("Crane threats\n\n\(line)\n".utf8)
    #expect(fixture.findings.isEmpty)
    fixture.pages["en/b.md"] = Array("Crane threats\n\nwith a crew\n\(line)\n".utf8)
    #expect(Set(fixture.findings.map(\.code)) == ["audit/withheld-run"])
  }
}
