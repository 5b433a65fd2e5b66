import Testing

@testable import Audit

/// The audit sees through what a word is wrapped in.
@Suite struct DisguiseTests {
  /// Codes within codes, and entities as browsers read them.
  @Test(arguments: [
    "&#86ermiljoen", "&#x56&#101rmiljoen", "&#86&#101rmiljoen", "%2556ermiljoen",
    "%252556ermiljoen",
    "{\"a\": \"\\\\u0056ermiljoen\"}", "{\"a\": \"\\\\u0056\\\\u0065rmiljoen\"}",
  ])
  func codesWithinCodesAreUndone(text: String) {
    #expect(Fixture.codes("en/a.json", Array(text.utf8)).contains("audit/withheld-word"), "\(text)")
    #expect(Fixture.codes(page: "<p>\(text)</p>").contains("audit/withheld-word"), "\(text)")
  }

  /// A code is the same with its hyphens and without.
  @Test(arguments: [
    ("12-XKV-9", "12XKV9"), ("12XKV9", "12-XKV-9"),
    ("3f2b8c1e-9d4a-4c1b-8a7e-1f2e3d4c5b6a", "3f2b8c1e9d4a4c1b8a7e1f2e3d4c5b6a"),
  ])
  func codesAreTheSameWithoutHyphens(withheld: String, shown: String) {
    var fixture = Fixture()
    fixture.briefing += "\n\n(S) It was \(withheld) then.\n"
    fixture.pages["en/index.html"] = Array("<p>\(shown)</p>".utf8)
    #expect(!fixture.findings.isEmpty, "\(shown)")
    fixture.briefing += "\n\n(U) \(withheld)\n"
    fixture.pages["en/index.html"] = Array("<p>\(withheld)</p>".utf8)
    #expect(fixture.findings.isEmpty)
  }

  @Test func cleanEditionsAreClean() { #expect(Fixture().findings.isEmpty) }

  @Test(arguments: [
    "Vermiljoen", "VERMILJOEN", "vérmïljoen", "Ver\u{200B}mil\u{AD}joen", "Ver<b>mil</b>joen",
    "<b>Vermiljoen</b>s", "&#86;ermil&#x6A;oen", "Vermilj&ouml;en", "Ｖｅｒｍｉｌｊｏｅｎ",
    "neojlimreV", "<i title='Vermiljoen'>x</i>", "<a href='/ver%6Diljoen/'>x</a>",
    "VmVybWlsam9lbiBtZWFzdXJlZA==", "5665726d696c6a6f656e206d65617375726564",
    "{\"a\": \"Vermil\\u006aoen\"}", "mail vermiljoen@harbour.example",
    // In a script, in a style sheet, in bytes that are no text, packed, in pairs of digits.
    "<script type='application/ld+json'>{\"a\": \"Vermil\\u006aoen\"}</script>",
    "<style>p { content: \"\\56 \\65 \\72 \\6d \\69 \\6c \\6a \\6f \\65 \\6e \" }</style>",
    "if9WZXJtaWxqb2VuIG1lYXN1cmVkAAE=",
    // As long as a hash.
    "if9WZXJtaWxqb2VuIG1lYXN1cmVkIGl0IGFsbAABAv4=",
    "89ff5665726d696c6a6f656e206d6561737572656420697420616c6c000102fe",
    "eJwLSy3KzczJyk/NU8hNTSwuLUpNCSNKCACRiha0",
    "56 65 72 6d 69 6c 6a 6f 65 6e 20 6d 65 61 73 75 72 65 64",
  ])
  func findsAWord(text: String) {
    if text.hasPrefix("{") {
      #expect(Fixture.codes("en/data.json", Array(text.utf8)).contains("audit/withheld-word"))
    } else {
      #expect(Fixture.codes(page: text).contains("audit/withheld-word"), "\(text)")
    }
  }

  @Test(arguments: [
    "7421", "2026-11-09", "9 November 2026", "9 november 2026", "203.0.113.77", "Wilhelmina",
    "tunnels", "9-11-2026", "09-11-2026", "9/11/2026", "09.11.2026", "2026/11/09", "20261109",
    "November 9, 2026", "9 nov 2026", "9th November 2026", "2026-<b>11</b>-09",
    "9 November <i>20</i>26", "203.0.<b>113</b>.77", "203<b>.</b>0.113.77",
  ])
  func findsWhatIsNoWord(text: String) {
    #expect(Set(Fixture.codes(page: text)) == ["audit/withheld-word"], "\(text)")
  }

  /// In files of each form: entities, escapes, tags that are written as text, sections of data, codes
  /// beside signs that are digits of base 64 too.
  @Test(arguments: [
    ("en/feed.json", "{\"a\": \"&#86;ermiljoen\"}"),
    ("en/a.csv", "name\n&#86;ermiljoen\n"), ("en/a.csv", "name\n\\u0056ermiljoen\n"),
    ("en/a.txt", "&#86;ermiljoen"), ("en/a.js", "f('\\u{56}ermiljoen')"),
    ("en/feed.xml", "<summary>Ver&lt;b&gt;mil&lt;/b&gt;joen</summary>"),
    ("en/feed.xml", "<summary>&amp;#86;ermiljoen</summary>"),
    ("en/feed.xml", "<t>Ver<![CDATA[mil]]>joen</t>"),
    ("en/feed.xml", "<t><![CDATA[Vermiljoen]]></t>"),
    ("en/feed.xml", "<t><![CDATA[Ver<b>mil</b>joen]]>"),
    ("en/a.html", "<a href='/x/5665726d696c6a6f656e/'>x</a>"),
    ("en/a.html", "<p>0x5665726d696c6a6f656e</p>"),
    ("en/a.html", "<a href='https://harbour.example/VmVybWlsam9lbiBtZWFzdXJlZA'>x</a>"),
    ("en/VmVybWlsam9lbiBtZWFzdXJlZA.html", "<p>x</p>"),
    ("en/a.js", "f('\\x56ermiljoen')"),
  ])
  func findsAWordInEachForm(path: String, text: String) {
    #expect(Fixture.codes(path, Array(text.utf8)).contains("audit/withheld-word"), "\(text)")
  }

  /// A run goes on in the next line of a block.
  @Test func aBreakEndsNoRun() {
    var fixture = Fixture()
    fixture.briefing += "\n\n(U) With care. A week. The crew. Or of it. Nine."
    fixture.pages["en/index.html"] = Array("<p>it comes with a<br>crew of nine</p>".utf8)
    #expect(fixture.findings.map(\.code).contains("audit/withheld-run"))
  }

  /// Beginnings of words with accents, and numbers, in an index.
  @Test(arguments: ["\"bjornvag\": 1", "\"bjørnvåg\": 1", "\"48151\": \"g(\""])
  func findsWhatAnIndexLeadsFrom(entry: String) {
    var fixture = Fixture()
    fixture.briefing += "\n\n(S) Bjørnvågen has 48151 of them."
    fixture.pages["en/search/b.json"] = Array("{\n\(entry)\n}\n".utf8)
    #expect(fixture.findings.map(\.code) == ["audit/withheld-word"])
  }

  /// A site has thousands of hashes, in which a few letters or a mark stand by chance.
  @Test func aHashIsNoText() {
    var fixture = Fixture()
    fixture.briefing += "\n\n(S) Kiwi and ports."
    for digits in ["0928532975", "2a4b69776921f1", "00506f72747300"] {
      let hash = digits + String(repeating: "f7", count: 32 - digits.utf8.count / 2)
      fixture.pages["manifest.json"] = Array("{\"sha256\": \"\(hash)\"}".utf8)
      #expect(!fixture.findings.map(\.code).contains("audit/withheld-word"), "\(digits)")
      #expect(!fixture.findings.map(\.code).contains("audit/marking-above"), "\(digits)")
    }
  }

  /// How a drawing looks is no word of anybody's; what it says is.
  @Test func looksAreNoWords() {
    var fixture = Fixture()
    fixture.briefing += "\n\n(S) The plan was bold, the barge orange."
    fixture.pages["en/a.svg"] = Array(
      "<svg><text font-weight=\"bold\" fill=\"orange\">x</text></svg>".utf8)
    #expect(fixture.findings.isEmpty)
    for text in ["<text class=\"bold\">x</text>", "<text fill=\"none\">orange</text>"] {
      fixture.pages["en/a.svg"] = Array("<svg>\(text)</svg>".utf8)
      #expect(fixture.findings.map(\.code) == ["audit/withheld-word"], "\(text)")
    }
  }

  /// Where another audience's site is.
  @Test func findsTheHostOfAnotherSite() {
    var fixture = Fixture()
    fixture.policy.replace(
      "{name: The public, clearance: U}",
      with: """
        {name: The public, clearance: U, base-url: "https://www.harbour.example/"}
          crew: {name: Crew, clearance: S, base-url: "https://crew.harbour.example/"}
        """)
    fixture.others = [("crew", fixture.pages)]
    fixture.pages["en/a.html"] = Array("<a href='https://www.harbour.example/en/'>x</a>".utf8)
    #expect(fixture.findings.isEmpty)
    fixture.pages["en/a.html"] = Array("<a href='https://crew.harbour.example/en/'>x</a>".utf8)
    #expect(!fixture.findings.isEmpty)
  }

  @Test func findsFourWordsInARow() {
    // Each of them stands in visible text, the four in a row do not.
    var fixture = Fixture()
    fixture.briefing += "\n\n(U) With care. A week. The crew. Or of it. Nine."
    fixture.pages["en/index.html"] = Array("<p>it comes <em>with</em> a crew\nof nine</p>".utf8)
    let codes = fixture.findings.map(\.code)
    #expect(codes == ["audit/withheld-run", "audit/withheld-run"])
  }

  @Test func aLineOfAnotherPageStillEndsARun() {
    // The second line stands in an earlier page too, but not at the edge of a block.
    var fixture = Fixture()
    fixture.briefing += "\n\n(U) With care. A week. The crew. Or of it. Nine. People who came by."
    let line = "of nine. People who came by"
    fixture.pages["en/a.html"] = Array("<p>\n\(line)</p>\n".utf8)
    #expect(fixture.findings.isEmpty)
    fixture.pages["en/b.html"] = Array("<p>with a crew\n\(line)</p>\n".utf8)
    #expect(Set(fixture.findings.map(\.code)) == ["audit/withheld-run"])
  }

  @Test func visibleTextsEndToEndAreNoRun() {
    var fixture = Fixture()
    fixture.briefing += "\n\n(U) It goes with\n\n(U) a crew of nine"
    fixture.pages["en/index.html"] = Array("<p>It goes with <b>a crew of nine</b></p>".utf8)
    #expect(fixture.findings.isEmpty)
  }

  @Test func findsMarks() {
    #expect(Fixture.codes(page: "(S) text") == ["audit/marking-above"])
    #expect(Fixture.codes(page: "(S//BRAVO) text").contains("audit/marking-above"))
    #expect(Fixture.codes(page: "for BRAVO") == ["audit/withheld-word"])
    #expect(Fixture.codes(page: "REL TO NLD") == ["audit/withheld-word"])
    #expect(Fixture.codes(page: "HUSHED") == ["audit/withheld-word"])
    #expect(Fixture.codes(page: "(U) text") == [])
  }

  /// What counts the parts of a page is nobody's word, though somebody may use it as one.
  @Test func anchorsOfAPageAreNoWords() {
    var fixture = Fixture()
    fixture.briefing += "\n\n(S) See note1, ref2 and judgement3, and the cabinet3421.\n"
    let page = """
      <p id="_ref2">Crane <a href="#_note1" aria-labelledby="_x _judgement3t">threats</a></p>
      """
    fixture.pages["en/index.html"] = Array(page.utf8)
    #expect(fixture.findings.isEmpty)
    for leak in ["<p id=\"note1\">x</p>", "<p id=\"_cabinet3421\">x</p>", "<p>_ref2</p>"] {
      fixture.pages["en/index.html"] = Array(leak.utf8)
      #expect(!fixture.findings.isEmpty, "\(leak)")
    }
  }

  /// A word that is written with signs first, and without them later, backwards.
  @Test func findsPlainWordsBackwardsWhateverCameBefore() {
    var fixture = Fixture()
    fixture.briefing += "\n\n(S) Ask Kränvogt.\n\n(S) That is Kranvogt.\n"
    fixture.pages["en/index.html"] = Array("<p>tgovnark</p>".utf8)
    #expect(fixture.findings.map(\.code) == ["audit/withheld-word"])
  }

  /// In Markdown and in drawings, and as a stream in any file.
  @Test func findsEscapesAndStreamsAnywhere() {
    let escaped = Array("Vermil\\u006aoen measured\n".utf8)
    for path in ["en/a.md", "en/a.svg", "en/a.txt"] {
      #expect(Fixture.codes(path, escaped).contains("audit/withheld-word"), "\(path)")
    }
    let stream: [UInt8] = [0x2E, 0x78, 0x9C] + Self.stored(Array("Unit Vermiljoen".utf8))
    #expect(Fixture.codes("en/a.txt", stream).contains("audit/withheld-word"))
  }

  /// Bytes as DEFLATE keeps them without packing (RFC 1951, 3.2.4).
  private static func stored(_ text: [UInt8]) -> [UInt8] {
    let count = UInt16(text.count)
    return [1, UInt8(count & 0xFF), UInt8(count >> 8), UInt8(~count & 0xFF), UInt8(~count >> 8)]
      + text
  }

  /// An id, backwards.
  @Test func findsCodesBackwards() {
    var fixture = Fixture()
    fixture.briefing += "\n\n(S) See TA-2026-9Q4Z.\n"
    fixture.pages["en/index.html"] = Array("<p data-x='Z4Q9-6202-AT'>x</p>".utf8)
    #expect(fixture.findings.map(\.code) == ["audit/withheld-word"])
  }

  /// The name of a file that every edition has.
  @Test func thePageForWhatIsNotThereIsNoNumber() {
    var fixture = Fixture()
    fixture.briefing += "\n\n(S) There were 404 of them.\n"
    fixture.pages["404.html"] = Array("<p>x</p>".utf8)
    #expect(fixture.findings.isEmpty)
  }

  @Test func findsNamesOfFiles() {
    #expect(Fixture.codes("en/vermiljoen/index.html", []) == ["audit/withheld-word"])
  }

  @Test func findsStems() {
    let shard = Array(#"{"words":{"vermiljo":"b"}}"#.utf8)
    #expect(Fixture.codes("en/search/w-v.json", shard) == ["audit/withheld-word"])
    #expect(Fixture.codes("en/index.json", shard) == [])
  }
}
