import Testing

@testable import Audit

/// Places in an edition in which withheld text could stand without being looked at.
@Suite struct HidingTests {
  private static let fixture = {
    var fixture = Fixture()
    fixture.briefing += "\n\n(S) There were 74455 and 48213 of them; call +31612345678.\n"
    return fixture
  }()

  private static func codes(_ path: String, _ bytes: [UInt8]) -> Set<String> {
    var fixture = fixture
    fixture.pages[path] = bytes
    return Set(fixture.findings.map(\.code))
  }

  /// In attributes for numbers, in tags without a known name, in names of entities, around tags that
  /// part no words, behind a quotation mark that opens no value.
  @Test(arguments: [
    "<td width=\"Unit Vermiljoen measured 7421\">x</td>", "<rect y=\"74455\"/>",
    "<path d='M 1 2 L 74455 3'/>", "<a/id=74455>", "<!74455>", "<!Vermiljoen>", "<?Vermiljoen>",
    "</Vermiljoen>", "</74455>", "<p\tid=74455>",
    "Vermil&ZeroWidthSpace;joen", "Vermil&NoBreak;joen",
    "Vermil&#0000000000106;oen", "Vermil&#x000000000006a;oen", "Vermil<tt>joen</tt>",
    "Vermil<foo>joen</foo>", "Vermil<x-y>joen</x-y>", "Vermil<img>joen", "48,<b>213</b>",
    "+31 6 <b>1234</b> 5678", "NzQ0NTU=", "<p '>Vermil<b>joen</b> and</p>", "Vermil\u{1DC4}joen",
    "VgBlAHIAbQBpAGwAagBvAGUAbgA=", "5600650072006d0069006c006a006f0065006e00",
    "Vermil&zwj;joen", "Vermil&zwnj;joen", "Vermil&shy;joen",
  ])
  func isFoundInAPage(text: String) {
    let codes = Self.codes("en/index.html", Array("<p>\(text)</p>".utf8))
    #expect(codes.contains("audit/withheld-word"), "\(text)")
  }

  /// Numbers that say where a line goes are nobody's.
  @Test(arguments: [
    "<rect y=\"482\" height=\"7421\"/>", "<path d=\"M12.48213 7.74455L3,4z\"/>",
    "<g transform=\"translate(48 7421) rotate(45)\"></g>",
  ])
  func drawnNumbersAreNot(text: String) {
    var fixture = Self.fixture
    fixture.briefing += "\n\n(S) It was 482 and 45 then.\n"
    fixture.pages["en/index.html"] = Array("<p>\(text)</p>".utf8)
    #expect(fixture.findings.isEmpty, "\(text)")
  }

  /// Numbers in texts of an index or of the manifest; not those that they have of their own.
  @Test(arguments: ["en/search/d-a.json", "manifest.json"])
  func numbersInTextsAreFound(path: String) {
    for text in ["\"74455\"", "\"Port operators 74455 look\"", "\"74455, and more\""] {
      let codes = Self.codes(path, Array("{\n  \"a\": \(text)\n}\n".utf8))
      #expect(codes.contains("audit/withheld-word"), "\(text)")
    }
    for own in ["74455", "[3,74455,1]", "{\"b\": 7, \"c\": [74455]}", "-74455"] {
      let codes = Self.codes(path, Array("{\n  \"a\": \(own)\n}\n".utf8))
      #expect(!codes.contains("audit/withheld-word"), "\(own)")
    }
  }

  /// A line of a drawing or a feed is known there, and not in a page.
  @Test(
    arguments: ["assets/a.svg", "en/a.xml"],
    [
      "<p onclick=\"x()\">Look after your cranes.</p>",
      "<p><img src=\"https://a.example/x.png\"></p>",
    ])
  func linesOfDrawingsAreNoneOfPages(path: String, line: String) {
    var fixture = Fixture()
    fixture.pages[path] = Array((line + "\n").utf8)
    fixture.pages["en/index.html"] = Array(("<p>x</p>\n" + line + "\n").utf8)
    #expect(fixture.findings.map(\.place.file) == ["public/en/index.html"], "\(line)")
  }

  /// What some readers may not have lies on the day itself, not on the words before it.
  @Test func aDayIsFoundForEachReader() {
    var fixture = Fixture()
    fixture.policy.replace(
      "{name: The public, clearance: U}",
      with: "{name: The public, clearance: U}\n  crew: {name: Crew, clearance: U}")
    fixture.briefing += """


      (U) The inspection of the port by the officers is as usual.

      ::: U for public
      The port is open on 14 August this year.
      :::
      """
    let page = Array(
      "<p>The port</p>\n<p>14 August inspection of the port by the officers as usual</p>\n".utf8)
    fixture.pages["en/index.html"] = page
    fixture.others = [("crew", fixture.pages)]
    #expect(fixture.findings.contains { $0.place.file == "crew/en/index.html" })
    fixture.others = [("crew", ["en/index.html": page])]
    fixture.pages = [
      "en/index.html": page,
      "en/briefings/ta-2026-7k3f/index.html": Array("<h1>Crane threats</h1>".utf8),
    ]
    #expect(fixture.findings.contains { $0.place.file == "crew/en/index.html" })
  }

  /// A number that begins an item says nothing else, and the same number inside a line does.
  @Test func aDayInAnItemIsNoDay() {
    var fixture = Fixture()
    fixture.briefing +=
      "\n\n(S) On 13 March, and on 2 June 2026.\n\n1. (U) March 2026\n2. (U) June 2026\n"
    fixture.pages["en/a.md"] = Array("1. March 2026\n2. June 2026\n".utf8)
    fixture.pages["en/b.json"] = Array("{\n  \"a\": \"1. March 2026\\n2. June 2026\\n\"\n}\n".utf8)
    #expect(fixture.findings.isEmpty, "\(fixture.findings)")
    // What a line says depends on what it begins with.
    let text = "13. March looks after your cranes and cranes again"
    fixture.pages["en/a.html"] = Array("<p>\(text)</p>\n".utf8)
    fixture.pages["en/b.md"] = Array("Look.\n\n- \(text)\n".utf8)
    #expect(fixture.findings.map(\.place.file) == ["public/en/b.md"], "\(fixture.findings)")
  }

  /// Scripts that only look like data, addresses that are written otherwise, style sheets in capitals.
  @Test(arguments: [
    ("en/a.html", "<script data-src=\"a\">x()</script>", "audit/script"),
    ("en/a.html", "<script data-t=\"application/ld+json\">x()</script>", "audit/script"),
    ("en/a.html", "<a href=\"java&#115;cript:x()\">x</a>", "audit/script"),
    ("en/a.html", "<img src=\"h&#116;tps://a.example/x.png\">", "audit/third-party"),
    ("en/a.html", "<img src=\"/&#47;a.example/x.png\">", "audit/third-party"),
    ("assets/a.svg", "<svg><script>x()</script></svg>", "audit/script"),
    ("assets/a.css", "a { background: URL(https://a.example/x.png) }", "audit/third-party"),
    (
      "assets/a.css", "a { background: image-set(\"https://a.example/x.png\" 1x) }",
      "audit/third-party"
    ),
    ("en/a.txt", "BZh91AY&SY", "audit/unreadable"),
    ("en/a.html", "<p>x</p><a title='<!--'>x</a><!-- y -->", "audit/comment"),
  ])
  func constructsAreFound(path: String, text: String, code: String) {
    #expect(Fixture.codes(path, Array(text.utf8)) == [code], "\(text)")
  }

  /// Parts of pictures that have a length of their own, when they are longer.
  @Test func longPartsOfPicturesAreMetadata() {
    let text = Array("Vermiljoen and others".utf8)
    for name in ["gAMA", "pHYs", "sBIT", "IHDR", "IEND", "bKGD", "sRGB"] {
      let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, UInt8(text.count)]
        + Array(name.utf8) + text + [0, 0, 0, 0]
      #expect(
        Fixture.codes("assets/a.png", png) == ["audit/metadata", "audit/withheld-word"], "\(name)")
    }
    for marker in [0xE0, 0xEE, 0xF0, 0xF7] as [UInt8] {
      let jpeg = [0xFF, 0xD8, 0xFF, marker, 0, UInt8(text.count + 2)] + text + [0xFF, 0xD9]
      #expect(Fixture.codes("assets/a.jpg", jpeg).contains("audit/metadata"), "\(marker)")
    }
    let gif: [UInt8] =
      Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0] + [0x21, 0xF9, UInt8(text.count)] + text + [
        0, 0x3B,
      ]
    #expect(Fixture.codes("assets/a.gif", gif) == ["audit/metadata", "audit/withheld-word"])
    let webp: [UInt8] =
      Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8X".utf8) + [UInt8(text.count), 0, 0, 0]
      + text
    #expect(Fixture.codes("assets/a.webp", webp) == ["audit/metadata", "audit/withheld-word"])
  }

  /// Empty streams hide none behind them; what is not unpacked is told.
  @Test func streamsAreUnpackedOrTold() {
    let (empty, last): ([UInt8], [UInt8]) = (
      [120, 156, 3, 0, 0, 0, 0, 1],
      [
        120, 156, 11, 75, 45, 202, 205, 204, 201, 202, 79, 205, 83, 200, 77, 77, 44, 46, 45, 74, 77,
        1, 0,
        75, 97, 7, 146,
      ]
    )
    let many = Array([[UInt8]](repeating: empty, count: 20).joined())
    #expect(Fixture.codes("en/a.txt", many) == [])
    #expect(!Fixture.codes("en/a.txt", many + last).isEmpty)
    let full = Array([[UInt8]](repeating: [120, 156, 75, 4, 0, 0, 98, 0, 98], count: 20).joined())
    #expect(Fixture.codes("en/a.txt", full + last).contains("audit/unreadable"))
  }
}
