/// The findings of a run, collected in any order and read in a fixed one.
public struct Findings: Sendable {
  private var found: [Diagnostic] = []

  /// No findings.
  public init() {}

  /// These findings.
  public init(_ diagnostics: [Diagnostic]) { found = diagnostics }

  /// Adds one.
  public mutating func add(_ diagnostic: Diagnostic) { found.append(diagnostic) }

  /// Adds all of another collection.
  public mutating func add(contentsOf other: Findings) { found += other.found }

  /// Takes out what is for information alone.
  public mutating func removeNotes() { found.removeAll { $0.severity == .note } }

  /// Whether one of them stops the build.
  public var hasErrors: Bool { found.contains { $0.severity == .error } }

  /// How many there are, each counted as often as it was added.
  public var count: Int { found.count }

  /// Whether there are none.
  public var isEmpty: Bool { found.isEmpty }

  /// All of them, each once, by file, line and column.
  public var sorted: [Diagnostic] {
    var result: [Diagnostic] = []
    for diagnostic in found.sorted() where result.last != diagnostic {
      result.append(diagnostic)
    }
    return result
  }
}
