import Template
import Testing

/// The public Mustache specification, for the tags that the engine has.
@Suite struct SpecTests {
  @Test(arguments: SpecCase.interpolation) func interpolation(_ spec: SpecCase) { check(spec) }
  @Test(arguments: SpecCase.sections) func sections(_ spec: SpecCase) { check(spec) }
  @Test(arguments: SpecCase.lists) func lists(_ spec: SpecCase) { check(spec) }
  @Test(arguments: SpecCase.inverted) func inverted(_ spec: SpecCase) { check(spec) }
  @Test(arguments: SpecCase.comments) func comments(_ spec: SpecCase) { check(spec) }
  @Test(arguments: SpecCase.partials) func partials(_ spec: SpecCase) { check(spec) }
  @Test(arguments: SpecCase.inheritance) func inheritance(_ spec: SpecCase) { check(spec) }
  @Test(arguments: SpecCase.blockLayout) func blockLayout(_ spec: SpecCase) { check(spec) }

  private func check(_ spec: SpecCase) {
    let bench = Workbench(spec.templates)
    do throws(TemplateFault) {
      let text = try bench.render(spec.data)
      #expect(.writes(text) == spec.expected)
    } catch {
      #expect(.fails(error.diagnostic.code) == spec.expected, "\(error)")
    }
  }
}
