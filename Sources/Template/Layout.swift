/// How much of the white space around a tag belongs to it.
///
/// A tag that has its line to itself takes the whole line with it, as the Mustache specification
/// has it. Interpolations never do. A parent takes its lines when nothing stands before its opening
/// tag and nothing after its closing tag; the blocks in it may share those lines.
struct Layout {
  private let source: SourceText
  private let tags: [Tag]
  private let nesting: Nesting

  init(_ template: ParsedTemplate) {
    source = template.source
    tags = template.tags
    nesting = template.nesting
  }

  /// The bytes that a tag takes out of the text, its own among them.
  func extent(of index: Int) -> Range<Int> {
    let tag = tags[index]
    let (before, after) = (lineStart(before: tag), lineEnd(after: tag))
    switch tag.kind {
    case .variable, .raw: return tag.range
    case .section, .inverted, .comment, .partial: break
    case .parent:
      return isStandaloneParent(index)
        ? (before ?? tag.range.lowerBound)..<tag.range.upperBound : tag.range
    case .block:
      guard nesting.isArgument(index) else { break }
      return tag.range.lowerBound..<(after ?? tag.range.upperBound)
    case .close:
      guard let opener = nesting.partner[index] else { break }
      if tags[opener].kind == .parent {
        return isStandaloneParent(opener)
          ? tag.range.lowerBound..<(after ?? tag.range.upperBound) : tag.range
      }
      guard nesting.isArgument(opener) else { break }
      return (before ?? tag.range.lowerBound)..<tag.range.upperBound
    }
    guard let before, let after else { return tag.range }
    return before..<after
  }

  /// Whether a tag has its line to itself and takes it out.
  func isStandalone(_ index: Int) -> Bool {
    lineStart(before: tags[index]) != nil && lineEnd(after: tags[index]) != nil
  }

  /// Whether a parent has the lines to itself from its opening tag to its closing tag.
  func isStandaloneParent(_ index: Int) -> Bool {
    guard let close = nesting.partner[index] else { return false }
    return lineStart(before: tags[index]) != nil && lineEnd(after: tags[close]) != nil
  }

  /// The white space before a tag that is the first thing on its line, and no bytes otherwise.
  func indentation(of index: Int) -> Range<Int> {
    let start = tags[index].range.lowerBound
    return (lineStart(before: tags[index]) ?? start)..<start
  }

  /// The white space before the first line in a block that has something on it; nil if there is no
  /// such line, or if the block begins on the line of its opening tag.
  func intrinsicIndentation(of index: Int) -> Range<Int>? {
    guard let close = nesting.partner[index], var line = lineEnd(after: tags[index]) else {
      return nil
    }
    let end = tags[close].range.lowerBound
    while line < end {
      var offset = line
      while offset < end, source.isBlank(at: offset) { offset += 1 }
      guard offset < end else { return nil }
      guard let next = newline(at: offset) else { return line..<offset }
      line = next
    }
    return nil
  }

  /// Where the line of a tag begins, if only white space stands before the tag.
  private func lineStart(before tag: Tag) -> Int? {
    var offset = tag.range.lowerBound
    while offset > 0, source.isBlank(at: offset - 1) { offset -= 1 }
    return source.isLineStart(offset) ? offset : nil
  }

  /// Where the next line begins, if only white space stands after a tag.
  private func lineEnd(after tag: Tag) -> Int? {
    var offset = tag.range.upperBound
    while source.isBlank(at: offset) { offset += 1 }
    return offset == source.bytes.count ? offset : newline(at: offset)
  }

  /// The offset behind the line ending at `offset`; nil if there is none.
  private func newline(at offset: Int) -> Int? {
    guard offset < source.bytes.count else { return nil }
    if source.bytes[offset] == UInt8(ascii: "\n") { return offset + 1 }
    guard source.bytes[offset...].starts(with: [0x0D, 0x0A]) else { return nil }
    return offset + 2
  }
}
