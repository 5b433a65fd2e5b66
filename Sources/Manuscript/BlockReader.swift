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
      if index > 0, !source.followsBlank, case .definitions = blocks[index - 1].kind {
        misplacedDefinition(base + source.line)
      }
      result += read(source, &around)
    }
    return result
  }

  /// A blank line belongs to the innermost block that stands before it.
  func markBlank(_ blocks: inout [Block]) {
    guard let last = blocks.indices.last else { return }
    switch blocks[last].kind {
    case .list(let ordered, let marker, var items):
      markBlank(&items)
      blocks[last].kind = .list(ordered: ordered, marker: marker, items)
    default: blocks[last].trailsBlank = true
    }
  }

  func markBlank(_ items: inout [Item]) {
    guard let last = items.indices.last else { return }
    if items[last].blocks.isEmpty {
      items[last].trailsBlank = true
    } else {
      markBlank(&items[last].blocks)
    }
  }

  mutating func read(_ source: SourceBlock, _ around: inout Surroundings) -> [Block] {
    let line = base + source.line
    switch source.kind {
    case .paragraph(let lines): return [paragraph(lines, around, line)]
    case .heading(let level, let setext, let lines):
      return [heading(level, setext, lines, &around, line)]
    case .code(let info, let lines, let fenced, let closed):
      // Where the document's own code may be left open, its reader says.
      if fenced, !closed, around.isNested { body.unclosedCode(line) }
      return [code(info, lines, fenced, around, line)]
    case .thematicBreak: return [block(.thematicBreak, around, line)]
    case .html:
      rawHTML(line)
      return []
    case .misreadTask:
      misreadTask(line)
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
      // First, so that what is collected of the body is not copied for each quote.
      let quoted = read(blocks, &inner)
      return [block(.quote(quoted), around, line)]
    case .table(let table): return [self.table(table, around, line)]
    case .footnote(let label, let indented, let blocks):
      return footnote(label, indented, blocks, around, line)
    case .definitions(let lines): return definitions(lines, around)
    }
  }

  func block(_ kind: Block.Kind, _ around: Surroundings, _ line: Int) -> Block {
    let (label, origin) = body.defaultLabel(around)
    return Block(kind: kind, line: line, label: label, origin: origin, trailsBlank: false)
  }

  mutating func paragraph(
    _ lines: [SourceLine], _ around: Surroundings, _ line: Int
  ) -> Block {
    let text = TextReader.Text(lines: lines, base: base)
    let reading = readText(text, as: .paragraph, around)
    let (label, origin) = self.label(reading.mark, around, line)
    return Block(
      kind: .paragraph(reading.text), line: line, label: label, origin: origin,
      written: reading.mark?.written, trailsBlank: false)
  }

  mutating func heading(
    _ level: Int, _ setext: Bool, _ lines: [SourceLine], _ around: inout Surroundings, _ line: Int
  ) -> Block {
    around.sections.removeAll { $0.level >= level }
    let text = TextReader.Text(lines: lines, base: base)
    let reading = readText(text, as: setext ? .setext(level) : .heading, around)
    let (label, origin) = self.label(reading.mark, around, line)
    around.sections.append((level, reading.mark?.label))
    return Block(
      kind: .heading(level: level, setext: setext, reading.text), line: line, label: label,
      origin: origin, written: reading.mark?.written, trailsBlank: false)
  }

  mutating func code(
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

  mutating func item(_ source: SourceItem, _ around: Surroundings) -> Item {
    let line = base + source.line
    var blocks = source.blocks
    var mark: LabelReader.Reading?
    if let first = takeFirstMark(&blocks, around) { mark = first }
    let (label, origin) = self.label(mark, around, line)
    var inner = around.inNewScope().inside(label, isMarked: mark != nil)
    let read = read(blocks, &inner)
    return Item(
      line: line, label: label, origin: origin, task: source.task, blocks: read,
      written: mark?.written, trailsBlank: false)
  }

  /// Takes the mark off the first text in an item, whatever block it opens: it is the item's.
  mutating func takeFirstMark(
    _ blocks: inout [SourceBlock], _ around: Surroundings
  ) -> LabelReader.Reading? {
    guard let first = blocks.first else { return nil }
    switch first.kind {
    case .paragraph(var lines):
      let mark = takeMark(&lines, as: .item)
      blocks[0].kind = .paragraph(lines)
      return mark
    case .heading(let level, let setext, var lines):
      let mark = takeMark(&lines, as: setext ? .setext(level) : .heading)
      blocks[0].kind = .heading(level: level, setext: setext, lines)
      return mark
    case .quote(var inner):
      let mark = takeFirstMark(&inner, around)
      blocks[0].kind = .quote(inner)
      return mark
    case .table(let table):
      refuseMark(inFrontOf: table, base + first.line)
      return nil
    case .list(let ordered, let marker, var items) where !items.isEmpty:
      let mark = takeFirstMark(&items[0].blocks, around)
      blocks[0].kind = .list(ordered: ordered, marker: marker, items: items)
      return mark
    default: return nil
    }
  }

  mutating func takeMark(
    _ lines: inout [SourceLine], as place: TextReader.Place
  ) -> LabelReader.Reading? {
    var reader = TextReader(labels: body.labels)
    let mark = reader.takeLeadingMark(&lines, as: place, base: base)
    report(&reader)
    return mark
  }

  /// The label of a portion with this mark, or without one.
  mutating func label(
    _ mark: LabelReader.Reading?, _ around: Surroundings, _ line: Int
  ) -> (Label, LabelOrigin) {
    guard let mark else { return body.defaultLabel(around) }
    return body.ownLabel(mark, around, line: line)
  }

  mutating func readText(
    _ text: TextReader.Text, as place: TextReader.Place, _ around: Surroundings
  ) -> (mark: LabelReader.Reading?, text: InlineText) {
    var reader = TextReader(labels: body.labels)
    let result = reader.read(text, as: place)
    if place == .paragraph { reader.blameTable(text) }
    take(&reader, result.text, around, isCode: false)
    return result
  }

  /// Takes over what a text's reading found, and the references that the text makes.
  mutating func take(
    _ reader: inout TextReader, _ text: InlineText, _ around: Surroundings, isCode: Bool
  ) {
    for mark in text.allMarks {
      body.definitions.enter(mark.written, line: reader.line)
    }
    if !isCode { body.definitions.use(text, scope: around.scope, line: reader.line) }
    report(&reader)
  }

  mutating func report(_ reader: inout TextReader) {
    for fault in reader.faults {
      body.findings.add(
        Diagnostic(
          fault.code, at: Place(body.path, line: fault.line, column: fault.column), fault.message,
          help: fault.help))
    }
    reader.faults = []
    body.images += reader.images
    body.links += reader.links.map { BriefingLink(address: $0, line: reader.line) }
    reader.images = []
    reader.links = []
  }

  mutating func rawHTML(_ line: Int) {
    body.add(
      "content/raw-html", .error, line, "raw HTML",
      "write it in Markdown, escape '<' as '\\<', or put notes into 'remarks'")
  }

  mutating func misreadTask(_ line: Int) {
    body.add(
      "content/misread-task", .error, line,
      "an item that Markdown takes for a task, since a block in it begins with a number and '[ ]' or '[x]'",
      "write the box first ('- [ ] text'), or escape its bracket: '\\['")
  }

  mutating func misplacedDefinition(_ line: Int) {
    body.add(
      "marking/misplaced-definition", .error, line,
      "a definition that does not stand on its own at the first column",
      "put it at the first column, with a blank line before and after it")
  }
}
