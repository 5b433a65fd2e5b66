import Diagnostics

/// Compiles the templates of a set into one program.
enum Compiler {
  /// The program, with what is wrong with any template added to `findings`; templates are taken in
  /// the order of their names, so that the result never depends on the order of a dictionary.
  static func compile(_ sources: [String: TemplateSource], findings: inout Findings) -> Program {
    var templates: [ParsedTemplate] = []
    var complaints: [Complaints] = []
    for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
      let text = SourceText(source)
      var found = Complaints(about: text)
      templates.append(ParsedTemplate(name, text, complaints: &found))
      complaints.append(found)
    }
    Linker(templates).check(&complaints)
    var program = Program(templates)
    for (index, template) in templates.enumerated() {
      for complaint in complaints[index].found { findings.add(complaint) }
      if let error = complaints[index].firstError {
        program.add(entry: .broken(error))
      } else {
        program = CodeWriter.write(template, index, onto: consume program)
      }
    }
    return program
  }
}
