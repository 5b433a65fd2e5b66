/// A text taken apart at its inline marks: `[text]{LABEL}` and `[text]{LABEL|substitute}`.
indirect enum InlinePiece {
  case text([UInt8])
  case mark(AuditLabel, inner: [InlinePiece], substitute: [InlinePiece]?)
}

/// Takes texts apart at their inline marks.
struct InlineText {
  let policy: AuditPolicy
  /// What each level is read as.
  let steps: [Int]

  /// The pieces of `text`.
  func pieces(_ text: ArraySlice<UInt8>) -> [InlinePiece] {
    guard text.contains(UInt8(ascii: "{")) else { return [.text(Array(text))] }
    var result: [InlinePiece] = []
    var plain = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index] == UInt8(ascii: "[") else {
        index += text[index] == UInt8(ascii: "\\") ? 2 : 1
        continue
      }
      guard let mark = mark(text, at: index) else {
        index += 1
        continue
      }
      if plain < index { result.append(.text(Array(text[plain..<index]))) }
      result.append(mark.piece)
      index = mark.end
      plain = index
    }
    if plain < text.endIndex { result.append(.text(Array(text[plain...]))) }
    return result
  }

  private func mark(
    _ text: ArraySlice<UInt8>, at start: Int
  ) -> (piece: InlinePiece, end: Int)? {
    guard let close = match(text, start, UInt8(ascii: "["), UInt8(ascii: "]")),
      close + 1 < text.endIndex, text[close + 1] == UInt8(ascii: "{"),
      let end = match(text, close + 1, UInt8(ascii: "{"), UInt8(ascii: "}"))
    else { return nil }
    let inside = text[close + 2..<end]
    let bar = inside.firstIndex(of: UInt8(ascii: "|"))
    // In a table the bar is written with a backslash.
    var labelEnd = bar ?? end
    if labelEnd > inside.startIndex, text[labelEnd - 1] == UInt8(ascii: "\\") { labelEnd -= 1 }
    let name = String(decoding: text[close + 2..<labelEnd], as: UTF8.self)
    guard let label = policy.label(name, steps: steps) else { return nil }
    let inner = pieces(text[start + 1..<close])
    let substitute = bar.map { pieces(text[$0 + 1..<end]) }
    return (.mark(label, inner: inner, substitute: substitute), end + 1)
  }

  /// The place that closes what is opened at `start`; nil where nothing does.
  private func match(
    _ text: ArraySlice<UInt8>, _ start: Int, _ open: UInt8, _ close: UInt8
  ) -> Int? {
    var depth = 0
    var index = start
    // A limit on what one mark spans keeps unclosed brackets from taking quadratic time.
    let last = min(text.endIndex, start + 20_000)
    while index < last {
      let byte = text[index]
      if byte == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if byte == open { depth += 1 }
      if byte == close {
        depth -= 1
        if depth == 0 { return index }
      }
      index += 1
    }
    return nil
  }
}
