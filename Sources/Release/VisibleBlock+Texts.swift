internal import Markdown

extension VisibleBlock {
  /// The block with every text in it that is inline Markdown replaced; `change` is told whether a text
  /// has lines of its own, which could begin a block.
  func mapTexts(_ change: ([UInt8], _ hasLines: Bool) -> [UInt8]) -> VisibleBlock {
    var result = self
    switch kind {
    case .paragraph(let text): result.kind = .paragraph(change(text, true))
    case .heading(let level, let setext, let text):
      result.kind = .heading(level: level, setext: setext, change(text, setext))
    case .list(let ordered, let marker, var items):
      for index in items.indices {
        items[index].blocks = items[index].blocks.map { $0.mapTexts(change) }
      }
      result.kind = .list(ordered: ordered, marker: marker, items)
    case .quote(let blocks): result.kind = .quote(blocks.map { $0.mapTexts(change) })
    case .footnote(let written, let folded, let blocks):
      result.kind = .footnote(
        written: written, folded: folded, blocks.map { $0.mapTexts(change) })
    case .table(var table):
      for index in table.header.indices where !table.header[index].isToken {
        table.header[index].text = change(table.header[index].text, false)
      }
      for row in table.rows.indices {
        for cell in table.rows[row].cells.indices where !table.rows[row].cells[cell].isToken {
          table.rows[row].cells[cell].text = change(
            table.rows[row].cells[cell].text, false)
        }
      }
      result.kind = .table(table)
    case .code, .thematicBreak, .definition, .token: break
    }
    return result
  }

  /// Whether a byte stands in one of its texts.
  func hasText(with byte: UInt8) -> Bool {
    switch kind {
    case .paragraph(let text), .heading(_, _, let text): text.has(byte)
    case .list(_, _, let items):
      items.contains { $0.blocks.contains { $0.hasText(with: byte) } }
    case .quote(let blocks), .footnote(_, _, let blocks):
      blocks.contains { $0.hasText(with: byte) }
    case .table(let table):
      table.header.contains { $0.text.has(byte) }
        || table.rows.contains { $0.cells.contains { $0.text.has(byte) } }
    case .code, .thematicBreak, .definition, .token: false
    }
  }

  /// Every text in it that is inline Markdown; those of footnotes are left out on request.
  func texts(inFootnotes: Bool = true) -> [[UInt8]] {
    switch kind {
    case .paragraph(let text), .heading(_, _, let text): [text]
    case .list(_, _, let items):
      items.flatMap { $0.blocks.flatMap { $0.texts(inFootnotes: inFootnotes) } }
    case .quote(let blocks): blocks.flatMap { $0.texts(inFootnotes: inFootnotes) }
    case .footnote(_, _, let blocks):
      inFootnotes ? blocks.flatMap { $0.texts(inFootnotes: inFootnotes) } : []
    case .table(let table):
      table.header.map(\.text) + table.rows.flatMap { $0.cells.map(\.text) }
    case .code, .thematicBreak, .definition, .token: []
    }
  }
}
