import Markdown
import Testing

@Suite("Where links and references stand")
struct InlineScanTests {
  private func parts(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let scan = InlineScan(bytes, definitions: ["x", "the report"], footnotes: ["a"])
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return scan.links.map { ($0.isImage ? "image " : "link ") + part($0.range) }
      + scan.footnotes.map { "note " + part($0.range) }
      + scan.autolinks.map { "auto " + part($0) } + scan.codeSpans.map { "code " + part($0) }
  }

  @Test(arguments: [
    ("a [b](/c) d", ["link [b](/c)"]),
    ("[b](</c d> 'e')", ["link [b](</c d> 'e')"]),
    ("[b](/c(d)e)", ["link [b](/c(d)e)"]),
    ("[b] (c)", []),
    ("[b][x] [x][] [x] [y]", ["link [b][x]", "link [x][]", "link [x]"]),
    ("[The  Report]", ["link [The  Report]"]),
    ("`[x]` \\[x]", ["code `[x]`"]),
    ("[a [x] b](/c)", ["link [x]"]),
    ("[![i](/j)](/k)", ["image ![i](/j)", "link [![i](/j)](/k)"]),
    ("One.[^a] Two.[^b]", ["note [^a]"]),
    ("<https://a.b/[x]> <b>", ["auto <https://a.b/[x]>"]),
    ("`` ` [x] ``", ["code `` ` [x] ``"]),
    ("[x]: [x](", ["link [x]", "link [x]"]),
  ])
  func finds(text: String, wanted: [String]) {
    #expect(parts(text).sorted() == wanted.sorted())
  }
}
