/// What each audience gets of a briefing, portion by portion, in plain words.
public struct Explanation: Sendable {
  /// The briefing's path in the publication.
  public var path: String
  /// Its id.
  public var id: String
  /// Its language.
  public var language: String
  /// `draft`, `published` or `withdrawn`. A draft is explained as though it were published.
  public var status: String
  /// Its classification in force.
  public var classification: String
  /// The day for which its labels were read.
  public var asOf: String
  /// Its downgrades in force: the level as written, and the one that it stands for.
  public var downgrades: [Downgrade]
  /// The audiences, in the policy's order.
  public var audiences: [Audience]
  /// The portions, by line.
  public var portions: [Portion]

  /// An audience, and whether the briefing is in its edition.
  public struct Audience: Sendable {
    /// Its id.
    public var id: String
    /// Why the briefing is not in its edition; nil where it is.
    public var absence: String?
  }

  /// A downgrade in force.
  public struct Downgrade: Sendable {
    /// The level as written.
    public var from: String
    /// The level that it stands for.
    public var to: String
  }

  /// A portion.
  public struct Portion: Sendable {
    /// What it is: `paragraph`, `list item`, `threat.actor`, `advice.2.do`.
    public var name: String
    /// Its line in the file, counted from 1.
    public var line: Int
    /// Its label, everything around it joined in.
    public var label: String
    /// The rule that gave the label: `own mark`, `container`, `classification`.
    public var rule: String
    /// The line of the thing that gave the label, where it is another one.
    public var ruleLine: Int?
    /// Its own mark as written, where it has one.
    public var written: String?
    /// The ground for withholding it.
    public var ground: String?
    /// The audiences that tailoring leaves it to; nil for all.
    public var tailoredTo: [String]?
    /// Its text at full classification.
    public var text: String
    /// What each audience gets, in their order.
    public var outcomes: [Outcome]
    /// The marked spans in it.
    public var spans: [Span]
  }

  /// What an audience gets of a portion.
  public enum Outcome: Hashable, Sendable {
    /// All of its text, in released Markdown.
    case reads(String)
    /// Its text with substitutes in it.
    case substitute(String)
    /// Its text with tokens in it.
    case partly(String)
    /// The version on that line in its place.
    case version(line: Int)
    /// A token.
    case token(because: String)
    /// Nothing.
    case nothing(because: String)
  }

  /// A marked span in a text.
  public struct Span: Sendable {
    /// Its label.
    public var label: String
    /// What it marks.
    public var text: String
    /// What others read instead.
    public var substitute: String?
    /// What each audience gets in its place, in their order: `text`, `substitute`, `token`, or
    /// nil where it gets nothing of the span.
    public var outcomes: [String?]
  }
}
