/// How a publication is marked, in figures and places: for whoever watches over its marks.
public struct MarkStatistics: Sendable {
  /// The day for which labels were read.
  public var asOf: String
  /// How many briefings there are.
  public var briefings: Int
  /// How many portions carry each label; labels in the order of the policy's ladder.
  public var labels: [Count]
  /// How many portions got their label by each rule.
  public var rules: [Count]
  /// How many portions in containers above the lowest level have each ground; `none` last.
  public var grounds: [Count]
  /// How much each folder of briefings marks above the lowest level. A briefing names no author;
  /// a folder for each author or desk tells them apart.
  public var folders: [Folder]
  /// The lowest level's mark.
  public var lowest: String
  /// Portions that may be marked too high, by place.
  public var candidates: [Candidate]
  /// What becomes less restricted within a year, by date.
  public var changes: [Change]

  /// How often something is there.
  public struct Count: Sendable {
    /// What is counted.
    public var name: String
    /// How often it is there.
    public var count: Int
  }

  /// The briefings of one folder.
  public struct Folder: Sendable {
    /// Its path, relative to the publication.
    public var path: String
    /// How many briefings are in it.
    public var briefings: Int
    /// How many portions they have.
    public var portions: Int
    /// How many of these are above the lowest level.
    public var restricted: Int
  }

  /// A portion that may be marked too high.
  public struct Candidate: Sendable {
    /// The briefing's path.
    public var path: String
    /// The portion's line, counted from 1.
    public var line: Int
    /// What it is.
    public var name: String
    /// Its label.
    public var label: String
    /// Why it is worth a look.
    public var reason: String
  }

  /// A day on which something of a briefing becomes less restricted.
  public struct Change: Sendable {
    /// The day.
    public var date: String
    /// The briefing's path.
    public var path: String
    /// What happens: `S becomes R`, `embargo ends for public`.
    public var what: String
    /// How many portions it is about.
    public var portions: Int
  }
}
