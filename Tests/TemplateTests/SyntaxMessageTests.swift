import Diagnostics
import Template
import Testing

/// What the author of a template reads when it cannot be compiled, word for word.
@Suite struct SyntaxMessageTests {
  private func words(_ templates: [String: String]) -> String {
    Workbench(templates).findings.map(Workbench.words).joined(separator: "\n")
  }

  @Test(arguments: [
    (
      "<p>\n{{title",
      """
      templates/page.html:2:1: error: this tag is never closed [template/syntax]
        help: end it with '}}'
      """
    ),
    (
      "é{{{title}}",
      """
      templates/page.html:1:2: error: this tag is never closed [template/syntax]
        help: end it with '}}}'
      """
    ),
    (
      "{{a {{b}}",
      """
      templates/page.html:1:1: error: this tag is never closed [template/syntax]
        help: end it with '}}'
      """
    ),
    ("x {{ }}", "templates/page.html:1:3: error: this tag has no name [template/syntax]"),
    ("x {{#}}", "templates/page.html:1:3: error: this tag has no name [template/syntax]"),
    (
      "{{first name}}",
      """
      templates/page.html:1:1: error: 'first name' is not a name [template/syntax]
        help: a name is letters, digits, '-' and '_', with '.' between its parts
      """
    ),
    (
      "{{a..b}}",
      """
      templates/page.html:1:1: error: 'a..b' is not a name [template/syntax]
        help: a name is letters, digits, '-' and '_', with '.' between its parts
      """
    ),
    (
      "{{$a.b}}{{/a.b}}",
      """
      templates/page.html:1:1: error: 'a.b' is not a name [template/syntax]
        help: the name of a block is letters, digits, '-' and '_'
      templates/page.html:1:9: error: '{{/a.b}}' closes nothing [template/syntax]
      """
    ),
    (
      "{{>*name}}",
      """
      templates/page.html:1:1: error: '*name' is not a name [template/syntax]
        help: the name of a template is letters, digits, '-', '_', '.' and '/'
      """
    ),
    (
      "{{=<% %>=}}",
      """
      templates/page.html:1:1: error: set-delimiter tags are not supported [template/syntax]
        help: write tags with '{{' and '}}'
      """
    ),
    (
      "{{#a}}\n  {{^b}}\n{{/a}}",
      """
      templates/page.html:2:3: error: '{{^b}}' is never closed [template/syntax]
        help: write '{{/b}}'
      """
    ),
    ("{{/a}}", "templates/page.html:1:1: error: '{{/a}}' closes nothing [template/syntax]"),
    (
      "{{#items}}\n{{/itms}}",
      """
      templates/page.html:2:1: error: '{{/itms}}' does not close '{{#items}}' of line 1 \
      [template/syntax]
        help: write '{{/items}}'
      """
    ),
  ])
  func syntax(_ template: String, _ expected: String) {
    #expect(words(["page": template]) == expected)
  }

  @Test func aFindingShowsItsLine() {
    let found = Workbench("<p>\r\n  <b>{{/a}}</b>\r\n</p>").findings
    #expect(found.map(\.excerpt) == ["  <b>{{/a}}</b>"])
  }

  @Test func aByteOrderMarkIsNoText() throws {
    #expect(try Workbench("\u{FEFF}{{a}}").render(["a": "x"]) == "x")
    #expect(Workbench("\u{FEFF}{{/a}}").findings.first?.place.column == 1)
  }

  @Test func parents() {
    #expect(
      words(["layout": "{{$title}}{{/title}}", "page": "{{<layout}}{{name}}{{/layout}}"])
        == """
        templates/page.html:1:12: error: '{{name}}' stands outside the blocks of '{{<layout}}' \
        [template/syntax]
          help: put it inside one of its '{{$name}}' blocks
        """)
    #expect(
      words(["layout": "{{$title}}{{/title}}", "page": "{{<layout}}\n  Hello\n{{/layout}}"])
        == """
        templates/page.html:2:3: warning: text between the blocks of a parent is left out \
        [template/ignored-text]
          help: put it inside a block, or remove it
        """)
    #expect(
      words(["layout": "{{$title}}{{/title}}", "page": "{{<layout}}{{$titl}}{{/titl}}{{/layout}}"])
        == """
        templates/page.html:1:12: error: 'layout' has no block 'titl' [template/unknown-block]
          help: did you mean 'title'?
        """)
    #expect(
      words(["layout": "{{$t}}{{/t}}", "page": "{{<layout}}{{$t}}{{/t}}{{$t}}{{/t}}{{/layout}}"])
        == """
        templates/page.html:1:24: error: the block 't' is given twice [template/syntax]
          help: remove one of them
        """)
  }

  @Test func unknownTemplates() {
    #expect(
      words(["partials/banner": "", "page": "<p>\n  {{>partials/baner}}"])
        == """
        templates/page.html:2:3: error: there is no template 'partials/baner' \
        [template/unknown-template]
          help: did you mean 'partials/banner'?
        """)
  }

  @Test func endlessInclusion() {
    #expect(
      words(["page": "{{>page}}"])
        == """
        templates/page.html:1:1: error: 'page' includes itself without end: page → page \
        [template/endless]
          help: put the tag in a section that is false at the end
        """)
    #expect(
      words(["a": "{{>b}}", "b": "x {{<c}}{{/c}}", "c": "{{>a}}", "page": "{{>a}}"])
        == """
        templates/a.html:1:1: error: 'a' includes itself without end: a → b → c → a \
        [template/endless]
          help: put the tag in a section that is false at the end
        templates/b.html:1:3: error: 'b' includes itself without end: b → c → a → b \
        [template/endless]
          help: put the tag in a section that is false at the end
        templates/c.html:1:1: error: 'c' includes itself without end: c → a → b → c \
        [template/endless]
          help: put the tag in a section that is false at the end
        """)
  }
}
