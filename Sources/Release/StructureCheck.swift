internal import Markdown

/// Compares the Markdown that was written with the blocks it was written from.
///
/// The door decides on blocks; readers get Markdown. If a reader of the Markdown would see other
/// blocks, then a substitute or a missing mark has changed what the text is, and it is not let out.
struct StructureCheck {
  /// What a reader of Markdown sees of a block, and the line it came from.
  private struct Shape {
    var kind: Kind
    var line: Int
  }

  private enum Kind: Equatable {
    case paragraph, thematicBreak, html, quote, footnote
    case heading(level: Int)
    /// Lines that are not empty.
    case code(lines: Int)
    case list(ordered: Bool)
    case item(isTask: Bool)
    case table(columns: Int, rows: Int)
  }

  /// The line in the source of the first block that reads as something else; nil where all is well.
  static func firstBrokenLine(_ blocks: [VisibleBlock], written: [UInt8]) -> Int? {
    var wanted: [Shape] = []
    collect(MarkdownWriter.joiningLists(blocks), &wanted)
    var found: [Shape] = []
    for node in Parser.parse(written, inlines: false).children { collect(node, &found) }
    for (index, shape) in wanted.enumerated()
    where index >= found.count || found[index].kind != shape.kind {
      return shape.line
    }
    return found.count > wanted.count ? blocks.last?.line ?? 1 : nil
  }

  private static func collect(_ blocks: [VisibleBlock], _ shapes: inout [Shape]) {
    var footnotes: [VisibleBlock] = []
    for block in blocks {
      func add(_ kind: Kind) { shapes.append(Shape(kind: kind, line: block.line)) }
      switch block.kind {
      case .paragraph, .token: add(.paragraph)
      case .heading(let level, _, _): add(.heading(level: level))
      case .code(_, let text): add(.code(lines: lines(in: text)))
      case .thematicBreak: add(.thematicBreak)
      case .list(let ordered, _, let items):
        add(.list(ordered: ordered))
        for item in items {
          shapes.append(Shape(kind: .item(isTask: item.task != nil), line: block.line))
          collect(MarkdownWriter.joiningLists(item.blocks), &shapes)
        }
      case .quote(let inner):
        add(.quote)
        collect(MarkdownWriter.joiningLists(inner), &shapes)
      case .table(let table):
        add(.table(columns: table.header.count, rows: table.rows.count))
      case .footnote: footnotes.append(block)
      case .definition: break
      }
    }
    // The parser puts footnotes last, in the order of their references: only their number is sure.
    for footnote in footnotes { shapes.append(Shape(kind: .footnote, line: footnote.line)) }
  }

  private static func collect(_ node: Node, _ shapes: inout [Shape]) {
    func add(_ kind: Kind) { shapes.append(Shape(kind: kind, line: 0)) }
    switch node.kind {
    case .paragraph: add(.paragraph)
    case .heading(let level): add(.heading(level: level))
    case .code(_, let text, _): add(.code(lines: lines(in: text.utf8)))
    case .thematicBreak: add(.thematicBreak)
    case .htmlBlock: add(.html)
    case .list(let style):
      add(.list(ordered: style.ordered))
      for child in node.children { collect(child, &shapes) }
    case .item(let task):
      add(.item(isTask: task != nil))
      for child in node.children { collect(child, &shapes) }
    case .quote:
      add(.quote)
      for child in node.children { collect(child, &shapes) }
    case .table(let alignments):
      add(.table(columns: alignments.count, rows: node.children.count - 1))
    case .footnote: add(.footnote)
    default: break
    }
  }

  /// How many lines are not empty.
  private static func lines(in text: some Sequence<UInt8>) -> Int {
    var count = 0
    var isEmpty = true
    for byte in text {
      if byte != 0x0A, isEmpty { count += 1 }
      isEmpty = byte == 0x0A
    }
    return count
  }
}
