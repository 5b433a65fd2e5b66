internal import Diagnostics
internal import Markdown
internal import Marking

/// Turns the blocks of one run of Markdown into labelled blocks.
struct BlockReader {
  var body: BodyReader
  /// The line in the file, counted from 1, of line 0 of the run.
  let base: Int

  typealias Surroundings = BodyReader.Surroundings

  /// The blocks, labelled; headings among them change `around` for what follows.
  mutating func read(_ blocks: [SourceBlock], _ around: inout Surroundings) -> [Block] {
    var result: [Block] = []
    for (index, source) in blocks.enumerated() {
      if index > 0, source.followsBlank { markBlank(&result) }
      result += read(source, &around)
    }
    return result
  }

  /// A blank line belongs to the innermost block that stands before it.
  private func markBlank(_ blocks: inout [Block]) {
    guard let last = blocks.indices.last else { return }
    switch blocks[last].kind {
    case .list(let ordered, let marker, var items):
      markBlank(&items)
      blocks[last].kind = .list(ordered: ordered, marker: marker, items)
    default: blocks[last].trailsBlank = true
    }
  }

  private func markBlank(_ items: inout [Item]) {
    guard let last = items.indices.last else { return }
    if items[last].blocks.isEmpty {
      items[last].trailsBlank = true
    } else {
      markBlank(&items[last].blocks)
    }
  }

  private mutating func read(_ source: SourceBlock, _ around: inout Surroundings) -> [Block] {
    let line = base + source.line
    switch source.kind {
    case .paragraph(let lines): return [paragraph(lines, around, line)]
    case .heading(let level, let setext, let lines):
      return [heading(level, setext, lines, &around, line)]
    case .code(let info, let lines, let fenced, _):
      return [code(info, lines, fenced, around, line)]
    case .thematicBreak: return [block(.thematicBreak, around, line)]
    case .html:
      rawHTML(line)
      return []
    case .list(let ordered, let marker, let items):
      var read: [Item] = []
      for item in items {
        if item.followsBlank { markBlank(&read) }
        read.append(self.item(item, around))
      }
      return [block(.list(ordered: ordered, marker: marker, read), around, line)]
    case .quote(let blocks):
      var inner = around.inNewScope()
      inner.isNested = true
      return [block(.quote(read(blocks, &inner)), around, line)]
    case .table(let table): return [self.table(table, around, line)]
    case .footnote(let label, let indented, let blocks):
      return footnote(label, indented, blocks, around, line)
    case .definitions(let lines): return definitions(lines, around)
    }
  }

  private func block(_ kind: Block.Kind, _ around: Surroundings, _ line: Int) -> Block {
    let (label, origin) = body.defaultLabel(around)
    return Block(kind: kind, line: line, label: label, origin: origin, trailsBlank: false)
  }

  private mutating func paragraph(
    _ lines: [SourceLine], _ around: Surroundings, _ line: Int
  ) -> Block {
    let text = TextReader.Text(lines: lines, base: base)
    let reading = readText(text, as: .paragraph, around)
    let (label, origin) = self.label(reading.mark, around, line)
    return Block(
      kind: .paragraph(reading.text), line: line, label: label, origin: origin, trailsBlank: false)
  }

  private mutating func heading(
    _ level: Int, _ setext: Bool, _ lines: [SourceLine], _ around: inout Surroundings, _ line: Int
  ) -> Block {
    around.sections.removeAll { $0.level >= level }
    let text = TextReader.Text(lines: lines, base: base)
    let reading = readText(text, as: setext ? .setext(level) : .heading, around)
    let (label, origin) = self.label(reading.mark, around, line)
    around.sections.append((level, reading.mark?.label))
    return Block(
      kind: .heading(level: level, setext: setext, reading.text), line: line, label: label,
      origin: origin, trailsBlank: false)
  }

  private mutating func code(
    _ info: String, _ lines: [SourceLine], _ fenced: Bool, _ around: Surroundings, _ line: Int
  ) -> Block {
    if !fenced {
      body.add(
        "content/indented-code", .error, line, "indented code, in which marks do not work",
        "use a code fence, or fewer than four spaces")
    }
    var reader = TextReader(labels: body.labels)
    let text = reader.code(info: info, lines, base: base)
    take(&reader, text, around, isCode: true)
    return block(.code(info: info, text), around, line)
  }

  private mutating func item(_ source: SourceItem, _ around: Surroundings) -> Item {
    let line = base + source.line
    var blocks = source.blocks
    var mark: LabelReader.Reading?
    if let first = takeFirstMark(&blocks, around) { mark = first }
    let (label, origin) = self.label(mark, around, line)
    var inner = around.inNewScope().inside(label)
    let read = read(blocks, &inner)
    return Item(
      line: line, label: label, origin: origin, task: source.task, blocks: read,
      trailsBlank: false)
  }

  /// Takes the mark off the first text in an item, whatever block it opens: it is the item's.
  private mutating func takeFirstMark(
    _ blocks: inout [SourceBlock], _ around: Surroundings
  ) -> LabelReader.Reading? {
    guard let first = blocks.first else { return nil }
    let number = first.line
    switch first.kind {
    case .paragraph(var lines):
      let mark = takeMark(&lines, as: .item)
      blocks[0].kind = .paragraph(lines)
      return mark
    case .heading(let level, let setext, var lines):
      let mark = takeMark(&lines, as: setext ? .setext(level) : .heading)
      blocks[0].kind = .heading(level: level, setext: setext, lines)
      return mark
    case .quote(var inner) where inner.first?.line == number:
      let mark = takeFirstMark(&inner, around)
      blocks[0].kind = .quote(inner)
      return mark
    case .list(let ordered, let marker, var items) where items.first?.line == number:
      let mark = takeFirstMark(&items[0].blocks, around)
      blocks[0].kind = .list(ordered: ordered, marker: marker, items: items)
      return mark
    default: return nil
    }
  }

  private mutating func takeMark(
    _ lines: inout [SourceLine], as place: TextReader.Place
  ) -> LabelReader.Reading? {
    var reader = TextReader(labels: body.labels)
    let mark = reader.takeLeadingMark(&lines, as: place, base: base)
    report(&reader)
    return mark
  }

  private mutating func table(
    _ source: SourceTable, _ around: Surroundings, _ line: Int
  ) -> Block {
    let count = source.alignments.count
    let rows = source.rows.filter { hasWidth(count, $0) }
    guard count <= Limits.columns, hasWidth(count, source.header) else {
      if count > Limits.columns {
        body.add(
          "limit/columns", .error, line, "a table of \(count) columns; at most \(Limits.columns)",
          "split the table")
      }
      return block(.table(Table(alignments: [], columns: [], rows: [])), around, line)
    }
    var table = Table(alignments: source.alignments, columns: [], rows: [])
    for cell in source.header.cells {
      table.columns.append(self.cell(cell, .headerCell, around, base + source.header.line))
    }
    for row in rows {
      table.rows.append(self.row(row, table.columns, around))
    }
    return block(.table(table), around, line)
  }

  private mutating func hasWidth(_ count: Int, _ row: SourceRow) -> Bool {
    guard row.cells.count != count else { return true }
    body.add(
      "limit/table-width", .error, base + row.line,
      "a row of \(row.cells.count) cells in a table of \(count) columns",
      "give every row as many cells as the header; write a bar in a cell as '\\|'")
    return false
  }

  private mutating func row(
    _ source: SourceRow, _ columns: [Table.Cell], _ around: Surroundings
  ) -> Table.Row {
    let line = base + source.line
    var first = [SourceLine(number: source.line, bytes: (source.cells.first ?? [])[...])]
    let mark = takeMark(&first, as: .firstCell)
    let (label, origin) = self.label(mark, around, line)
    var row = Table.Row(line: line, label: label, origin: origin, cells: [])
    for (index, bytes) in source.cells.enumerated() {
      let content = index == 0 ? Array(first[0].bytes) : bytes
      let place: TextReader.Place = index == 0 ? .readCell : .cell
      var cell = self.cell(content, place, around, line)
      let crossing = label.joined(with: columns[index].label)
      if index == 0 || cell.origin != .ownMark {
        cell.label = crossing
      } else {
        cell.label = cell.label.joined(with: crossing)
      }
      row.cells.append(cell)
    }
    return row
  }

  private mutating func cell(
    _ bytes: [UInt8], _ place: TextReader.Place, _ around: Surroundings, _ line: Int
  ) -> Table.Cell {
    let source = SourceLine(number: line - base, bytes: bytes[...])
    let reading = readText(TextReader.Text(lines: [source], base: base), as: place, around)
    let (label, origin) = self.label(reading.mark, around, line)
    return Table.Cell(label: label, origin: origin, text: reading.text)
  }

  private mutating func footnote(
    _ label: String, _ indented: Bool, _ blocks: [SourceBlock], _ around: Surroundings, _ line: Int
  ) -> [Block] {
    if indented || around.isNested { misplacedDefinition(line) }
    body.definitions.define(
      .footnote, InlineScan.fold(label.utf8), scope: around.scope, line: line,
      path: body.path, findings: &body.findings)
    var blocks = blocks
    let mark = takeFirstMark(&blocks, around)
    let (joined, origin) = self.label(mark, around, line)
    var inner = around.inNewScope().inside(joined)
    let footnote = Footnote(
      writtenLabel: label, foldedLabel: InlineScan.fold(label.utf8), blocks: read(blocks, &inner))
    return [
      Block(
        kind: .footnote(footnote), line: line, label: joined, origin: origin, trailsBlank: false)
    ]
  }

  private mutating func definitions(
    _ lines: [SourceLine], _ around: Surroundings
  ) -> [Block] {
    var text: [UInt8] = []
    for line in lines {
      let isContinuation = !text.isEmpty && line.bytes.first != UInt8(ascii: "[")
      if line.bytes.first == 0x20, !isContinuation { misplacedDefinition(base + line.number) }
      text += line.bytes + [0x0A]
    }
    let (read, end) = ReferenceDefinition.read(text)
    let line = base + (lines.first?.number ?? 0)
    if end < text.count || around.isNested { misplacedDefinition(line) }
    return read.map { definition in
      let number = base + lines[min(definition.line, lines.count - 1)].number
      body.definitions.define(
        .link, definition.label, scope: around.scope, line: number, path: body.path,
        findings: &body.findings)
      var reader = TextReader(labels: body.labels)
      reader.checkDefinition(definition, line: number)
      report(&reader)
      var result = block(.definition(definition), around, number)
      result.trailsBlank = false
      return result
    }
  }

  /// The label of a portion with this mark, or without one.
  private mutating func label(
    _ mark: LabelReader.Reading?, _ around: Surroundings, _ line: Int
  ) -> (Label, LabelOrigin) {
    guard let mark else { return body.defaultLabel(around) }
    return body.ownLabel(mark, around, line: line)
  }

  private mutating func readText(
    _ text: TextReader.Text, as place: TextReader.Place, _ around: Surroundings
  ) -> (mark: LabelReader.Reading?, text: InlineText) {
    var reader = TextReader(labels: body.labels)
    let result = reader.read(text, as: place)
    take(&reader, result.text, around, isCode: false)
    return result
  }

  /// Takes over what a text's reading found, and the references that the text makes.
  private mutating func take(
    _ reader: inout TextReader, _ text: InlineText, _ around: Surroundings, isCode: Bool
  ) {
    for mark in text.allMarks {
      body.checkBanner(
        LabelReader.Reading(written: mark.written, label: mark.label), line: reader.line)
    }
    if !isCode { body.definitions.use(text, scope: around.scope, line: reader.line) }
    report(&reader)
  }

  private mutating func report(_ reader: inout TextReader) {
    for fault in reader.faults {
      body.findings.add(
        Diagnostic(
          fault.code, at: Place(body.path, line: fault.line, column: fault.column), fault.message,
          help: fault.help))
    }
    reader.faults = []
    body.images += reader.images.map { ImageReference(destination: $0, line: reader.line) }
    body.links += reader.links.map { BriefingLink(address: $0, line: reader.line) }
    reader.images = []
    reader.links = []
  }

  private mutating func rawHTML(_ line: Int) {
    body.add(
      "content/raw-html", .error, line, "raw HTML",
      "write it in Markdown, escape '<' as '\\<', or put notes into 'remarks'")
  }

  private mutating func misplacedDefinition(_ line: Int) {
    body.add(
      "marking/misplaced-definition", .error, line,
      "a definition that does not stand on its own at the first column",
      "put it at the first column, with a blank line before and after it")
  }
}
