import Diagnostics
import Testing

@testable import Template

/// Templates that go on for ever, or far too long, end with a message.
@Suite struct LimitTests {
  @Test func sectionsNestAHundredDeep() throws {
    func nested(_ depth: Int) -> Workbench {
      Workbench(
        String(repeating: "{{#a}}", count: depth) + "x" + String(repeating: "{{/a}}", count: depth))
    }
    #expect(try nested(100).render(["a": true]) == "x")
    #expect(
      nested(101).findings.map(Workbench.words) == [
        """
        templates/page.html:1:601: error: sections and blocks are nested more than 100 deep here \
        [template/limit]
          help: move some of them into a partial
        """
      ])
  }

  @Test func partialsNestAHundredDeep() throws {
    func tree(_ depth: Int) -> Value {
      (0..<depth).reduce(["child": .none]) { inner, _ in ["child": inner] }
    }
    let bench = Workbench(["page": "{{#child}}({{>page}}){{/child}}"])
    #expect(bench.findings.isEmpty)
    #expect(try bench.render(tree(100)).utf8.count == 200)
    #expect(
      Workbench.words(bench.fault(tree(101)))
        == """
        templates/page.html:1:12: error: partials are nested more than 100 deep here \
        [template/limit]
          help: a partial that includes itself needs a section around it that is false at the end
        """)
  }

  private func words(_ template: String, _ value: Value, _ budget: RenderingBudget) -> String {
    var findings = Findings()
    let source = TemplateSource(file: "templates/page.html", text: template)
    let program = Compiler.compile(["page": source], findings: &findings)
    var renderer = Renderer(program, [value], budget)
    var output: [UInt8] = []
    do throws(TemplateFault) {
      try renderer.run(0, into: &output)
      return "\(output.count) bytes"
    } catch {
      return Workbench.words(error.diagnostic)
    }
  }

  @Test func roundsThatMultiplyEnd() {
    let list: Value = ["a": .list(Array(repeating: true, count: 100))]
    let template = "{{#a}}{{#a}}{{#a}}{{#a}}x{{/a}}{{/a}}{{/a}}{{/a}}"
    #expect(
      words(template, list, RenderingBudget(steps: 5_000))
        == """
        templates/page.html:1:26: error: this page takes more than 5000 rounds and partials \
        [template/limit]
          help: look for sections and partials that multiply one another
        """)
    #expect(words("{{#a}}{{#a}}x{{/a}}{{/a}}", list, RenderingBudget()) == "10000 bytes")
  }

  @Test func bytesThatMultiplyEnd() {
    let text = Value.text(String(repeating: "x", count: 1 << 18))
    let value: Value = ["a": .list(Array(repeating: true, count: 100)), "text": text]
    #expect(
      words("{{#a}}{{text}}{{/a}}", value, RenderingBudget(bytes: 2 << 20))
        == """
        templates/page.html:1:15: error: this page is larger than 2 MiB [template/limit]
          help: look for sections and partials that multiply one another
        """)
  }

  @Test func findingsOfOneTemplateAreTwentyAtMost() {
    let bench = Workbench(String(repeating: "{{/a}}", count: 200_000))
    #expect(bench.findings.count == 20)
  }

  @Test func largeTemplatesCompileInLinearTime() throws {
    let lines = String(repeating: "  {{#a}}\n  <b>{{.}}</b>\n  {{/a}}\n", count: 20_000)
    #expect(try Workbench(lines).render(["a": "x"]).utf8.count == 20_000 * 11)
    #expect(!Workbench(String(repeating: "{{", count: 300_000)).findings.isEmpty)
    #expect(!Workbench(String(repeating: "{{#a}}", count: 100_000)).findings.isEmpty)
    #expect(!Workbench(String(repeating: "{{<page}}{{$a}}", count: 50_000)).findings.isEmpty)
  }
}
