/// Writes findings as compilers do: `file:line:column: error: message [code]`, then `help:`, each on a
/// line of its own whatever an author wrote.
public struct TextReport: Sendable {
  /// Whether the source's lines are shown, which only a terminal should see.
  public var excerpts: Bool
  /// Whether colours are used.
  public var color: Bool
  /// Whether only file, line and code are given, for a run whose log must name nothing.
  public var terse: Bool

  /// A report of this form.
  public init(excerpts: Bool = false, color: Bool = false, terse: Bool = false) {
    self.excerpts = excerpts
    self.color = color
    self.terse = terse
  }

  /// The findings as text, a line end behind each line.
  public func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(text).joined()
  }

  private func text(_ diagnostic: Diagnostic) -> String {
    let severity = styled(diagnostic.severity.rawValue, severityStyle(diagnostic.severity))
    if terse, !diagnostic.isOfNoPublication {
      let place = Place(diagnostic.place.file, line: diagnostic.place.line)
      return "\(place.description.visible): \(severity): [\(diagnostic.code)]\n"
    }
    var result = styled(diagnostic.place.description.visible, "1") + ": \(severity): "
    result += "\(diagnostic.message.visible) [\(diagnostic.code)]\n"
    if excerpts, let excerpt = diagnostic.excerpt {
      result += "  | \(excerpt.visible)\n"
      if let column = diagnostic.place.column {
        result += "  | " + String(repeating: " ", count: column - 1) + styled("^", "32;1") + "\n"
      }
    }
    if let help = diagnostic.help { result += "  help: \(help.visible)\n" }
    if !diagnostic.related.isEmpty { result += "  see also: \(Self.places(diagnostic.related))\n" }
    return result
  }

  /// The first few of some places, and how many more there are.
  static func places(_ places: [Place]) -> String {
    let shown = places.prefix(5).map(\.description.visible).joined(separator: ", ")
    return places.count > 5 ? shown + " and \(places.count - 5) more" : shown
  }

  private func severityStyle(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "31;1"
    case .warning: "33;1"
    case .note: "36;1"
    }
  }

  private func styled(_ text: String, _ style: String) -> String {
    color ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
  }

  /// `2 errors, 1 warning`; nil where there is neither.
  public static func summary(_ diagnostics: [Diagnostic]) -> String? {
    func counted(_ severity: Diagnostic.Severity) -> String? {
      let count = diagnostics.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    let parts = [counted(.error), counted(.warning)].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
