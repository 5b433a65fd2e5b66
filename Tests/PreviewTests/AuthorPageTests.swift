import Testing

@testable import Preview

@Suite("The preview's own pages")
struct AuthorPageTests {
  private let mark = AuthorPage.Mark("S//<B>", level: 2)

  private func page(lines: [Int]) -> String {
    let portions = lines.map { line in
      AuthorPage.Portion(
        line: line, name: "paragraph", mark: mark, rule: "own mark", text: "A & <b>",
        outcomes: [
          AuthorPage.Outcome(.reads, word: "reads", detail: ""),
          AuthorPage.Outcome(.nothing, word: "nothing", detail: "not cleared"),
        ],
        spans: [AuthorPage.Span(mark: mark, text: "\"x\"", substitute: nil)])
    }
    let page = AuthorPage(
      path: "briefings/a.md", summary: "TA, en", banner: mark,
      audiences: [
        AuthorPage.Audience("High", page: "high/en/a b/", note: "gets it"),
        AuthorPage.Audience("Low", page: nil, note: "does not get it: it is a draft"),
      ], portions: portions)
    return String(decoding: OwnPages().author(page), as: UTF8.self)
  }

  @Test func textsAreTextAndMarksHaveStepsAndColours() {
    let page = page(lines: [4])
    #expect(page.contains(#"<p class="banner level-2">S//&lt;B&gt;</p>"#))
    #expect(page.contains(#"<p class="source">A &amp; &lt;b&gt;</p>"#))
    #expect(page.contains(#"<i></i><i></i><i></i></p>"#))
    #expect(page.contains(#"<a href="/high/en/a%20b/">High</a>"#))
    #expect(page.contains(#"<b>Low</b> <span class="note">does not get it: it is a draft</span>"#))
    #expect(page.contains("has no substitute"))
  }

  @Test func aLineIsAnchoredOnce() {
    let page = page(lines: [4, 4, 5])
    #expect(page.split(separator: #" id="L4""#).count == 2)
    #expect(page.split(separator: #" id="L5""#).count == 2)
  }

  @Test func everyTemplateRenders() {
    let pages = OwnPages()
    let listed = OwnPages.Listed(
      path: "briefings/a.md", page: "_author/briefings/a.md", title: "T", mark: mark, note: "n")
    for page in [
      pages.start("S", lead: "l", places: [.init("P", path: "p/", note: "n")]),
      pages.missing("M", lead: "l"), pages.authors("A", banner: mark, briefings: [listed]),
    ] {
      let text = String(decoding: page, as: UTF8.self)
      #expect(text.hasPrefix("<!doctype html>"))
      #expect(text.hasSuffix("</html>\n"))
    }
  }
}
