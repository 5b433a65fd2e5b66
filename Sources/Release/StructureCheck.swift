internal import Markdown

/// Compares the Markdown that was written with the blocks it was written from.
///
/// The door decides on blocks; readers get Markdown. If a reader of the Markdown would see other
/// blocks, then a substitute or a missing mark has changed what the text is, and it is not let out.
struct StructureCheck {
  /// What a reader of Markdown sees of a block, and the line it came from.
  private struct Shape: Equatable {
    var name: String
    var line: Int

    static func == (a: Shape, b: Shape) -> Bool { a.name == b.name }
  }

  /// The line in the source of the first block that reads as something else; nil where all is well.
  static func firstBrokenLine(_ blocks: [VisibleBlock], written: [UInt8]) -> Int? {
    var wanted: [Shape] = []
    collect(MarkdownWriter.joiningLists(blocks), &wanted)
    var found: [Shape] = []
    for node in Parser.parse(written, inlines: false).children { collect(node, &found) }
    for (index, shape) in wanted.enumerated() where index >= found.count || found[index] != shape {
      return shape.line
    }
    return found.count > wanted.count ? blocks.last?.line ?? 1 : nil
  }

  private static func collect(_ blocks: [VisibleBlock], _ shapes: inout [Shape]) {
    var footnotes: [VisibleBlock] = []
    for block in blocks {
      func add(_ name: String) { shapes.append(Shape(name: name, line: block.line)) }
      switch block.kind {
      case .paragraph, .token: add("paragraph")
      case .heading(let level, _, _): add("heading \(level)")
      case .code(_, let text): add("code \(text.split(separator: 0x0A).count)")
      case .thematicBreak: add("break")
      case .list(let ordered, _, let items):
        add("list \(ordered)")
        for item in items {
          shapes.append(Shape(name: "item \(item.task != nil)", line: block.line))
          collect(MarkdownWriter.joiningLists(item.blocks), &shapes)
        }
      case .quote(let inner):
        add("quote")
        collect(MarkdownWriter.joiningLists(inner), &shapes)
      case .table(let table): add("table \(table.header.count) \(table.rows.count)")
      case .footnote: footnotes.append(block)
      case .definition: break
      }
    }
    // The parser puts footnotes last, in the order of their references: only their number is sure.
    for footnote in footnotes { shapes.append(Shape(name: "footnote", line: footnote.line)) }
  }

  private static func collect(_ node: Node, _ shapes: inout [Shape]) {
    func add(_ name: String) { shapes.append(Shape(name: name, line: 0)) }
    switch node.kind {
    case .paragraph: add("paragraph")
    case .heading(let level): add("heading \(level)")
    case .code(_, let text, _): add("code \(text.utf8.split(separator: 0x0A).count)")
    case .thematicBreak: add("break")
    case .htmlBlock: add("html")
    case .list(let style):
      add("list \(style.ordered)")
      for child in node.children { collect(child, &shapes) }
    case .item(let task):
      add("item \(task != nil)")
      for child in node.children { collect(child, &shapes) }
    case .quote:
      add("quote")
      for child in node.children { collect(child, &shapes) }
    case .table(let alignments): add("table \(alignments.count) \(node.children.count - 1)")
    case .footnote: add("footnote")
    default: break
    }
  }
}
