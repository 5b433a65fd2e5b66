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

  /// Of a drawing that is shown, what the reader sees is visible; its title, its comments and the names
  /// of its parts are left behind. Of one that is withheld all is withheld.
  @Test(arguments: [
    ("<text y='9'>Vermiljoen</text>", true), ("<text y='9'><tspan>Vermiljoen</tspan></text>", true),
    ("<title>Vermiljoen</title>", false), ("<desc>unit Vermiljoen</desc>", false),
    ("<!-- Vermiljoen > -->", false), ("<g class='vermiljoen'/>", false),
    ("<g id=\"vermiljoen\"/>", false), ("<g data-unit='Vermiljoen'></g>", false),
    ("<text font-family='Vermiljoen'>seen</text>", true), ("<g>Vermiljoen</g>", false),
    ("<text y='9'><title>Vermiljoen</title>seen</text>", false),
    ("<metadata><x:y a='>'>Vermiljoen</x:y></metadata>", false),
  ])
  func ofADrawingWhatIsSeenIsVisible(part: String, isSeen: Bool) {
    var fixture = Fixture()
    fixture.files["briefings/d.svg"] = Array(
      "<svg xmlns='http://www.w3.org/2000/svg'>\(part)<path d='M0 0'/></svg>".utf8)
    fixture.pages["en/index.html"] = Array("<p>Vermiljoen</p>".utf8)
    fixture.briefing += "\n\n(U) ![A dot](d.svg)\n"
    #expect(fixture.findings.isEmpty == isSeen, "\(part) \(fixture.findings)")
    fixture.briefing.replace("Unit Vermiljoen", with: "Unit N")
    fixture.briefing.replace("(U) ![A", with: "(S) ![A")
    if part.contains(">Vermiljoen<") { #expect(!fixture.findings.isEmpty, "\(part)") }
  }

  /// How something is drawn can be somebody's word.
  @Test func wordsOfHowADrawingIsDrawnAreVisible() {
    var fixture = Fixture()
    let drawing = "<svg><path stroke-linejoin='bevel' d='M0 0L7421 9'/></svg>"
    fixture.files["briefings/d.svg"] = Array(drawing.utf8)
    fixture.pages["assets/1.svg"] = Array(drawing.utf8)
    fixture.briefing += "\n\n(S) They bevel the stroke.\n\n(U) ![A dot](d.svg)\n"
    #expect(fixture.findings.isEmpty, "\(fixture.findings)")
  }

  /// The address of a picture is in no edition, so that its words are not visible by it.
  @Test(arguments: [
    "(U) See ![A map](i/vermiljoen-7421.png) here.", "(U) See ![A map](<i/vermiljoen 7421.png>).",
    "(U) See ![A map][m] here.\n\n[m]: i/vermiljoen-7421.png",
  ])
  func theAddressOfAPictureIsNotVisible(text: String) {
    var fixture = Fixture()
    for name in ["vermiljoen-7421", "vermiljoen 7421"] {
      fixture.files["briefings/i/\(name).png"] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    }
    fixture.briefing += "\n\n\(text)\n"
    #expect(fixture.findings.isEmpty)
    fixture.pages["en/index.html"] = Array("<p>Vermiljoen</p>".utf8)
    #expect(!fixture.findings.isEmpty)
    fixture.pages["en/index.html"] = Array("<p>See here A map</p>".utf8)
    #expect(fixture.findings.isEmpty, "\(fixture.findings)")
  }

  /// For whom the picture is not, its address is as withheld as the rest.
  @Test func theAddressOfAWithheldPictureIsWithheld() {
    var fixture = Fixture()
    fixture.policy.replace(
      "public: {name: The public, clearance: U}",
      with: "public: {name: The public, clearance: U}\n  staff: {name: Staff, clearance: S}")
    fixture.others = [("staff", fixture.pages)]
    fixture.files["briefings/vermiljoen.png"] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    fixture.briefing.replace("Unit Vermiljoen", with: "Unit N")
    fixture.briefing += "\n\n(S) See ![A map](vermiljoen.png).\n"
    #expect(fixture.findings.isEmpty, "\(fixture.findings)")
    fixture.pages["en/index.html"] = Array("<p>Vermiljoen</p>".utf8)
    #expect(fixture.findings.map(\.code) == ["audit/withheld-word"])
  }

  /// A visible text with its signs and without its entities, as data have it.
  @Test func entitiesOfALinkAreUndone() {
    var fixture = Fixture()
    fixture.briefing += "\n\n(U) Q [Q&amp;A](https://www.harbour.example/one) now.\n"
    fixture.briefing += "\n\n(S) The [Q&A](https://www.harbour.example/two) there.\n"
    let text = "Q [Q&amp;A](https://www.harbour.example/one) now."
    fixture.pages["en/a.json"] = Array("{\n  \"body\": \"\(text)\"\n}\n".utf8)
    #expect(fixture.findings.isEmpty, "\(fixture.findings)")
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

  /// The number of an item, a note or a table is no day of the month behind it.
  @Test(arguments: [
    ("1. January had two.\n2. February had three.\n3. March had none.", false),
    ("- We saw it in March\n3. They went on", false), ("[3]: March report", false),
    ("Table 3: March", false), ("It was (3) March", false),
    ("It was on 3 March", true), ("It was on the 3. March", true), ("March 3, they say", true),
    ("It was on March\n3 as they say", true), ("3 March it was", true), ("3rd of March", true),
  ])
  func numbersOfListsAreNoDays(text: String, isFound: Bool) {
    var fixture = Fixture()
    fixture.briefing +=
      "\n\n(S) It will be on 3 March 2027.\n\n(U) Some words of March are visible.\n"
    let json = "{\"body\": \"\(text.replacing("\n", with: "\\n"))\"}\n"
    for (path, page) in [("en/index.md", text), ("en/index.json", json)] {
      var fixture = fixture
      fixture.pages[path] = Array(page.utf8)
      #expect(
        fixture.findings.isEmpty == !isFound,
        "\(path): \(fixture.findings.map { ($0.place, $0.excerpt ?? "") })")
    }
  }

  /// The anchor of a heading leaves signs out.
  @Test(arguments: [
    ("17,5 procent meer", "175-procent-meer", "Wij telden 175 meldingen"),
    ("Om 10:30 uur", "om-1030-uur", "Code 1030 geldt"),
    ("Versie 10.2.1", "versie-1021", "Zie 1021"),
    ("Node.js servers", "nodejs-servers", "Met nodejs gemaakt"),
    ("E.ON and (A.I.V.D.) say", "eon-and-aivd-say", "The AIVD knows"),
  ])
  func anchorsAreOfVisibleHeadings(heading: String, anchor: String, withheld: String) {
    var fixture = Fixture()
    fixture.pages["en/index.html"] = Array("<h2 id=\"\(anchor)\">x</h2>".utf8)
    fixture.briefing += "\n\n(S) \(withheld).\n"
    #expect(!fixture.findings.isEmpty)
    fixture.briefing += "\n## (U) \(heading)\n\n(U) More of it.\n"
    #expect(fixture.findings.isEmpty, "\(fixture.findings)")
  }

  /// What looks like a mark in a visible text, and is none there, is none in an edition.
  @Test(arguments: [
    #"Match lines with `^(\S)\s(\S+)$`."#, "`if ( S )`", "Press the key (`S`) now",
    "Entropy (*S*) rises", "Entropy (_S_) rises", "([S](https://e.example))", "x ( S ) y",
  ])
  func signsAroundALetterMakeNoMark(text: String) {
    let shown = text.replacing("`", with: "").replacing("*", with: "")
      .replacing("_", with: "").replacing(
        "[S](https://e.example)", with: "S")
    var fixture = Fixture()
    fixture.pages["en/index.html"] = Array("<p>\(shown)</p>".utf8)
    fixture.pages["en/index.md"] = Array("\(text)\n".utf8)
    fixture.briefing += "\n\n(U) \(text)\n"
    #expect(fixture.findings.isEmpty, "\(fixture.findings)")
    fixture.pages["en/index.html"] = Array("<p>(S//BRAVO) and ::: S</p>".utf8)
    #expect(!fixture.findings.isEmpty)
  }

  /// The names of withheld terms, of each vocabulary.
  @Test(arguments: ["topics", "sectors", "regions", "interests"])
  func namesOfWithheldTermsAreFound(vocabulary: String) {
    var fixture = Fixture()
    if vocabulary == "topics" {
      fixture.policy.replace("tunnels: Tunnels", with: "tunnels: Lanternfish")
    } else {
      fixture.policy += "\n\(vocabulary): {tunnels: Lanternfish}"
      fixture.briefing.replace(
        "status: published", with: "status: published\n\(vocabulary): [\"(S) tunnels\"]")
    }
    fixture.pages["en/index.html"] = Array("<p>Lanternfish</p>".utf8)
    #expect(fixture.findings.map(\.code) == ["audit/withheld-word"])
  }
}
