internal import Markdown
internal import Marking

// What stands where a leading mark would.

extension TextReader {
  func leadingMark(_ bytes: ArraySlice<UInt8>) -> LeadingMark {
    if let readings = TextReader.readingsOfInlineMark(bytes, labels) {
      // What a reader gets of it may look like a mark, which then is none.
      let faults = readings.map { leadingMark($0[...]) }
      return faults.first { if case .unknown = $0 { true } else { false } } ?? .none
    }
    return LeadingMark.read(bytes, scheme: labels.scheme, words: labels.words) {
      TextReader.flattened(bytes)
    }
  }

  /// `[C]{S|a source}` begins with an inline mark, not with a level in the wrong brackets: what readers
  /// get of the text; nil where no inline mark begins it.
  private static func readingsOfInlineMark(
    _ bytes: ArraySlice<UInt8>, _ labels: LabelReader
  ) -> [[UInt8]]? {
    guard bytes.first == UInt8(ascii: "[") else { return nil }
    let (text, _) = InlineMarkReader(labels: labels).read(Array(bytes))
    guard case .mark? = text.pieces.first else { return nil }
    return text.readings ?? [text.full, text.leastCleared]
  }

  /// A text as a reader sees it: entities decoded, markup gone, NFKC. Of a long one that begins with
  /// what is neither a bracket nor a letter only the start, since that says all.
  static func flattened(_ bytes: ArraySlice<UInt8>) -> String {
    let start = visible(bytes.prefix(300))
    guard bytes.count > 300 else { return start }
    let isPlain = start.unicodeScalars.first.map { first in
      first.properties.generalCategory != .openPunctuation && first != "<"
        && !first.properties.isAlphabetic
    }
    return isPlain ?? false ? start : visible(bytes)
  }

  private static func visible(_ bytes: ArraySlice<UInt8>) -> String {
    let start = String(decoding: bytes, as: UTF8.self)
      .replacing("\\(", with: "\u{E000}").replacing("\\[", with: "\u{E000}")
    let plain = Parser.parseInline(start).map(\.plainText).joined()
    let bare = plain.drop { $0 == "*" || $0 == "_" || $0 == "~" || $0 == "`" || $0.isWhitespace }
    return CompatibilityForm.of(String(bare))
  }
}
