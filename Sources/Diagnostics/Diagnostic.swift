/// One finding about what an author wrote: what is wrong, where, and what to do about it.
///
/// A finding is a value, never a thrown error: a run reports all of them. Its message may quote a
/// mark or a key but never a sentence of the source, because logs are read by more people than the
/// briefing is; the source line goes into `excerpt`, which writers show on a terminal alone.
public struct Diagnostic: Hashable, Sendable, Codable {
  /// How much a finding weighs.
  public enum Severity: String, Hashable, Sendable, Codable, CaseIterable {
    /// For information; never changes an exit status.
    case note
    /// Probably not meant; counts as an error under `--strict`.
    case warning
    /// Stops the build.
    case error
  }

  /// The stable code, `area/what`, by which documentation and exceptions name it.
  public var code: String
  /// How much it weighs.
  public var severity: Severity
  /// Where it is.
  public var place: Place
  /// What is wrong, in one sentence without a capital or a full stop.
  public var message: String
  /// What to do, in one sentence.
  public var help: String?
  /// The line of the source that it is about; for a terminal alone.
  public var excerpt: String?
  /// Other places that belong to it: where a key stands first, what else a banner does not cover.
  public var related: [Place]

  /// A finding.
  public init(
    _ code: String, _ severity: Severity = .error, at place: Place, _ message: String,
    help: String? = nil, excerpt: String? = nil, related: [Place] = []
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.message = message
    self.help = help
    self.excerpt = excerpt
    self.related = related
  }
}

extension Diagnostic {
  /// Whether it says that there is no publication, and so nothing that could be withheld.
  var isOfNoPublication: Bool { code == "publication/missing" }

  /// The finding with its place and code alone, for a run that is limited to an audience.
  public var terse: Diagnostic {
    isOfNoPublication
      ? self : Diagnostic(code, severity, at: Place(place.file, line: place.line), code)
  }
}

extension Diagnostic: Comparable {
  /// Orders by place, then with the gravest first, then by code and message, so that a list of
  /// findings is the same whatever order they were found in.
  public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    if a.place != b.place { return a.place < b.place }
    if a.severity != b.severity { return a.severity.weight > b.severity.weight }
    if a.code != b.code { return a.code < b.code }
    return a.message < b.message
  }
}

extension Diagnostic.Severity {
  /// 0 for a note, 1 for a warning, 2 for an error.
  public var weight: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
