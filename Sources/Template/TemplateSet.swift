public import Diagnostics

/// Templates compiled together, so that each can include the others; immutable once made, so any
/// number of threads may render from it at once.
///
/// It is Mustache made strict: a name that is found nowhere is an error and never an empty string,
/// raw output takes `Value.html` alone, and there are no lambdas and no set-delimiter tags.
public struct TemplateSet: Sendable {
  private let program: Program

  /// Compiles every template, and adds what is wrong with any of them to `findings`.
  ///
  /// `sources` holds each template under the name that `{{>name}}` and `render` know it by, such as
  /// `briefing` or `partials/banner`. A template with an error stays known by its name: rendering
  /// it, or one that includes it, throws that error again.
  public init(_ sources: [String: TemplateSource], findings: inout Findings) {
    program = Compiler.compile(sources, findings: &findings)
  }

  /// Appends what the template called `name` makes of `value` to `output`.
  ///
  /// Throws a fault that names the file, line and column of the tag; `output` is then as it was.
  public func render(
    _ name: String, _ value: Value, into output: inout [UInt8]
  ) throws(TemplateFault) {
    try render(name, within: [], value, into: &output)
  }

  /// Appends what the template called `name` makes of `value` to `output`, with the values of
  /// `outer` around it, outermost first: what many pages have in common is not copied for each.
  public func render(
    _ name: String, within outer: [Value], _ value: Value, into output: inout [UInt8]
  ) throws(TemplateFault) {
    let start = output.count
    do {
      let template = try program.template(named: name)
      var renderer = Renderer(program, outer + [value])
      try renderer.run(template, into: &output)
    } catch {
      output.removeSubrange(start...)
      throw error
    }
  }
}
