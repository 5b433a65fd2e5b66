/// A link reference definition, `[label]: destination "title"`.
public struct ReferenceDefinition: Hashable, Sendable {
  /// The label, folded.
  public var label: String
  /// The label as written.
  public var writtenLabel: [UInt8]
  /// The destination as written, without angle brackets.
  public var destination: [UInt8]
  /// The title with its quotes, as written; empty where there is none.
  public var title: [UInt8]
  /// Line of its start, counted from 0 in the lines it was read from.
  public var line: Int

  /// Reads the definitions that `text` begins with.
  ///
  /// - Returns: the definitions and how many bytes they take, line ends included.
  public static func read(_ text: [UInt8]) -> (definitions: [ReferenceDefinition], end: Int) {
    var result: [ReferenceDefinition] = []
    var position = 0
    while let (definition, end) = one(text, at: position) {
      result.append(definition)
      position = end
    }
    return (result, position)
  }

  private static func one(_ text: [UInt8], at start: Int) -> (ReferenceDefinition, Int)? {
    var index = start
    while index < text.count, index < start + 3, text[index] == 0x20 { index += 1 }
    guard index < text.count, text[index] == UInt8(ascii: "[") else { return nil }
    let labelStart = index + 1
    index = labelStart
    while index < text.count, text[index] != UInt8(ascii: "]") {
      if text[index] == UInt8(ascii: "[") { return nil }
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard index + 1 < text.count, text[index + 1] == UInt8(ascii: ":") else { return nil }
    let label = Array(text[labelStart..<index])
    guard label.contains(where: { $0 > 0x20 }) else { return nil }
    index = skip(text, from: index + 2, lines: true)
    guard index < text.count, let destination = InlineScan.destination(text, at: index),
      destination.end > index
    else { return nil }
    var definition = ReferenceDefinition(
      label: InlineScan.fold(label), writtenLabel: label,
      destination: Array(text[destination.range]), title: [],
      line: text[..<start].count { $0 == 0x0A })
    let titleStart = skip(text, from: destination.end, lines: true)
    if titleStart > destination.end, let end = InlineScan.titleEnd(text, at: titleStart),
      let lineEnd = endOfLine(text, from: end)
    {
      definition.title = Array(text[titleStart..<end])
      return (definition, lineEnd)
    }
    return endOfLine(text, from: destination.end).map { (definition, $0) }
  }

  private static func skip(_ text: [UInt8], from start: Int, lines: Bool) -> Int {
    var index = start
    var seenLine = false
    while index < text.count {
      if text[index] == 0x0A {
        if seenLine || !lines { return index }
        seenLine = true
      } else if text[index] != 0x20, text[index] != 0x09 {
        return index
      }
      index += 1
    }
    return index
  }

  private static func endOfLine(_ text: [UInt8], from start: Int) -> Int? {
    let index = skip(text, from: start, lines: false)
    if index == text.count { return index }
    return text[index] == 0x0A ? index + 1 : nil
  }
}
