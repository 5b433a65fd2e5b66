import Template
import Testing

/// Text can never become markup, whatever Swift takes for one character.
@Suite struct EscapingTests {
  private func escaped(_ text: String) throws -> String {
    try Workbench("{{.}}").render(.text(text))
  }

  @Test func theFiveCharacters() throws {
    #expect(try escaped("&<>\"'") == "&amp;&lt;&gt;&quot;&#39;")
    #expect(try escaped("a & b") == "a &amp; b")
    #expect(try escaped("&amp;") == "&amp;amp;")
    #expect(try escaped("") == "")
    #expect(try escaped("plain") == "plain")
  }

  @Test(arguments: [
    "\u{0301}", "\u{200D}", "\u{FE0F}", "\u{20DD}", "\u{0338}", "\u{200C}", "\u{E0001}",
    "\u{1F3FB}",
  ])
  func aCombiningScalarHidesNothing(_ scalar: String) throws {
    let references = ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"]
    for (special, reference) in references {
      let text = try escaped("x\(special)\(scalar) onclick=")
      #expect(Array(text.utf8) == Array("x\(reference)\(scalar) onclick=".utf8))
    }
  }

  @Test func everyOtherScalarStaysAsItIs() throws {
    for value in UInt32(0)..<0x3000 {
      guard let scalar = Unicode.Scalar(value), !"&<>\"'".unicodeScalars.contains(scalar) else {
        continue
      }
      let text = String(Character(scalar))
      #expect(Array(try escaped(text).utf8) == Array(text.utf8))
    }
  }

  @Test func theWrittenTextHasNoSpecialByteLeft() throws {
    let text = (0..<500).map { "<\($0)>\"\u{0301}'&\u{200D}é🧵" }.joined()
    let bytes = Array(try escaped(text).utf8)
    #expect(!bytes.contains { "<>\"'".utf8.contains($0) })
  }

  @Test func crlfIsTwoBytes() throws {
    #expect(Array(try escaped("<\r\n>").utf8) == Array("&lt;\r\n&gt;".utf8))
  }

  @Test func namesInTemplatesAreTextToo() throws {
    #expect(try Workbench("{{größe}}").render(["größe": "<1>"]) == "&lt;1&gt;")
  }
}
