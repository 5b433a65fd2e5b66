import Diagnostics
import Template

/// Compiles and renders templates that stand in a test.
struct Workbench {
  /// What was found at compiling, in order.
  let findings: [Diagnostic]
  /// The compiled templates.
  let set: TemplateSet

  /// The templates, each in a file `templates/<name>.html`.
  init(_ templates: [String: String]) {
    var sources: [String: TemplateSource] = [:]
    for (name, text) in templates {
      sources[name] = TemplateSource(file: "templates/\(name).html", text: text)
    }
    var found = Findings()
    set = TemplateSet(sources, findings: &found)
    findings = found.sorted
  }

  /// One template called `page`.
  init(_ page: String) { self.init(["page": page]) }

  /// What `page` makes of a value.
  func render(_ value: Value = [:], _ name: String = "page") throws(TemplateFault) -> String {
    var output: [UInt8] = []
    try set.render(name, value, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The fault that rendering `page` ends with.
  func fault(_ value: Value = [:], _ name: String = "page") -> Diagnostic? {
    do throws(TemplateFault) {
      _ = try render(value, name)
      return nil
    } catch {
      return error.diagnostic
    }
  }

  /// How a terminal shows a finding: place, severity, code, message and help.
  static func words(_ diagnostic: Diagnostic?) -> String {
    guard let diagnostic else { return "nothing" }
    let first = "\(diagnostic.place): \(diagnostic.severity.rawValue): \(diagnostic.message)"
    let help = diagnostic.help.map { "\n  help: \($0)" } ?? ""
    return "\(first) [\(diagnostic.code)]\(help)"
  }
}
