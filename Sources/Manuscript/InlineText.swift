public import Marking

/// A text with the inline marks in it, `[Unit 74455]{S|a state actor}`, taken apart.
///
/// The pieces are source: their Markdown has not been read, and everything between two marks is
/// the author's, byte for byte.
public struct InlineText: Hashable, Sendable {
  /// A run of source, or a marked span, which is seldom and large.
  public enum Piece: Hashable, Sendable {
    case text([UInt8])
    indirect case mark(InlineMark)
  }

  /// The pieces in their order.
  public var pieces: [Piece]

  /// A text of these pieces.
  public init(pieces: [Piece] = []) { self.pieces = pieces }

  /// A text without marks.
  public init(_ bytes: [UInt8]) { pieces = bytes.isEmpty ? [] : [.text(bytes)] }

  /// Whether an inline mark is in it.
  public var hasMarks: Bool {
    pieces.contains { if case .mark = $0 { true } else { false } }
  }

  /// The source as a reader cleared for every mark gets it.
  public var full: [UInt8] { flattened { $0.text } }

  /// The source as a reader cleared for no mark gets it: substitutes, and nothing for a mark that
  /// has none.
  public var leastCleared: [UInt8] { flattened { $0.substitute ?? InlineText() } }

  private func flattened(_ choose: (InlineMark) -> InlineText) -> [UInt8] {
    if case .text(let bytes)? = pieces.first, pieces.count == 1 { return bytes }
    var result: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .text(let bytes): result += bytes
      case .mark(let mark): result += choose(mark).flattened(choose)
      }
    }
    return result
  }

  /// Every mark in it, the ones inside others too, each with the label that it works with there:
  /// joined with `label` and with the marks around it.
  public func labels(within label: Label) -> [Label] {
    var result: [Label] = []
    for case .mark(let mark) in pieces {
      let joined = label.joined(with: mark.label)
      result.append(joined)
      result += mark.text.labels(within: joined)
      result += mark.substitute?.labels(within: label) ?? []
    }
    return result
  }

  /// Every mark in it, the ones inside others too.
  public var allMarks: [InlineMark] {
    pieces.flatMap { piece -> [InlineMark] in
      guard case .mark(let mark) = piece else { return [] }
      return [mark] + mark.text.allMarks + (mark.substitute?.allMarks ?? [])
    }
  }
}

/// A marked span within a text.
public struct InlineMark: Hashable, Sendable {
  /// Its label as written, after any downgrade in force.
  public var label: Label
  /// Its label as written.
  public var written: Label
  /// What it marks.
  public var text: InlineText
  /// What others read instead; its label is that of what is around the mark.
  public var substitute: InlineText?
  /// Its number among the portions, where they were numbered; 0 elsewhere.
  public var number = 0
}
