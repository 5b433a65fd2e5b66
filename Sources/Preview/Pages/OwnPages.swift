internal import Diagnostics
internal import Template

/// The pages that a preview has of its own, apart from those of the editions.
public struct OwnPages: Sendable {
  private let templates: TemplateSet

  /// Compiles the templates, which are part of the executable.
  public init() {
    var findings = Findings()
    templates = TemplateSet(
      PreviewFiles.templates.mapValues {
        TemplateSource(file: "preview", text: String(decoding: $0, as: UTF8.self))
      }, findings: &findings)
  }

  /// A place that a page leads to.
  public struct Place: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// Its path, seen from the root of the server.
    public var path: String
    /// What it is.
    public var note: String

    /// A place.
    public init(_ name: String, path: String, note: String) {
      self.name = name
      self.path = path
      self.note = note
    }
  }

  /// A page that leads to other places.
  public func start(_ title: String, lead: String, places: [Place]) -> [UInt8] {
    let places = places.map { place -> Value in
      .record([
        "name": .text(place.name), "note": .text(place.note),
        "href": .text(RequestPath.encoded(place.path)),
      ])
    }
    return page("start", ["title": .text(title), "lead": .text(lead), "places": .list(places)])
  }

  /// A page that says what is not there, and why.
  public func missing(_ title: String, lead: String) -> [UInt8] {
    page("missing", ["title": .text(title), "lead": .text(lead)])
  }

  func page(_ template: String, _ fields: Fields) -> [UInt8] {
    var bytes: [UInt8] = []
    do throws(TemplateFault) {
      try templates.render(template, .record(fields), into: &bytes)
    } catch {
      // The templates and their values are both ours, and tests render each of them.
      bytes = Array(error.diagnostic.message.utf8)
    }
    return bytes
  }
}
