internal import Manuscript
internal import Markdown
internal import Marking

/// Gives the part of a text that an audience may read.
struct TextRelease {
  let clearance: Clearance
  /// Whether a withheld span leaves a token in running text, instead of taking the portion along.
  let leavesTokens: Bool
  /// The document's link definitions, folded: they decide what is a link.
  let definitions: Set<String>

  /// A text and the label of what is visible in it.
  struct Result {
    var bytes: [UInt8]
    var label: Label
    /// What became of the numbered spans in it; none in a build.
    var spans: [ReadSpan] = []

    mutating func note(_ mark: InlineMark, _ fate: SpanFate) {
      if mark.number != 0 { spans.append(ReadSpan(number: mark.number, fate: fate)) }
    }
  }

  /// The text as a reader gets it who is cleared for the portion around it; nil where the portion
  /// has to go because a span without a substitute may not be seen.
  ///
  /// - Parameter ground: what a token in the text says.
  func release(_ text: InlineText, label: Label, isCode: Bool, ground: String?) -> Result? {
    var result = Result(bytes: [], label: label)
    var hasHole = false
    let isWhole = append(text, label, ground, &result, &hasHole)
    guard isWhole else { return nil }
    if hasHole, isCode || !areTokensInRunningText(result.bytes) { return nil }
    return result
  }

  private func append(
    _ text: InlineText, _ label: Label, _ ground: String?, _ result: inout Result,
    _ hasHole: inout Bool
  ) -> Bool {
    for piece in text.pieces {
      switch piece {
      // Most texts are one piece: they share the bytes of the source.
      case .text(let bytes) where result.bytes.isEmpty: result.bytes = bytes
      case .text(let bytes): result.bytes += bytes
      case .mark(let mark):
        let joined = label.joined(with: mark.label)
        if clearance.isCleared(for: joined) {
          result.label = result.label.joined(with: joined)
          result.note(mark, .text)
          guard append(mark.text, joined, ground, &result, &hasHole) else { return false }
        } else if let substitute = mark.substitute {
          result.note(mark, .substitute)
          guard append(substitute, label, ground, &result, &hasHole) else { return false }
        } else if leavesTokens {
          hasHole = true
          result.note(mark, .token)
          let token = Token.text(ground)
          if !result.bytes.suffix(token.count).elementsEqual(token) { result.bytes += token }
        } else {
          return false
        }
      }
    }
    return true
  }

  /// In code, destinations, titles and image descriptions no token may stand.
  private func areTokensInRunningText(_ bytes: [UInt8]) -> Bool {
    let scan = InlineScan(bytes, definitions: definitions)
    let token = Token.text(nil).dropLast(2)
    var index = 0
    while index + token.count <= bytes.count {
      if bytes[index...].starts(with: token) {
        let isInside = { (range: Range<Int>) in range.contains(index) }
        if scan.codeSpans.contains(where: isInside) || scan.autolinks.contains(where: isInside) {
          return false
        }
        for link in scan.links where isInside(link.range) {
          if link.isImage || !link.text.contains(index) { return false }
        }
      }
      index += 1
    }
    return true
  }
}
