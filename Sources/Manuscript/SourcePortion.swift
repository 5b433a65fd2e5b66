public import Marking

/// A portion of a briefing as its author is told about it: where it stands, its label, and the rule
/// that gave it.
///
/// Who reads it is not decided here; the door says so (`Account`), by its number.
public struct SourcePortion: Sendable {
  /// Its number in the briefing, from 1.
  public var number: Int
  /// What it is: `paragraph`, `list item`, `threat.actor`, `advice.2.do`.
  public var name: String
  /// Its line in the file, counted from 1.
  public var line: Int
  /// Who may read it, everything around it joined in.
  public var label: Label
  /// Which rule gave the label.
  public var rule: LabelRule
  /// Its own mark as written, where it has one.
  public var written: Label?
  /// Its text at full classification.
  public var text: String
  /// The audiences that tailoring leaves it to; nil for all.
  public var audiences: Set<String>?
  /// The ground that is given for withholding it.
  public var ground: String?
  /// The versions that it stands in, outermost first.
  public var versions: [Version]
  /// The marked spans in its text, in their order, inner ones behind outer ones.
  public var spans: [Span]

  /// A place among versions, of a container or of a field.
  public struct Version: Hashable, Sendable {
    /// The number of the container or field, among those that have versions.
    public var group: Int
    /// The version's line in the file, counted from 1.
    public var line: Int
  }

  /// An inline mark.
  public struct Span: Sendable {
    /// Its number in the briefing.
    public var number: Int
    /// The label that it works with there.
    public var label: Label
    /// Its mark as written.
    public var written: Label
    /// What it marks, at full classification.
    public var text: String
    /// What others read instead.
    public var substitute: String?
  }
}
