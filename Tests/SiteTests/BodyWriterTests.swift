import Edition
import Markdown
import Testing

@testable import Site

@Suite struct BodyWriterTests {
  private func body(_ markdown: String, as reader: SamplePolicy.Reader = .dense) -> Body {
    let library = Library(SampleEdition.edition(for: reader))
    return BodyWriter.body(
      Parser.parse(markdown.utf8), in: library, words: ThemeFiles.theme().words(for: "en"),
      place: TextPlace(up: "../../", language: "en"))
  }

  private func html(_ markdown: String, as reader: SamplePolicy.Reader = .dense) -> String {
    String(decoding: body(markdown, as: reader).html, as: UTF8.self)
  }

  @Test func portionMarksAreStyledWhereTheyAreShown() {
    #expect(
      html("(S//KORAAL) Text.") == "<p><span class=\"mark\">(S//KORAAL)</span> Text.</p>\n")
    #expect(html("(S//KORAAL) Text.", as: .open) == "<p>(S//KORAAL) Text.</p>\n")
    #expect(html("(X) Text, (S) too.") == "<p>(X) Text, (S) too.</p>\n")
    #expect(html("(S//REL TO NLD) T").contains("<span class=\"mark\">(S//REL TO NLD)</span> T"))
    #expect(html("- (U) One").contains("<li><span class=\"mark\">(U)</span> One"))
  }

  @Test func marksStayOutOfAnchorsAndContents() {
    let body = body("# (U) One\n\n## (S) Two\n\n# (U) One")
    #expect(body.headings.map(\.anchor) == ["one", "two", "one-2"])
    #expect(
      body.headings.map { String(decoding: $0.html, as: UTF8.self) } == ["One", "Two", "One"])
    #expect(body.headings.map(\.isNested) == [false, true, false])
  }

  @Test func theHighestHeadingIsOfTheSecondLevel() {
    #expect(html("# A\n\n## B").hasPrefix("<h2 id=\"a\">A</h2>\n<h3 id=\"b\">"))
    #expect(html("### A\n\n#### B").hasPrefix("<h2 id=\"a\">A</h2>\n<h3 id=\"b\">"))
  }

  @Test func whatIsNotKnownHasAPlaceOfItsOwn() {
    let body = body(
      "## One\n\na[^n]\n\n## (S) What we do not KNOW\n\nb\n\n### Sub\n\n## Two\n\n[^n]: c")
    let html = String(decoding: body.html, as: UTF8.self)
    #expect(
      String(decoding: body.unknowns, as: UTF8.self) == """
        <h2 id="what-we-do-not-know"><span class="mark">(S)</span> What we do not KNOW</h2>
        <p>b</p>
        <h3 id="sub">Sub</h3>

        """)
    #expect(html.hasPrefix("<h2 id=\"one\">One</h2>\n<p>a"))
    #expect(html.contains("<h2 id=\"two\">Two</h2>\n<section class=\"notes\""))
    #expect(body.headings.map(\.anchor) == ["one", "two", "what-we-do-not-know", "sub"])
  }

  @Test func aHeadingInsideAnotherSectionStaysWhereItIs() {
    #expect(body("## One\n\n### What we do not know\n\na").unknowns.isEmpty)
    #expect(body("## What we do not know yet\n\na").unknowns.isEmpty)
    #expect(body("> ## What we do not know\n\n## One").unknowns.isEmpty)
  }

  @Test func aTokenAloneIsABlockOfText() {
    #expect(
      html("{{withheld:sources}}") == """
        <p class="withheld">Text is withheld here. Reason: protection of sources. \
        <a href="../../withheld/">Why we withhold text</a></p>

        """)
    #expect(!html("{{withheld:unknown}}").contains("unknown"))
    #expect(body("{{withheld:sources}}\n\nA {{withheld}} b").grounds == ["sources", nil])
  }

  @Test func aTokenInTextIsAWord() {
    let word = "<a class=\"withheld-word\" href=\"../../withheld/\">[withheld]</a>"
    #expect(html("A {{withheld}} b") == "<p>A \(word) b</p>\n")
    #expect(html("- {{withheld}}\n- b").contains("<li>\(word)\n</li>"))
    #expect(html("| A |\n| - |\n| {{withheld}} |").contains("<td>\(word)</td>"))
    #expect(html("[{{withheld}}](https://x.example)").contains("<span class=\"withheld-word\">"))
  }

  @Test func linksToBriefingsAreRelative() {
    #expect(
      html("[a](briefing:TA-2026-8VWJ)")
        == "<p><a href=\"../../briefings/ta-2026-8vwj/\">a</a></p>\n")
    #expect(
      html("[a](briefing:TA-2026-92B4)") == """
        <p><a href="../../../nl/briefings/ta-2026-92b4/" hreflang="nl">a</a></p>

        """)
    #expect(html("[a](briefing:TA-2026-4R23#what-we-see)").contains("ta-2026-4r23/#what-we-see"))
    #expect(html("[a](briefing:TA-2026-4R23#not-there)").contains("ta-2026-4r23/\""))
  }

  @Test(arguments: [
    "briefing:TA-2026-0000", "#nowhere", "javascript:alert(1)", "JaVaScript:alert(1)",
    "data:text/html,x", "file:///etc/passwd", "//x.example/", "../../x", "vbscript:x", "x",
  ])
  func aLinkThatMayNotBeOneIsItsText(address: String) {
    #expect(html("[a *b*](<\(address)>)") == "<p>a <em>b</em></p>\n")
  }

  @Test func addressesInTextBecomeLinks() {
    #expect(
      html("See https://x.example/a_(b), or not.") == """
        <p>See <a class="bare" href="https://x.example/a_(b)">https://x.example/a_(b)</a>, or not.</p>

        """)
    #expect(html("(https://x.example).").contains("\">https://x.example</a>)."))
    #expect(
      html("http://x.example xhttps://y.example") == "<p>http://x.example xhttps://y.example</p>\n")
    #expect(html("`https://x.example`") == "<p><code>https://x.example</code></p>\n")
    #expect(html("<desk@x.example>").contains("<a href=\"mailto:desk@x.example\" class=\"bare\">"))
  }

  @Test func markupInTextIsText() {
    #expect(html("a <b onclick=\"x\">c</b>").contains("a &lt;b onclick=&quot;x&quot;&gt;c"))
    #expect(html("<script>x</script>") == "<p>&lt;script&gt;x&lt;/script&gt;\n</p>\n")
    #expect(html("a<br>b") == "<p>a&lt;br&gt;b</p>\n")
    #expect(html("| A |\n| - |\n| a<br>b |").contains("<td>a<br>b</td>"))
    #expect(html("[a](https://x.example/\"><script>)").contains("%22%3E%3Cscript%3E"))
    #expect(html("```\n<b> & c\n```").contains("<pre><code>&lt;b&gt; &amp; c\n"))
    #expect(html("a `<b>` c") == "<p>a <code>&lt;b&gt;</code> c</p>\n")
  }

  @Test func imagesAreThoseOfTheEdition() {
    #expect(
      html("![A *b*](../../../assets/0123456789abcdef.svg)") == """
        <figure><img src="../../../assets/0123456789abcdef.svg" alt="A b" width="760" height="120">\
        </figure>

        """)
    #expect(html("![A b](../../../assets/other.svg)") == "<figure>A b</figure>\n")
    #expect(html("x ![A b](https://x.example/a.png)") == "<p>x A b</p>\n")
  }

  @Test func footnotesLeadThereAndBack() {
    let html = html("A[^x] and b[^x].\n\n[^x]: (U) Note, see[^y].\n\n[^y]: Other.")
    #expect(html.contains("<a href=\"#_note1\" id=\"_ref1\" aria-label=\"Note 1\">1</a>"))
    #expect(html.contains("id=\"_ref1-2\""))
    #expect(html.contains("<li id=\"_note1\"><p><span class=\"mark\">(U)</span> Note, see"))
    #expect(html.contains("<a href=\"#_ref2\">Back to note 2 in the text</a>"))
  }

  @Test func tablesHaveACaptionAndScopes() {
    let html = html("## Where\n\n| A | |\n| --- | ---: |\n| (U) b | c |")
    #expect(html.contains("<caption id=\"_table1\">Table 1: Where</caption>"))
    #expect(html.contains("<tr><th scope=\"col\">A</th><td class=\"right\"></td></tr>"))
    #expect(html.contains("<td><span class=\"mark\">(U)</span> b</td><td class=\"right\">c</td>"))
  }

  @Test func listsKeepTheirNumbers() {
    #expect(html("3. a\n4. b").hasPrefix("<ol start=\"3\">"))
    #expect(html("- [x] a").contains("<span class=\"task done\">Done:</span> a"))
  }
}
