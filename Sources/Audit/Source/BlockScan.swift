/// Reads lines of Markdown as blocks, as far as marks depend on them: paragraphs, headings, items,
/// quotes, code, tables, definitions.
///
/// It is much simpler than a parser and need not be one: a briefing that is audited has passed
/// `check`, which refuses what could be read in two ways. Where it is in doubt, it takes a text for
/// visible, because a false alarm stops a build.
struct BlockScan {
  typealias Line = BodyScan.Line

  var body: BodyScan

  init(body: BodyScan) { self.body = body }

  /// Reads lines that are a document of their own.
  ///
  /// - Parameter item: what the first text of these lines takes along if it is lost.
  mutating func read(_ lines: [Line], _ around: Around) {
    var around = around
    read(lines, &around, isItem: false)
  }

  /// Reads lines; in an item, a part of its first text that is withheld withholds all of it.
  private mutating func read(_ lines: [Line], _ around: inout Around, isItem: Bool) {
    var index = 0
    var isFirst = isItem
    while index < lines.count {
      let line = lines[index]
      if line.isBlank {
        index += 1
        continue
      }
      if let fence = Shape.codeFence(line.bytes) {
        index = code(lines, index, fence, around)
      } else if let level = Shape.heading(line.bytes) {
        heading(line, level, &around, takesAlong: isFirst)
        index += 1
      } else if Shape.isRule(line.bytes) {
        index += 1
      } else if Shape.isQuote(line.bytes) {
        let (inner, end) = Shape.quote(lines, index)
        var quoted = around
        nested(inner, &quoted, isItem: false)
        index = end
      } else if let item = Shape.item(line.bytes) {
        index = self.item(lines, index, item, around)
      } else if Shape.definition(line.bytes) != nil {
        index = definition(lines, index, around)
      } else if index + 1 < lines.count, Shape.isTable(line.bytes, lines[index + 1].bytes) {
        index = TableScan.read(lines, index, around, &body)
      } else {
        index = paragraph(lines, index, &around, takesAlong: isFirst)
      }
      isFirst = false
    }
  }

  /// The deepest that blocks are nested in a briefing that has passed `check`, and some more.
  static let deepest = 64

  private mutating func nested(_ lines: [Line], _ around: inout Around, isItem: Bool) {
    guard body.depth < Self.deepest else { return body.isTooDeep = true }
    body.enter()
    read(lines, &around, isItem: isItem)
    body.leave()
  }

  private mutating func heading(
    _ line: Line, _ level: Int, _ around: inout Around, takesAlong: Bool
  ) {
    var text = Shape.trimmed(line.bytes).drop { $0 == UInt8(ascii: "#") }
    text = Shape.trimmed(text)
    let lost = addHeading(text, level, line.number, around)
    if takesAlong { around = around.denying(lost) }
  }

  /// Adds a heading, which stands in its own section.
  private mutating func addHeading(
    _ text: ArraySlice<UInt8>, _ level: Int, _ line: Int, _ around: Around
  ) -> Readers {
    body.beginSection(level, body.list.leading(text)?.label)
    return body.add(text, line, around)
  }

  private mutating func code(
    _ lines: [Line], _ start: Int, _ fence: ArraySlice<UInt8>, _ around: Around
  ) -> Int {
    var end = start + 1
    while end < lines.count, !Shape.closes(lines[end].bytes, fence) { end += 1 }
    let text = Array(
      lines[start..<min(end + 1, lines.count)].map(\.bytes).joined(separator: [0x0A]))
    body.addCode(text[...], lines[start].number, around)
    return min(end + 1, lines.count)
  }

  private mutating func paragraph(
    _ lines: [Line], _ start: Int, _ around: inout Around, takesAlong: Bool
  ) -> Int {
    var end = start + 1
    var heading: Int?
    while end < lines.count, !lines[end].isBlank {
      if let level = Shape.underline(lines[end].bytes) {
        heading = level
        break
      }
      if Shape.interrupts(lines[end].bytes) { break }
      let next = end + 1
      if next < lines.count, Shape.isTable(lines[end].bytes, lines[next].bytes) { break }
      end += 1
    }
    let texts = lines[start..<end].map { Shape.trimmed($0.bytes) }
    let text = Array(texts.joined(separator: [0x0A]))
    let lost =
      heading.map { addHeading(text[...], $0, lines[start].number, around) }
      ?? body.add(text[...], lines[start].number, around)
    if takesAlong { around = around.denying(lost) }
    return heading == nil ? end : end + 1
  }

  // MARK: - Items and definitions

  private mutating func item(
    _ lines: [Line], _ start: Int, _ item: Shape.Item, _ around: Around
  ) -> Int {
    var inner = [Line(bytes: item.content, number: lines[start].number)]
    var end = start + 1
    var isOpen = Shape.mayGoOn(inner[0].bytes)
    while end < lines.count {
      let line = lines[end]
      if line.isBlank {
        // An item that begins with a blank line ends at the next.
        if inner.count == 1, inner[0].isBlank { break }
        inner.append(line)
        isOpen = false
      } else if Shape.indent(line.bytes) >= item.indent {
        inner.append(Line(bytes: Shape.unindented(line.bytes, item.indent), number: line.number))
        isOpen = Shape.mayGoOn(inner[inner.count - 1].bytes)
      } else if isOpen, !Shape.opensBlock(line.bytes) {
        inner.append(line)
      } else {
        break
      }
      end += 1
    }
    var around = around
    if let label = takeMark(off: &inner) {
      around = around.inside(label)
    } else if !inner[0].isBlank {
      // Its own text has the default, and with it all that is in it.
      around = around.inside(unmarked: body.defaultLabel(around))
    }
    nested(inner, &around, isItem: true)
    return end
  }

  private mutating func definition(_ lines: [Line], _ start: Int, _ around: Around) -> Int {
    guard let definition = Shape.definition(lines[start].bytes) else { return start + 1 }
    guard definition.isFootnote else {
      // Its text is an address and a title, and reaches an edition where something refers to it.
      body.add(lines[start].bytes, lines[start].number, around)
      return start + 1
    }
    var inner = [Line(bytes: Shape.trimmed(definition.text), number: lines[start].number)]
    var end = start + 1
    var isOpen = true
    while end < lines.count {
      let line = lines[end]
      if line.isBlank {
        isOpen = false
        inner.append(line)
      } else if Shape.indent(line.bytes) >= 4 {
        inner.append(Line(bytes: Shape.unindented(line.bytes, 4), number: line.number))
        isOpen = true
      } else if isOpen, !Shape.opensBlock(line.bytes), Shape.definition(line.bytes) == nil {
        inner.append(line)
      } else {
        break
      }
      end += 1
    }
    var around = around
    if let label = takeMark(off: &inner) { around = around.inside(label) }
    nested(inner, &around, isItem: true)
    return end
  }

  /// Takes the mark off the first text of an item or a definition, whatever block it opens.
  private func takeMark(off lines: inout [Line]) -> AuditLabel? {
    for index in lines.indices {
      let (signs, text) = Shape.opening(lines[index].bytes)
      if text.isEmpty { continue }
      guard let leading = body.list.leading(text) else { return nil }
      lines[index].bytes = signs + Shape.trimmed(leading.rest)
      return leading.label
    }
    return nil
  }
}
