/// Writes findings as workflow commands, which GitHub shows beside the lines of a change.
///
/// The form is that of "Workflow commands for GitHub Actions": `%` and line ends are escaped
/// everywhere, `:` and `,` in properties too. Nothing of the source is in it: logs and annotations
/// are read by more people than the briefing is.
public enum GitHubReport {
  /// The findings, one a line.
  public static func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map(line).joined()
  }

  private static func line(_ diagnostic: Diagnostic) -> String {
    var properties = ["file=" + property(diagnostic.place.file)]
    if let line = diagnostic.place.line { properties.append("line=\(line)") }
    if let column = diagnostic.place.column { properties.append("col=\(column)") }
    properties.append("title=" + property(diagnostic.code))
    let related =
      diagnostic.related.isEmpty ? nil : "see also " + TextReport.places(diagnostic.related)
    let text = [diagnostic.message, diagnostic.help, related].compactMap(\.self)
      .joined(separator: "; ")
    return "::\(command(diagnostic.severity)) \(properties.joined(separator: ","))::\(data(text))\n"
  }

  private static func command(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
