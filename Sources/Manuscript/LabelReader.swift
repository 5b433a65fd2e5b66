internal import Marking

/// Reads the labels of one briefing: as written, and as they stand after its downgrades.
///
/// A class, because it goes along with every text, and a copy of a structure would count each of its
/// tables, which all briefings share.
final class LabelReader: Sendable {
  let scheme: MarkingScheme
  /// Level in force by written level, where a downgrade changes it.
  let downgraded: [Int: Int]
  /// Texts that may stand in parentheses at the start of a block.
  let words: Set<String>

  init(scheme: MarkingScheme, downgraded: [Int: Int], words: Set<String>) {
    self.scheme = scheme
    self.downgraded = downgraded
    self.words = words
  }

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

  /// The label that `text` was probably meant to be: one in another case, with spaces round it, or a
  /// level by its name.
  func meant(_ text: some StringProtocol) -> String? {
    let tight = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let label = scheme.label(tight.uppercased()) { return scheme.text(label) }
    let level = scheme.levelSpellings.firstIndex { names in
      names.contains { $0.lowercased() == tight.lowercased() }
    }
    return level.map { scheme.levels[$0] }
  }

  /// What may be written in place of a label that is none.
  func choice(insteadOf text: some StringProtocol) -> String {
    if let meant = meant(text) { return "write (\(meant))" }
    let level = text.prefix { $0 != "/" }
    guard level.count < text.count, scheme.level(level) != nil else {
      return "the policy's levels are \(scheme.levels.joined(separator: ", "))"
    }
    let held = LabelReader.choice("compartments", scheme.compartments)
    return "\(held); \(LabelReader.choice("groups for 'REL TO'", scheme.groups))"
  }

  private static func choice(_ kind: String, _ marks: [String]) -> String {
    marks.isEmpty
      ? "the policy has no \(kind)" : "the policy's \(kind) are \(marks.joined(separator: ", "))"
  }

  /// Whether `text` would be a label but for case and white space around it.
  func readLoosely(_ text: some Sequence<UInt8>) -> Bool {
    let tight = String(decoding: Array(text), as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ").uppercased()
    return scheme.label(tight) != nil
  }
}
