internal import Marking

/// Reads the labels of one briefing: as written, and as they stand after its downgrades.
struct LabelReader: Sendable {
  let scheme: MarkingScheme
  /// Level in force by written level, where a downgrade changes it.
  let downgraded: [Int: Int]
  /// Texts that may stand in parentheses at the start of a block.
  let words: Set<String>

  /// A label as written and as it works.
  struct Reading {
    var written: Label
    var label: Label
  }

  /// The label that `text` is, exactly; nil for anything else.
  func read(_ text: some Sequence<UInt8>) -> Reading? {
    scheme.label(String(decoding: Array(text), as: UTF8.self)).map(reading)
  }

  /// Both forms of a label as written.
  func reading(_ written: Label) -> Reading {
    var label = written
    label.level = downgraded[written.level] ?? written.level
    return Reading(written: written, label: label)
  }

  /// Whether `text` would be a label but for case and white space around it.
  func readLoosely(_ text: some Sequence<UInt8>) -> Bool {
    let tight = String(decoding: Array(text), as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ").uppercased()
    return scheme.label(tight) != nil
  }
}
