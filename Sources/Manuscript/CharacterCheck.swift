internal import Diagnostics
internal import Markdown

/// Finds characters that nobody sees, with which a mark could be hidden or forged.
///
/// Control characters, format characters (zero-width, bidirectional, soft hyphen), default
/// ignorable ones (Unicode's `Default_Ignorable_Code_Point`), line and paragraph separators.
/// Joiners and variation selectors are let through inside emoji and between letters of scripts
/// that are written with them.
struct CharacterCheck {
  let path: String

  /// Adds a finding for each line that has such a character.
  func check(_ lines: [SourceLine], findings: inout Findings) {
    for line in lines where line.bytes.contains(where: { $0 >= 0x80 || $0 < 0x20 || $0 == 0x7F }) {
      let scalars = Array(String(decoding: line.bytes, as: UTF8.self).unicodeScalars)
      for index in scalars.indices where Self.isHidden(index, in: scalars) {
        let code = String(scalars[index].value, radix: 16, uppercase: true)
        findings.add(
          Diagnostic(
            "content/invisible-character",
            at: Place(path, line: line.number + 1, column: index + 1),
            "character that nobody sees, U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)",
            help: "delete it"))
        break
      }
    }
  }

  /// Whether a text has such a character once its escapes or entities are undone; its lines may end.
  static func isHiding(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A }) { return false }
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.contains { scalars[$0] != "\n" && isHidden($0, in: scalars) }
  }

  private static func isHidden(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let scalar = scalars[index]
    if scalar == "\t" { return false }
    if scalar.value < 0x80 { return scalar.value < 0x20 || scalar.value == 0x7F }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      break
    default:
      if !properties.isDefaultIgnorableCodePoint { return false }
    }
    return !isNeeded(index, in: scalars)
  }

  /// A joiner or a variation selector where Unicode wants one.
  private static func isNeeded(_ index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0 else { return false }
    let before = scalars[index - 1]
    let after = index + 1 < scalars.count ? scalars[index + 1] : nil
    switch scalars[index].value {
    case 0xFE0F, 0xFE0E:  // emoji or text presentation
      return before.properties.isEmoji && before.value > 0x7F
        || before.properties.isEmoji && after?.value == 0x20E3
    case 0x200D:  // zero-width joiner
      let isEmoji =
        (before.properties.isEmojiPresentation || before.value == 0xFE0F
          || before.properties.isEmojiModifier || before.properties.isEmoji && before.value > 0xFF)
        && (after?.properties.isEmoji ?? false) && (after?.value ?? 0) > 0xFF
      return isEmoji || isJoiningScript(before) && (after.map(isJoiningScript) ?? false)
    case 0x200C:  // zero-width non-joiner
      return isJoiningScript(before) && (after.map(isJoiningScript) ?? false)
    default: return false
    }
  }

  /// Arabic, Syriac, the scripts of India and Sri Lanka, Khmer, Mongolian.
  private static func isJoiningScript(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0600...0x07FF, 0x0900...0x0DFF, 0x1780...0x18AF: true
    default: false
    }
  }
}
