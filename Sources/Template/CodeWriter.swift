/// Writes the instructions of one template whose tags are known to be in order.
struct CodeWriter {
  /// A tag whose closing tag is still to come.
  private struct Opened {
    var tag: Int
    /// Its instruction, to be patched when it is known where it ends.
    var position: Int
    /// What was taken off the start of lines outside it.
    var dedent: [UInt8]
    /// The blocks it is given, if it is a parent.
    var arguments: [Program.Argument] = []
  }

  private let template: ParsedTemplate
  private let index: Int
  private let layout: Layout
  private var program: Program
  private var open: [Opened] = []
  private var cursor = 0
  /// White space that is taken off the start of each line: the indentation of a given block at the
  /// site of its definition.
  private var dedent: [UInt8] = []

  /// The program with the code of `template`, the one numbered `index`, appended.
  static func write(
    _ template: ParsedTemplate, _ index: Int, onto program: consuming Program
  ) -> Program {
    var writer = CodeWriter(template, index, program)
    writer.program.add(entry: .start(writer.program.code.count))
    for tag in template.tags.indices { writer.write(tag) }
    writer.text(upTo: template.source.bytes.count)
    writer.program.emit(.end, template: index, offset: template.source.bytes.count)
    return writer.program
  }

  private init(_ template: ParsedTemplate, _ index: Int, _ program: consuming Program) {
    self.template = template
    self.index = index
    self.program = program
    layout = Layout(template)
  }

  private mutating func write(_ position: Int) {
    let tag = template.tags[position]
    let extent = layout.extent(of: position)
    text(upTo: extent.lowerBound)
    cursor = extent.upperBound
    switch tag.kind {
    case .comment: break
    case .variable: emit(.variable(path: program.add(path: tag.name)), position)
    case .raw: emit(.raw(path: program.add(path: tag.name)), position)
    case .partial:
      guard let target = program.index(of: tag.name) else { return }
      let indent = layout.isStandalone(position) ? indentation(of: position) : 0
      let next = program.code.count + 1
      emit(.call(template: target, indent: indent, arguments: nil, next: next), position)
    case .section, .inverted, .parent: opened(position)
    case .block:
      opened(position)
      guard template.nesting.isArgument(position) else { return }
      dedent = layout.intrinsicIndentation(of: position).map { Array(bytes($0)) } ?? dedent
    case .close: closed(position)
    }
  }

  /// Opens a tag; its instruction stands in as `end` until it is closed. A given block has none.
  private mutating func opened(_ position: Int) {
    open.append(Opened(tag: position, position: program.code.count, dedent: dedent))
    if !template.nesting.isArgument(position) { emit(.end, position) }
  }

  private mutating func closed(_ position: Int) {
    guard let opened = open.popLast() else { return }
    let tag = template.tags[opened.tag]
    switch tag.kind {
    case .section:
      emit(.endSection, position)
      let path = program.add(path: tag.name)
      program.patch(opened.position, .section(path: path, next: program.code.count))
    case .inverted:
      let path = program.add(path: tag.name)
      program.patch(opened.position, .inverted(path: path, next: program.code.count))
    case .parent: closedParent(opened)
    case .block where template.nesting.isArgument(opened.tag):
      emit(.end, position)
      let argument = Program.Argument(block: program.block(tag.name), start: opened.position)
      if !open.isEmpty { open[open.count - 1].arguments.append(argument) }
    case .block:
      let block = program.block(tag.name)
      let indent = blockIndentation(of: opened.tag)
      program.patch(
        opened.position, .block(name: block, indent: indent, next: program.code.count))
    case .variable, .raw, .close, .comment, .partial: break
    }
    dedent = opened.dedent
  }

  private mutating func closedParent(_ opened: Opened) {
    guard let target = program.index(of: template.tags[opened.tag].name) else { return }
    let indent = layout.isStandaloneParent(opened.tag) ? indentation(of: opened.tag) : 0
    program.patch(
      opened.position,
      .call(
        template: target, indent: indent, arguments: program.add(arguments: opened.arguments),
        next: program.code.count))
  }

  private mutating func emit(_ instruction: Instruction, _ position: Int) {
    program.emit(
      instruction, template: index, offset: template.tags[position].range.lowerBound)
  }
}

// MARK: - Text and its indentation

extension CodeWriter {
  /// Writes the text before `end`, unless it stands between the blocks of a parent.
  private mutating func text(upTo end: Int) {
    guard cursor < end else { return }
    if let last = open.last, template.tags[last.tag].kind == .parent { return }
    let literal = program.add(literal: bytes(cursor..<end, without: dedent))
    guard !literal.isEmpty else { return }
    program.emit(.literal(literal), template: index, offset: cursor)
  }

  /// What goes before each line of a template included by a tag that has its line to itself.
  private mutating func indentation(of position: Int) -> Int {
    program.add(indent: bytes(layout.indentation(of: position), without: dedent))
  }

  /// What goes before each line of what is given for a block: the indentation of its default
  /// content if its tag has a line to itself and there is any, and that of the tag otherwise.
  private mutating func blockIndentation(of position: Int) -> Int {
    guard layout.isStandalone(position),
      let intrinsic = layout.intrinsicIndentation(of: position)
    else { return indentation(of: position) }
    return program.add(indent: bytes(intrinsic, without: dedent))
  }

  private func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { template.source.bytes[range] }

  /// The bytes of a range, each line without what it has of `prefix`.
  private func bytes(_ range: Range<Int>, without prefix: [UInt8]) -> [UInt8] {
    guard !prefix.isEmpty else { return Array(bytes(range)) }
    var result: [UInt8] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      if template.source.isLineStart(offset) {
        for byte in prefix where offset < range.upperBound {
          guard template.source.bytes[offset] == byte else { break }
          offset += 1
        }
      }
      let newline = bytes(offset..<range.upperBound).firstIndex(of: UInt8(ascii: "\n"))
      let end = newline.map { $0 + 1 } ?? range.upperBound
      result += bytes(offset..<end)
      offset = end
    }
    return result
  }
}
