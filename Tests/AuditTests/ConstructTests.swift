import Testing

@testable import Audit

/// What has no place in an edition whatever it says.
@Suite struct ConstructTests {
  @Test func findsComments() {
    #expect(Fixture.codes("en/a.html", Array("<p>x</p><!-- y -->".utf8)) == ["audit/comment"])
    #expect(Fixture.codes("assets/a.css", Array("a { } /* y */".utf8)) == ["audit/comment"])
  }

  @Test func findsScripts() {
    #expect(Fixture.codes("en/a.html", Array("<script>x</script>".utf8)) == ["audit/script"])
    #expect(Fixture.codes("en/a.html", Array("<script src=\"/a.js\"></script>".utf8)) == [])
    let data = "<script type=\"application/ld+json\">{}</script>"
    #expect(Fixture.codes("en/a.html", Array(data.utf8)) == [])
  }

  @Test func findsMapsToSources() {
    let script = Array("let a = 1\n//# sourceMappingURL=a.map".utf8)
    #expect(Fixture.codes("assets/a.js", script) == ["audit/source-map"])
    #expect(Fixture.codes("assets/a.js.map", Array("{}".utf8)) == ["audit/source-map"])
    #expect(
      Fixture.codes("assets/a.svg", Array("<svg><metadata/></svg>".utf8)) == ["audit/metadata"])
  }

  @Test func findsTextOfPictures() {
    let text = Array("Comment\0Vermiljoen".utf8)
    let chunk: [UInt8] = [0, 0, 0, UInt8(text.count)] + Array("tEXt".utf8) + text + [0, 0, 0, 0]
    let png: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk
      + [0, 0, 0, 0] + Array("IEND".utf8) + [0, 0, 0, 0]
    #expect(
      Fixture.codes("assets/a.png", png) == ["audit/metadata", "audit/withheld-word"])
    let jpeg: [UInt8] =
      [0xFF, 0xD8, 0xFF, 0xFE, 0, UInt8(text.count + 2)] + text + [0xFF, 0xD9]
    #expect(
      Fixture.codes("assets/a.jpg", jpeg) == ["audit/metadata", "audit/withheld-word"])
    let tail: [UInt8] =
      [0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9] + Array("Vermiljoen".utf8)
    #expect(
      Fixture.codes("assets/b.jpg", tail) == ["audit/metadata", "audit/withheld-word"])
    let gif: [UInt8] =
      Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0] + [0x21, 0xFE, UInt8(text.count)] + text
      + [0, 0x3B]
    #expect(
      Fixture.codes("assets/a.gif", gif) == ["audit/metadata", "audit/withheld-word"])
    let webp: [UInt8] =
      Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPEXIF".utf8) + [UInt8(text.count), 0, 0, 0]
      + text
    #expect(
      Fixture.codes("assets/a.webp", webp) == ["audit/metadata", "audit/withheld-word"])
    let word = Array("Vermiljoen".utf8)
    let pngTail: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0] + Array("IEND".utf8)
      + [0, 0, 0, 0] + word
    let gifTail = Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0, 0x3B] + word
    for (path, bytes) in [("assets/c.png", pngTail), ("assets/c.gif", gifTail)] {
      #expect(Fixture.codes(path, bytes) == ["audit/metadata", "audit/withheld-word"], "\(path)")
    }
  }

  /// Whatever a picture's format calls what is no part of the picture.
  @Test func findsEveryKindOfMetadata() {
    let text = Array("Comment\0\0\0\0\0Vermiljoen".utf8)
    let length: [UInt8] = [0, 0, 0, UInt8(text.count)]
    for marker in Array(0xE1...0xED) + [0xEF, 0xFE] as [UInt8] {
      let jpeg = [0xFF, 0xD8, 0xFF, marker, 0, UInt8(text.count + 2)] + text + [0xFF, 0xD9]
      #expect(
        Fixture.codes("assets/a.jpg", jpeg) == ["audit/metadata", "audit/withheld-word"],
        "\(marker)")
    }
    for kind in ["tEXt", "iTXt", "eXIf", "prVt"] {
      let png =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + length + Array(kind.utf8) + text
        + [0, 0, 0, 0] + [0, 0, 0, 0] + Array("IEND".utf8) + [0, 0, 0, 0]
      #expect(
        Fixture.codes("assets/a.png", png) == ["audit/metadata", "audit/withheld-word"], "\(kind)")
    }
    for kind in ["EXIF", "XMP ", "ABCD"] {
      let webp =
        Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBP\(kind)".utf8) + length.reversed() + text
      #expect(
        Fixture.codes("assets/a.webp", webp) == ["audit/metadata", "audit/withheld-word"], "\(kind)"
      )
    }
    for label: UInt8 in [0xFE, 0x01, 0x77] {
      let gif =
        Array("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0, 0x21, label, UInt8(text.count)] + text + [
          0, 0x3B,
        ]
      #expect(
        Fixture.codes("assets/a.gif", gif) == ["audit/metadata", "audit/withheld-word"], "\(label)")
    }
    let remark = [0xFF, 0xD8, 0xFF, 0xFE, 0, 10] + Array("Comment.".utf8) + [0xFF, 0xD9]
    for path in ["assets/a.jpg", "assets/a.jpeg"] {
      #expect(Fixture.codes(path, remark) == ["audit/metadata"], "\(path)")
    }
  }

  /// A text in the data of the picture itself, behind what a decoder reads of it.
  @Test func findsTextInTheDataOfPictures() {
    let text = Array("\u{1}\u{2}Seen with Vermiljoen there\u{3}".utf8)
    let scan = [0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 1, 2, 3] + text + [0xFF, 0xD9]
    #expect(Fixture.codes("assets/a.jpg", scan) == ["audit/withheld-word"])
    let size = UInt8(text.count)
    let webp = Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WEBPVP8L".utf8) + [size, 0, 0, 0] + text
    #expect(Fixture.codes("assets/a.webp", webp) == ["audit/withheld-word"])
    // A few letters stand there by chance.
    let short =
      [0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 1] + Array("\u{1}Vermiljoen\u{2}".utf8) + [0xFF, 0xD9]
    #expect(Fixture.codes("assets/a.jpg", short) == [])
  }

  @Test func findsFilesThatAreNotListed() {
    var fixture = Fixture()
    fixture.pages["manifest.json"] = Array(#"{"files":[{"path":"en/index.html"}]}"#.utf8)
    fixture.pages["en/index.html"] = []
    fixture.pages["en/index.html~"] = []
    fixture.pages["en/briefings/ta-2026-7k3f/index.html"] = nil
    #expect(fixture.findings.map(\.code) == ["audit/unlisted"])
  }

  @Test func sourcesThatCannotBeReadAreNotPassedOver() {
    var fixture = Fixture()
    fixture.paths.append("briefings/b.md")
    #expect(fixture.findings.map(\.code) == ["audit/unreadable"])
    #expect(fixture.findings.first?.place.file == "briefings/b.md")
  }

  /// All of such a briefing counts as withheld, and the audit says so.
  @Test func saysWhichFrontMatterItCannotRead() {
    var fixture = Fixture()
    fixture.briefing = fixture.briefing.replacing("kind: alert", with: "kind: [alert")
    #expect(fixture.findings.contains { $0.code == "audit/withheld-word" })
    let unread = fixture.findings.filter { $0.code == "audit/unreadable" }
    #expect(unread.map(\.place.file) == ["briefings/a.md"])
    // Where what was found may pass, nothing is left to explain.
    fixture.pages["en/briefings/ta-2026-7k3f/index.html"] = Array("<p>7421</p>".utf8)
    let exceptions = fixture.findings.filter { $0.code == "audit/withheld-word" }.map {
      let number = $0.message.split(separator: "(finding ").last?.dropLast() ?? ""
      return "- {finding: \"\(number)\", reason: a size, expires: 2027-01-01}\n"
    }
    #expect(!exceptions.isEmpty)
    fixture.exceptions = "exceptions:\n" + exceptions.joined()
    #expect(fixture.findings.isEmpty)
  }

  @Test func messagesNamePlacesAndNoWords() {
    var fixture = Fixture()
    fixture.pages["en/index.html"] = Array("\n\n<p>Vermiljoen</p>".utf8)
    let finding = fixture.findings.first
    #expect(finding?.place.file == "public/en/index.html")
    #expect(finding?.place.line == 3)
    #expect(
      finding?.message.hasPrefix(
        "a word, number or date that is withheld at briefings/a.md:16 (finding ") == true)
    #expect(finding?.message.lowercased().contains("vermiljoen") == false)
    #expect(finding?.excerpt == "Vermiljoen")
  }
}
