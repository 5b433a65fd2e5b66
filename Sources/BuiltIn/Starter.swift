/// A policy and an example briefing with which a new publication begins.
public struct Starter: Sendable {
  /// Its name on the command line.
  public let name: String
  /// The text of `publication.yml`.
  public let policy: [UInt8]
  /// The text of an example briefing; its id and date are to be replaced.
  public let briefing: [UInt8]

  /// The starters that there are; the first is the default.
  public static let all = [
    Starter(name: "virbi", policy: PackageResources.virbi_yml, briefing: PackageResources.virbi_md),
    Starter(name: "tlp", policy: PackageResources.tlp_yml, briefing: PackageResources.tlp_md),
    Starter(name: "nato", policy: PackageResources.nato_yml, briefing: PackageResources.nato_md),
  ]

  /// The id that stands in the example briefings.
  public static let placeholderID = "TA-2026-0000"
  /// The day that stands in the example briefings.
  public static let placeholderDay = "2026-01-01"
}
