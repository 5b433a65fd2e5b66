public import Markdown
public import Marking

/// A block of a briefing's body with the label that it works with.
public struct Block: Sendable {
  /// What it is.
  public var kind: Kind
  /// Its line in the file, counted from 1.
  public var line: Int
  /// Who may read it, everything around it joined in.
  public var label: Label
  /// Which rule gave the label.
  public var origin: LabelOrigin
  /// Its own mark as written, where it has one.
  public var written: Label?
  /// Whether a blank line follows it; such a line belongs to the block before it.
  public var trailsBlank: Bool
  /// Its number among the portions, where they were numbered; 0 elsewhere.
  public var number = 0

  /// The kinds of block.
  public indirect enum Kind: Sendable {
    case paragraph(InlineText)
    case heading(level: Int, setext: Bool, InlineText)
    /// A code block: its info string, and its text, where inline marks may stand.
    case code(info: String, InlineText)
    case thematicBreak
    case list(ordered: Bool, marker: UInt8, [Item])
    case quote([Block])
    case table(Table)
    case footnote(Footnote)
    case definition(ReferenceDefinition)
  }
}

/// Which rule of the marking language gave a portion its label.
public enum LabelOrigin: String, Hashable, Sendable, Codable {
  /// Its own mark.
  case ownMark = "own mark"
  /// The innermost labelled thing around it.
  case enclosing
  /// The document's `unmarked:` label, and marked headings above it.
  case unmarked
  /// The document's classification.
  case classification
}

/// An item of a list, with all that is nested in it.
public struct Item: Sendable {
  /// Its line in the file, counted from 1.
  public var line: Int
  /// Who may read it.
  public var label: Label
  /// Which rule gave the label.
  public var origin: LabelOrigin
  /// The state of its box, in a task list.
  public var task: Bool?
  /// What is in it.
  public var blocks: [Block]
  /// Its own mark as written, where it has one.
  public var written: Label?
  /// Whether a blank line follows an item that has no blocks.
  public var trailsBlank: Bool
  /// Its number among the portions, where they were numbered; 0 elsewhere.
  public var number = 0
}

/// A footnote's definition, with all that is in it.
public struct Footnote: Sendable {
  /// The label as written, without the caret.
  public var writtenLabel: String
  /// The label, folded, by which references find it.
  public var foldedLabel: String
  /// What is in it.
  public var blocks: [Block]
}

/// A table.
public struct Table: Sendable {
  /// How the columns are aligned.
  public var alignments: [Node.Alignment]
  /// The columns: their header cells and labels.
  public var columns: [Cell]
  /// The other rows.
  public var rows: [Row]

  /// A row.
  public struct Row: Sendable {
    /// Its line in the file, counted from 1.
    public var line: Int
    /// Who may read it.
    public var label: Label
    /// Which rule gave the label.
    public var origin: LabelOrigin
    /// Its own mark as written, where it has one.
    public var written: Label?
    /// Its cells, as many as there are columns.
    public var cells: [Cell]
    /// Its number among the portions, where they were numbered; 0 elsewhere.
    public var number = 0
  }

  /// A cell. That of a header carries the label of its column.
  public struct Cell: Sendable {
    /// Who may read it; in the body joined with row and column.
    public var label: Label
    /// Which rule gave the label.
    public var origin: LabelOrigin
    /// Its own mark as written, where it has one.
    public var written: Label?
    /// Its text.
    public var text: InlineText
    /// Its number among the portions, where they were numbered; 0 elsewhere.
    public var number = 0
  }
}
