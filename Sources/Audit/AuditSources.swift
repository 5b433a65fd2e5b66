public import Diagnostics

/// What the audit holds an edition against: the files of a publication, read anew.
public struct AuditSources: Sendable {
  /// `publication.yml`.
  public var policy: [UInt8]
  /// The paths of the briefings, sorted.
  public var paths: [String]
  /// The files of the theme by audience, the built-in ones and the publication's own.
  public var themes: [String: [(path: String, bytes: [UInt8])]]
  /// `audit.yml`, with exceptions; nil where there is none.
  public var exceptions: [UInt8]?
  /// Reads a briefing or a picture.
  public var read: @Sendable (String) -> AuditedSource

  /// These files.
  public init(
    policy: [UInt8], paths: [String], themes: [String: [(path: String, bytes: [UInt8])]],
    exceptions: [UInt8]? = nil, read: @escaping @Sendable (String) -> AuditedSource
  ) {
    self.policy = policy
    self.paths = paths.sortedInBytes(by: \.self)
    self.themes = themes
    self.exceptions = exceptions
    self.read = read
  }
}

/// What the audit finds where a source should be.
public enum AuditedSource: Sendable {
  /// A file with these bytes.
  case read([UInt8])
  /// Nothing.
  case missing
  /// Something that cannot be read.
  case unreadable
  /// Another file than the one that the editions were built of.
  case changed

  /// The code of what is said of a source that changed.
  public static let changeCode = "audit/source-changed"

  /// What is said of a source at `path` that changed.
  public static func changeFinding(at path: String) -> Diagnostic {
    Diagnostic(
      changeCode, at: Place(path), "a source that changed while it was built",
      help: "build again, when nothing writes to it")
  }
}

/// A built edition, to be read file by file.
public struct AuditedEdition: Sendable {
  /// Whose it is.
  public var audience: String
  /// The paths of all its files, sorted.
  public var paths: [String]
  /// Reads one of them; nil where it cannot be read.
  public var read: @Sendable (String) -> [UInt8]?
  /// What was found in its folder that is no file.
  var strays: [Stray] = []

  /// An edition of these files.
  public init(
    audience: String, paths: [String], read: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.audience = audience
    self.paths = paths.sortedInBytes(by: \.self)
    self.read = read
  }
}

/// Lends its threads: whoever audits says how many things happen at once.
public protocol AuditCrew: Sendable {
  /// The results of `work` on each element, in the elements' order whatever thread did which.
  func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ work: @Sendable (Element) -> Result
  ) -> [Result]
}
