import Diagnostics
import Template
import Testing

/// Whatever is thrown at it, the engine answers with bytes, findings or a fault.
@Suite struct RandomTemplateTests {
  /// The same numbers in every run.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      return word ^ (word >> 31)
    }
  }

  private static let pieces = [
    "{{", "}}", "{{{", "}}}", "{", "}", "#", "^", "/", ">", "<", "$", "&", "!", "=", ".", "a", "b",
    "list", " ", "\n", "\r\n", "\t", "é", "\u{0301}", "\u{FEFF}", "\"", "{{a}}", "{{{html}}}",
    "{{#list}}", "{{/list}}", "{{^a}}", "{{/a}}", "{{>one}}", "{{<two}}", "{{/two}}", "{{$a}}",
    "{{$b}}", "{{/b}}", "{{.}}", "  {{>two}}\n", "{{#.}}", "{{/.}}", "{{record.a}}", "{{! x }}",
  ]

  /// Pieces that fit together more often than not, so that much of it compiles.
  private static let whole = [
    "{{a}}", "{{{html}}}", "{{#list}}x{{.}}{{/list}}", "{{^a}}y{{/a}}", "\n", "  ", "\r\n", "text",
    "{{#list}}\n  {{>one}}\n{{/list}}\n", "{{$a}}d{{/a}}", "  {{$b}}\n    e\n  {{/b}}\n",
    "{{<two}}{{$a}}\n  {{a}}\n{{/a}}{{/two}}\n", " {{<two}}\n{{$b}}x{{>one}}{{/b}}\n {{/two}}\n",
    "{{#record}}{{>two}}{{/record}}", "{{! c }}", "{{#html}}{{&html}}{{/html}}", "{{n}}",
  ]

  private static let values: [Value] = [
    [
      "a": "<x>", "b": .none, "list": [1, "two", ["a": "y"], []], "html": .html(Array("<i>".utf8)),
      "record": ["a": "z", "list": []], "n": 7,
    ],
    ["a": "", "list": [], "html": .html([]), "record": .none, "n": 0, "b": true],
    "text", .none, [],
  ]

  @Test(arguments: 1...8) func garbage(_ seed: UInt64) {
    #expect(tryOut(RandomTemplateTests.pieces, seed: seed) > 0)
  }

  @Test(arguments: 1...8) func plausible(_ seed: UInt64) {
    #expect(tryOut(RandomTemplateTests.whole, seed: seed) > 50)
  }

  /// How many of 400 sets of three random templates rendered something without a fault.
  private func tryOut(_ pieces: [String], seed: UInt64) -> Int {
    var dice = Dice(state: seed)
    var rendered = 0
    for _ in 0..<400 {
      var templates: [String: String] = [:]
      for name in ["page", "one", "two"] {
        let count = Int.random(in: 0...(name == "page" ? 30 : 6), using: &dice)
        templates[name] = (0..<count).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
      }
      let bench = Workbench(templates)
      for value in RandomTemplateTests.values {
        let fault = bench.fault(value)
        if fault == nil { rendered += 1 }
        #expect(fault == nil || fault?.place.line != nil)
        #expect(fault == nil || fault?.severity == .error)
      }
    }
    return rendered
  }

  @Test func randomBytes() {
    var dice = Dice(state: 42)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...60, using: &dice)).map { _ in
        UInt8.random(in: .min ... .max, using: &dice)
      }
      _ = Workbench("{{" + String(decoding: bytes, as: UTF8.self) + "}}{{#a}}").fault()
    }
  }

  @Test func everyPrefixOfATemplate() {
    let text =
      "a\n  {{<two}}\n  {{$a}}\n {{#x.y}}{{{h}}}{{/x.y}}\r\n{{/a}}{{/two}}\n{{!c}}{{^z}}{{/z}}"
    for length in 0...text.unicodeScalars.count {
      let prefix = String(String.UnicodeScalarView(text.unicodeScalars.prefix(length)))
      _ = Workbench(["page": prefix, "two": "{{$a}}{{/a}}"]).fault(["x": ["y": .none], "z": true])
    }
  }
}
