/// A block of Markdown with the source it was read from, freed of the marks of what is around it.
///
/// The structure is the one that cmark-gfm reports; the text is the author's, byte for byte but
/// for the white space that Markdown does not count.
public struct SourceBlock: Sendable {
  /// What it is.
  public var kind: Kind
  /// The first line, counted from 0 in the text that was parsed.
  public var line: Int
  /// Whether a blank line stands between this block and the one before it in the same parent.
  public var followsBlank = false

  /// The kinds of block.
  public indirect enum Kind: Sendable {
    case paragraph([SourceLine])
    case heading(level: Int, setext: Bool, [SourceLine])
    /// A code block: the fence's line, its info string and the content's lines.
    case code(info: String, lines: [SourceLine], fenced: Bool, closed: Bool)
    case thematicBreak
    case html
    /// An item that the parser takes for a task, or whose text it cuts, for what stands further down in it.
    case misreadTask
    case list(ordered: Bool, marker: UInt8, items: [SourceItem])
    case quote([SourceBlock])
    case table(SourceTable)
    case footnote(label: String, indented: Bool, [SourceBlock])
    /// Link reference definitions: lines that belong to no block.
    case definitions([SourceLine])
  }

  init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }
}

/// An item of a list.
public struct SourceItem: Sendable {
  /// Its first line.
  public var line: Int
  /// The state of its box, in a task list.
  public var task: Bool?
  /// Whether a blank line stands between this item and the one before it.
  public var followsBlank: Bool
  /// What is in it.
  public var blocks: [SourceBlock]
}

/// A table: its cells as written, without the bars around them and with `\|` read as `|`.
public struct SourceTable: Sendable {
  /// How the columns are aligned.
  public var alignments: [Node.Alignment]
  /// The header cells.
  public var header: SourceRow
  /// The other rows.
  public var rows: [SourceRow]
  /// Whether a bar stands in front of the first header cell.
  public var opensWithBar: Bool
}

/// A row of a table.
public struct SourceRow: Sendable {
  /// Its line.
  public var line: Int
  /// Its cells; as many as the table has columns unless the author miscounted.
  public var cells: [[UInt8]]
}
