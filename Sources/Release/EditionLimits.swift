internal import Edition
internal import Markdown
internal import Marking

/// The limits of released publications, held against what an edition's Markdown will be: what is released
/// has to be something that can be built.
///
/// An edition can be longer than what it was made of where it shows marks, and where lists come together
/// because nothing stands between them any more.
struct EditionLimits {
  let scheme: MarkingScheme
  /// The writer of the edition, with its marks.
  let writer: MarkdownWriter
  let showsMarks: Bool

  /// What is over a limit; nil where nothing is.
  ///
  /// - Parameter plain: the blocks as they are written without marks.
  func excess(
    of briefing: Briefing, _ blocks: [VisibleBlock], plain: [UInt8]
  ) -> Limits.Excess? {
    // Nearly every briefing is so short that nothing can come of it.
    let isShort =
      mostBytes(of: plain) <= Limits.line
      && plain.count { $0 == UInt8(ascii: "[") } <= Limits.brackets
    if isShort { return nil }
    let body = showsMarks ? writer.write(blocks) : plain
    let lines = body[...].lines.enumerated().map { SourceLine(number: $0, bytes: $1) }
    if let excess = Limits.excesses(in: lines, isReleased: true).first { return excess }
    guard body.count > Limits.document / 2 else { return nil }
    var whole = briefing
    whole.body = String(decoding: body, as: UTF8.self)
    return Limits.excess(ofFile: ReleasedMarkdown.file(whole).count, isReleased: true)
  }

  /// More bytes than there can be with a mark in front of every line and cell.
  private func mostBytes(of plain: [UInt8]) -> Int {
    guard showsMarks else { return plain.count }
    let marks = 1 + plain.count { $0 == 0x0A || $0 == UInt8(ascii: "|") }
    return plain.count + marks * longestMark
  }

  /// The bytes of the longest mark, with its parentheses and a space.
  private var longestMark: Int {
    var label = scheme.highest
    label.release = Array(scheme.groups.indices)
    return scheme.text(label).utf8.count + scheme.levels.map(\.utf8.count).reduce(0, max) + 3
  }
}
