public import Calendar

/// What the editions were built from, as bytes: the audit reads it again by itself.
public struct AuditSources: Sendable {
  /// A source file.
  public struct File: Sendable {
    /// Path relative to the publication's folder, with `/` between its parts.
    public var path: String
    /// The whole content.
    public var bytes: [UInt8]

    /// A file with this content.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// `publication.yml`.
  public var policy: [UInt8]
  /// The briefings.
  public var briefings: [File]
  /// The day that the editions were built for.
  public var asOf: Day
  /// Whether drafts were let through.
  public var drafts: Bool
  /// `audit-exceptions.yml`, where there is one.
  public var exceptions: [UInt8]?
  /// Templates, words, styles and scripts: what they say is no secret.
  public var theme: [[UInt8]]

  /// These sources.
  public init(
    policy: [UInt8], briefings: [File], asOf: Day, drafts: Bool = false, exceptions: [UInt8]? = nil,
    theme: [[UInt8]] = []
  ) {
    self.policy = policy
    self.briefings = briefings
    self.asOf = asOf
    self.drafts = drafts
    self.exceptions = exceptions
    self.theme = theme
  }
}
