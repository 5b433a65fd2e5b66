import Crypto
import Foundation
import Testing

@testable import Audit

/// The audit knows words, numbers and dates in the forms that programs give them.
@Suite struct FormTests {
  /// A day is a day with any dash, in digits of any width, and in front of a time without signs; a
  /// month of the theme's words is no day.
  @Test(arguments: [
    "2026‑03‑03", "2026–03–03", "2026−03−03", "２０２６-０３-０３", "2\u{200B}026-03-03", "20260303T0900",
    "3 March", "3/3/2026", "3 maart",
  ])
  func daysAreKnownInAllForms(shown: String) {
    var fixture = Fixture()
    fixture.briefing += "\n\n(S) It came on 3 March 2026.\n"
    fixture.themePath = "words/en.txt"
    fixture.theme = "month.3 = March\nmonth.4 = April\n"
    #expect(fixture.findings.isEmpty)
    fixture.pages["en/index.html"] = Array("<p>\(shown)</p>".utf8)
    #expect(!fixture.findings.isEmpty, "\(shown)")
  }

  private static var fixture: Fixture {
    var fixture = Fixture()
    fixture.briefing += """


      (S) Paid 48,213 euro to O'Halloran of counter-surveillance on 14 August 2025; call +31 6 1234 5678, \
      account NL91 ABNA 0417 1643 00, mail j.berg@haven.example, for the embezzlement by Müllerström, \
      who knows of the bribery since 2025-03-21T00:15:00Z.
      """
    return fixture
  }

  private static func codes(_ path: String, _ bytes: [UInt8]) -> Set<String> {
    var fixture = fixture
    fixture.pages[path] = bytes
    return Set(fixture.findings.map(\.code))
  }

  @Test func cleanEditionsAreClean() { #expect(Self.fixture.findings.isEmpty) }

  @Test(arguments: [
    "48213", "48.213", "48 213", "48\u{202F}213", "<a href='tel:+31612345678'>x</a>",
    "NL91ABNA0417164300", "<h2 id='ohalloran'>x</h2>", "countersurveillance", "14 August",
    "14th of August 2025", "08/14/2025", "August 14th", "14 augustus", "14 Aug.",
    "<a href='#m%C3%BCllerstr%C3%B6m'>x</a>", "<a href='#M%c3%bcllerstrom'>x</a>",
    #"<a data-x='{"n":"M\u00fcllerstr\u00f6m"}'>x</a>"#,
    #"<i data-x='content: "M\fc llerstr\f6m"'>x</i>"#,
  ])
  func findsOtherForms(text: String) {
    #expect(
      Self.codes("en/index.html", Array("<p>\(text)</p>\n".utf8)) == ["audit/withheld-word"],
      "\(text)")
  }

  @Test(arguments: [
    ("en/a.md", "**Müller**ström"), ("en/a.md", "Mül*lers*tröm"), ("en/a.md", "`Müllers`tröm"),
    ("en/a.json", #"{"body": "Mül~~lers~~tröm"}"#), ("en/search/a.json", #"{"embezzl": [1]}"#),
    ("en/search/a.json", #"{"briberi": [1]}"#), ("en/a.bin", "abc\0Müllerström\0def"),
    ("en/müllerström.txt", "x"),
  ])
  func findsPartsAndBeginnings(path: String, text: String) {
    #expect(Self.codes(path, Array(text.utf8)).contains("audit/withheld-word"), "\(text)")
  }

  @Test func findsLatin1() {
    let text = Array("name;M".utf8) + [0xFC] + Array("llerstr".utf8) + [0xF6] + Array("m\n".utf8)
    #expect(Self.codes("en/a.csv", text) == ["audit/withheld-word"])
  }

  @Test(arguments: ["Müllerström", "müllerström", "j.berg@haven.example", "embezzlement"])
  func findsHashesOfWordsAndAddresses(text: String) {
    let hash = Insecure.MD5.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
    #expect(
      Self.codes("en/a.html", Array("<img src='/avatar/\(hash)'>".utf8)).contains(
        "audit/withheld-hash"), "\(text)")
  }

  @Test func findsAMarkBehindACapitalName() {
    #expect(Fixture.codes(page: "Classification: S").contains("audit/marking-above"))
  }

  /// The names of sources are in no edition.
  @Test func findsTheNameOfASource() {
    var fixture = Fixture()
    fixture.files["briefings/2026/op-kestrelwick.md"] = Array(fixture.briefing.utf8)
    fixture.paths.append("briefings/2026/op-kestrelwick.md")
    #expect(fixture.findings.isEmpty)
    fixture.pages["en/a.json"] = Array(#"{"source": "briefings/2026/op-kestrelwick.md"}"#.utf8)
    #expect(fixture.findings.map(\.code) == ["audit/withheld-word"])
    #expect(fixture.findings.allSatisfy { $0.message.contains("op-kestrelwick.md:1") })
  }

  /// Visible text, what is withheld, and a page that is right all the same.
  @Test(arguments: [
    ("Strategieën", "De strategie is anders.", "<a href='#strategie%C3%ABn'>x</a>"),
    (
      "See <https://x.example/berth%20schedule.pdf>.", "The schedule failed.",
      "<a href='https://x.example/berth%20schedule.pdf'>x</a>"
    ),
    (
      #"Run `c:\windows\tasks\update.exe`."#, "She asks for money.", #"c:\windows\tasks\update.exe"#
    ),
    ("Look.", "Log at 2026-08-02T00:15:00Z.", "<time>2026-11-02T00:00:00Z</time>"),
    ("Paid 48,213 euro.", "Then 48213.", "Paid 48,213 euro."),
    ("Ask O'Halloran.", "Ask ohalloran.", "<h2 id='ohalloran'>Ask O'Halloran</h2>"),
    ("On 14 August 2024.", "On 14 August 2025.", "On 14 August 2024, 14 August."),
  ])
  func areNoTrap(visible: String, withheld: String, page: String) {
    var fixture = Fixture()
    fixture.briefing += "\n\n(U) \(visible)\n\n(S) \(withheld)\n"
    fixture.pages["en/a.html"] = Array("<p>\(page)</p>\n".utf8)
    #expect(fixture.findings.isEmpty, "\(fixture.findings.map(\.message))")
  }

  /// Whoever sees a drawing sees its words; who does not, does not.
  @Test func wordsOfDrawingsAreWords() {
    let drawing = Array("<svg><text font-family='Verdana'>Gantry</text></svg>".utf8)
    for (mark, isLeak) in [("U", false), ("S", true)] {
      var fixture = Fixture()
      fixture.files["briefings/img/a map.svg"] = drawing
      fixture.briefing += "\n\n(\(mark)) ![A map](img/a%20map.svg)\n\n(S) The gantry, in Verdana.\n"
      fixture.pages["assets/p.svg"] = drawing
      #expect(fixture.findings.isEmpty != isLeak, "\(mark)")
    }
  }

  /// A picture that only withheld text shows is withheld, whatever its name and its metadata.
  @Test(arguments: ["png", "jpg", "jpeg", "gif", "webp", "PNG", "WebP"])
  func findsAWithheldPicture(ending: String) {
    var generator = SystemRandomNumberGenerator()
    let data = (0..<3000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    func png(_ text: String) -> [UInt8] {
      let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      func chunk(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: bytes.count >> (24 - 8 * $0)) } + Array(name.utf8)
          + bytes + [0, 0, 0, 0]
      }
      return start + (text.isEmpty ? [] : chunk("tEXt", Array(text.utf8))) + chunk("IDAT", data)
        + chunk("IEND", [])
    }
    for (marks, isLeak) in [(["S"], true), (["U"], false), (["S", "U"], false)] {
      var fixture = Fixture()
      // What it is, the file says itself.
      fixture.files["briefings/img/p.\(ending)"] = png("Made by somebody")
      for mark in marks { fixture.briefing += "\n\n(\(mark)) ![A map](img/p.\(ending))\n" }
      fixture.pages["assets/x.png"] = png("")
      #expect(
        fixture.findings.map(\.code) == (isLeak ? ["audit/withheld-picture"] : []), "\(marks)")
    }
  }

  /// What is in a portion that is withheld is withheld, and so is a substitute in it.
  @Test(arguments: [
    "(S) The [Unit 7]{S//BRAVO|Walvisgroep} moved.", "- one\n  - (U) Walvisgroep\n",
    "-\t(S) one\n\n\tWalvisgroep\n", "- one\n  > (U) Walvisgroep\n",
  ])
  func findsWhatIsInAWithheldPortion(body: String) {
    var fixture = Fixture()
    fixture.briefing += "\n\n\(body)\n"
    fixture.pages["en/a.html"] = Array("<p>Walvisgroep</p>".utf8)
    #expect(fixture.findings.map(\.code).contains("audit/withheld-word"))
  }

  /// Numbers of three digits are looked for.
  @Test(arguments: [("482", true), ("48", false)])
  func numbersOfThreeDigitsAreFound(number: String, isFound: Bool) {
    var fixture = Fixture()
    fixture.briefing += "\n\n(S) There were \(number) of them.\n"
    fixture.pages["en/index.html"] = Array("<p>\(number)</p>".utf8)
    #expect(fixture.findings.map(\.code) == (isFound ? ["audit/withheld-word"] : []), "\(number)")
  }

  /// Each month has its names in both languages.
  @Test(arguments: [
    ("01", "January januari jan"), ("02", "February februari feb"), ("03", "March maart mar mrt"),
    ("04", "April apr"), ("05", "May mei"), ("06", "June juni jun"), ("07", "July juli jul"),
    ("08", "August augustus aug"), ("09", "September sep sept"),
    ("10", "October oktober oct okt"), ("11", "November nov"), ("12", "December dec"),
  ])
  func monthsAreKnownByAllTheirNames(month: String, names: String) {
    var fixture = Fixture()
    fixture.briefing += "\n\n(S) It came on 2025-\(month)-23.\n"
    for name in names.split(separator: " ") {
      // Without the year, which is a number that is found by itself.
      fixture.pages["en/index.html"] = Array("<p>on 23 \(name)</p>".utf8)
      #expect(fixture.findings.map(\.code) == ["audit/withheld-word"], "\(name)")
    }
  }

  /// A telephone number without its country, in parts and in one.
  @Test(arguments: ["0102345678", "<a href='tel:0102345678'>x</a>"])
  func telephoneNumbersAreFound(shown: String) {
    var fixture = Fixture()
    fixture.briefing += "\n\n(S) Call 010 234 5678 then.\n"
    fixture.pages["en/index.html"] = Array("<p>\(shown)</p>".utf8)
    #expect(fixture.findings.map(\.code) == ["audit/withheld-word"], "\(shown)")
  }

  /// Days of one digit with their ending, as Dutch writes them, and dates as files are named by them.
  @Test(arguments: [
    "9e november", "9e november 2026", "9th November", "2026_11_09", "9de november",
  ])
  func daysOfOneDigitAreFound(shown: String) {
    var fixture = Fixture()
    fixture.briefing += "\n\n(S) It is planned for 2026-11-09.\n"
    fixture.briefing.replace("date: 2026-11-09", with: "date: 2026-10-31")
    // The year by itself is no secret.
    fixture.briefing.replace("after your cranes.", with: "after your cranes in 2026.")
    fixture.pages["en/index.html"] = Array("<p>\(shown)</p>".utf8)
    #expect(Set(fixture.findings.map(\.code)) == ["audit/withheld-word"], "\(shown)")
  }
}
