/// A node of a parsed Markdown document, as a plain value.
public struct Node: Sendable {
  /// What it is.
  public var kind: Kind
  /// What is in it.
  public var children: [Node]
  /// The lines that a block covers, counted from 0, the end excluded. Empty for inlines.
  public var lines: Range<Int>
  /// The byte column at which a block starts on its first line, counted from 0.
  public var column: Int

  /// A node.
  public init(_ kind: Kind, children: [Node] = [], lines: Range<Int> = 0..<0, column: Int = 0) {
    self.kind = kind
    self.children = children
    self.lines = lines
    self.column = column
  }

  /// The kinds of block and inline of CommonMark 0.29 with GitHub's tables, task lists and
  /// footnotes. Bare addresses and `~~` stay text: those extensions are not safe to attach.
  public enum Kind: Hashable, Sendable {
    case document, quote, item(task: Bool?), paragraph, heading(Int), thematicBreak
    case list(ListStyle)
    /// A code block, its info string and its text.
    case code(info: String, text: String, fenced: Bool)
    case htmlBlock(String)
    case table([Alignment])
    case row(header: Bool)
    case cell
    /// A footnote, numbered from 1 in the order of first reference.
    case footnote(number: Int)
    case text(String)
    case codeSpan(String)
    case inlineHTML(String)
    case softBreak, lineBreak, emphasis, strong
    case link(url: String, title: String)
    case image(url: String, title: String)
    /// A reference to the footnote of that number.
    case footnoteReference(Int)
  }

  /// How a list looks.
  public struct ListStyle: Hashable, Sendable {
    /// Whether it is numbered.
    public var ordered: Bool
    /// Its first number.
    public var start: Int
    /// Whether its items are set without space between them.
    public var tight: Bool
  }

  /// How the text of a table's column is aligned.
  public enum Alignment: Hashable, Sendable { case none, left, center, right }
}

extension Node {
  /// The text of the node and all that is in it, without any markup; a break is a space.
  public var plainText: String {
    var result = ""
    appendPlainText(to: &result, lineBreak: " ", hasNotes: false)
    return result
  }

  /// The same as somebody reads it who has the notes below it: with their numbers, and with `lineBreak`
  /// for the breaks that are wanted.
  func textWithNotes(lineBreak: String = " ") -> String {
    var result = ""
    appendPlainText(to: &result, lineBreak: lineBreak, hasNotes: true)
    return result
  }

  private func appendPlainText(to result: inout String, lineBreak: String, hasNotes: Bool) {
    switch kind {
    case .text(let text), .codeSpan(let text): result += text
    case .code(_, let text, _): result += text
    case .softBreak: result += " "
    case .lineBreak: result += lineBreak
    // The one tag that there is stands in cells, where no line can end.
    case .inlineHTML: result += " "
    case .footnoteReference(let number) where hasNotes: result += "[\(number)]"
    default:
      for child in children {
        child.appendPlainText(to: &result, lineBreak: lineBreak, hasNotes: hasNotes)
      }
    }
  }
}
