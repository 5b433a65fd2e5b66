import Template
import Testing

/// What the author of a template reads when it meets a value it does not fit, word for word.
@Suite struct FaultMessageTests {
  private func words(_ template: String, _ value: Value = [:]) -> String {
    Workbench.words(Workbench(template).fault(value))
  }

  @Test func anUnknownNameWithASuggestion() {
    #expect(
      words("<h1>\n  {{titl}}", ["title": "x", "date": "y"])
        == """
        templates/page.html:2:3: error: 'titl' is not a name here [template/unknown-name]
          help: did you mean 'title'?
        """)
  }

  @Test func anUnknownNameWithTheNamesThereAre() {
    #expect(
      words("{{#author}}{{photo}}{{/author}}", ["author": ["name": "x", "mail": "y"]])
        == """
        templates/page.html:1:12: error: 'photo' is not a name here [template/unknown-name]
          help: known names: 'author', 'mail', 'name'
        """)
    #expect(
      words("{{photo}}")
        == """
        templates/page.html:1:1: error: 'photo' is not a name here [template/unknown-name]
          help: use a name that the built-in template of this page uses
        """)
  }

  @Test func anUnknownNameInEveryKindOfTag() {
    for template in ["{{x}}", "{{{x}}}", "{{&x}}", "{{#x}}{{/x}}", "{{^x}}{{/x}}", "{{x.y}}"] {
      #expect(Workbench(template).fault()?.message == "'x' is not a name here")
    }
  }

  @Test func anUnknownPart() {
    #expect(
      words("{{author.nam}}", ["author": ["name": "x"], "nam": "outside"])
        == """
        templates/page.html:1:1: error: 'author' has no 'nam' [template/unknown-name]
          help: did you mean 'name'?
        """)
    #expect(
      words("{{a.b.c}}", ["a": ["b": "x"]])
        == "templates/page.html:1:1: error: 'a.b' is text and has no 'c' [template/unknown-name]")
    #expect(
      words("{{author.name}}", ["author": .none])
        == """
        templates/page.html:1:1: error: 'author' is empty and has no 'name' [template/unknown-name]
          help: put the tag inside '{{#author}}' and '{{/author}}'
        """)
  }

  @Test func wrongTypes() {
    #expect(
      words("{{items}}", ["items": ["a"]])
        == """
        templates/page.html:1:1: error: 'items' is a list, and text is wanted here \
        [template/wrong-type]
          help: open a section: '{{#items}}' and '{{/items}}'
        """)
    #expect(
      words("{{.}}")
        == """
        templates/page.html:1:1: error: '.' is a record, and text is wanted here \
        [template/wrong-type]
          help: open a section: '{{#.}}' and '{{/.}}'
        """)
    #expect(
      words("{{{title}}}", ["title": "<b>"])
        == """
        templates/page.html:1:1: error: 'title' is text, and only HTML can be written raw \
        [template/wrong-type]
          help: write '{{title}}'
        """)
    #expect(Workbench("{{&n}}").fault(["n": 1])?.code == "template/wrong-type")
    #expect(Workbench("{{&n}}").fault(["n": true])?.code == "template/wrong-type")
    #expect(Workbench("{{&n}}").fault(["n": []])?.code == "template/wrong-type")
  }

  @Test func anUnknownTemplate() {
    #expect(
      Workbench.words(Workbench(["briefing": ""]).fault([:], "brefing"))
        == """
        brefing: error: there is no template 'brefing' [template/unknown-template]
          help: did you mean 'briefing'?
        """)
  }

  @Test func aFaultInAPartialNamesItsFile() {
    let bench = Workbench(["page": "\n{{>partials/a}}", "partials/a": "\n\n {{x}}"])
    #expect(bench.fault()?.place.description == "templates/partials/a.html:3:2")
  }

  @Test func aBrokenTemplateFailsWithItsFinding() {
    let bench = Workbench(["page": "a{{>part}}", "part": "{{#x}}", "other": "fine"])
    #expect(bench.fault() == bench.findings.first)
    #expect(bench.fault([:], "part")?.message == "'{{#x}}' is never closed")
    #expect(bench.fault([:], "other") == nil)
  }

  @Test func aWarningDoesNotKeepATemplateFromRendering() throws {
    let bench = Workbench(["page": "{{<a}} text {{/a}}", "a": "A"])
    #expect(bench.findings.map(\.severity) == [.warning])
    #expect(try bench.render() == "A")
  }

  @Test func aFaultLeavesTheOutputAsItWas() {
    var output = Array("before".utf8)
    #expect(throws: TemplateFault.self) {
      try Workbench("much {{text}} {{missing}}").set.render("page", ["text": "x"], into: &output)
    }
    #expect(output == Array("before".utf8))
  }
}
