public import Marking

/// A piece of a body: a block, or a container with pieces of its own.
public enum BodyPart: Sendable {
  case block(Block)
  case container(Container)
}

/// What stands between `:::` and its end, in one or more versions.
public struct Container: Sendable {
  /// The line that opens it, counted from 1.
  public var line: Int
  /// The audiences it is for; nil for all.
  public var audiences: [String]?
  /// The ground that it names, its own or that of a container around it.
  public var ground: String?
  /// Its versions, first the one that the opening line begins. One, unless there are tear lines.
  public var versions: [Version]

  /// A version: the text for readers cleared for its label and for none before it.
  public struct Version: Sendable {
    /// The line that begins it, counted from 1.
    public var line: Int
    /// Who may read it, the containers around the whole joined in; nil where the container only
    /// tailors.
    public var label: Label?
    /// What is in it.
    public var parts: [BodyPart]
  }
}

/// The body of a briefing.
public struct Body: Sendable {
  /// Its blocks and containers in their order.
  public var parts: [BodyPart] = []

  /// An empty body.
  public init() {}
}
