/// The rule that gave a portion its label, in words that an author knows.
public struct LabelRule: Hashable, Sendable {
  /// The rules of section 2 of the marking language, the enclosing things told apart.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case ownMark = "own mark"
    case container
    case tearVersion = "tear version"
    case listItem = "list item"
    case footnote
    case row
    case column
    case rowAndColumn = "row and column"
    /// `marking:` of a mapping in the front matter.
    case mapping = "marking"
    case unmarked
    /// `unmarked:`, joined with the marks of the headings above.
    case heading
    case classification
  }

  /// The rule.
  public var kind: Kind
  /// Where the thing stands whose label was taken, counted from 1; nil for the portion itself and
  /// for what holds for the whole document.
  public var line: Int?

  /// A rule.
  public init(_ kind: Kind, line: Int? = nil) {
    self.kind = kind
    self.line = line
  }
}
