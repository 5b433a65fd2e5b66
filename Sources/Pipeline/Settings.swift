public import Calendar

/// What a run was asked to do, whatever the command.
public struct Settings: Sendable {
  /// The publication's folder.
  public var root: String
  /// The day for which it is read.
  public var asOf: Day
  /// How many threads work at once.
  public var jobs: Int
  /// Whether drafts are let through, for a preview.
  public var drafts: Bool

  /// These settings.
  public init(root: String, asOf: Day, jobs: Int, drafts: Bool = false) {
    self.root = root
    self.asOf = asOf
    self.jobs = jobs
    self.drafts = drafts
  }
}
