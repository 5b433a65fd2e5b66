internal import Diagnostics
internal import Markdown
internal import Marking

extension BlockReader {
  mutating func footnote(
    _ label: String, _ indented: Bool, _ blocks: [SourceBlock], _ around: Surroundings, _ line: Int
  ) -> [Block] {
    if indented || around.isNested { misplacedDefinition(line) }
    body.definitions.define(
      .footnote, InlineScan.fold(label.utf8), scope: around.scope, line: line,
      path: body.path, findings: &body.findings)
    var blocks = blocks
    let mark = takeFirstMark(&blocks, around)
    let (joined, origin) = self.label(mark, around, line)
    var inner = around.inNewScope().inside(joined, isMarked: mark != nil)
    let footnote = Footnote(
      writtenLabel: label, foldedLabel: InlineScan.fold(label.utf8), blocks: read(blocks, &inner))
    return [
      Block(
        kind: .footnote(footnote), line: line, label: joined, origin: origin,
        written: mark?.written, trailsBlank: false)
    ]
  }

  mutating func definitions(
    _ lines: [SourceLine], _ around: Surroundings
  ) -> [Block] {
    if lines.contains(where: { $0.bytes.starts(with: "[^".utf8) }) {
      return vanishedFootnotes(lines, around)
    }
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
      if TextReader.isRelativePath(String(decoding: definition.destination, as: UTF8.self)) {
        body.definitions.namesImage(definition.label)
      }
      var reader = TextReader(labels: body.labels)
      reader.checkDefinition(definition, line: number)
      report(&reader)
      var result = block(.definition(definition), around, number)
      result.trailsBlank = false
      return result
    }
  }

  /// Footnotes that the parser left out: those that were defined before.
  mutating func vanishedFootnotes(
    _ lines: [SourceLine], _ around: Surroundings
  ) -> [Block] {
    for line in lines where line.bytes.starts(with: "[^".utf8) {
      let label = InlineScan.fold(line.bytes.dropFirst(2).prefix { $0 != UInt8(ascii: "]") })
      guard body.definitions.isDefined(.footnote, label) else {
        misplacedDefinition(base + line.number)
        continue
      }
      body.definitions.define(
        .footnote, label, scope: around.scope, line: base + line.number, path: body.path,
        findings: &body.findings)
    }
    return []
  }
}
