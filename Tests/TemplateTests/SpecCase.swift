import Template
import Testing

/// A case of the Mustache specification, made strict where it wants an unknown name to be empty.
struct SpecCase: Sendable, CustomTestStringConvertible {
  enum Outcome: Sendable, Equatable {
    case writes(String)
    /// The code of the fault.
    case fails(String)
  }

  var name: String
  var data: Value
  var templates: [String: String]
  var expected: Outcome

  var testDescription: String { name }
}

extension SpecCase {
  init(
    _ name: String, _ data: Value, _ page: String, _ partials: [String: String] = [:],
    writes text: String
  ) {
    self.init(name, data, page, partials, .writes(text))
  }

  init(
    _ name: String, _ page: String, _ partials: [String: String] = [:], writes text: String
  ) {
    self.init(name, [:], page, partials, .writes(text))
  }

  init(_ name: String, _ data: Value, _ page: String, fails code: String) {
    self.init(name, data, page, [:], .fails(code))
  }

  init(_ name: String, _ page: String, fails code: String) {
    self.init(name, [:], page, [:], .fails(code))
  }

  private init(
    _ name: String, _ data: Value, _ page: String, _ partials: [String: String],
    _ expected: Outcome
  ) {
    self.name = name
    self.data = data
    self.expected = expected
    templates = partials
    templates["page"] = page
  }
}
