/// Text in the columns of a terminal.
enum Columns {
  /// How many columns a text takes: wide characters of East Asian scripts and emoji two, combining
  /// ones none.
  static func width(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    let isWide =
      (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
      || (0xAC00...0xD7A3).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
      || (0xFE30...0xFE6F).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
      || (0xFFE0...0xFFE6).contains(scalar.value) || (0x1F300...0x1FAFF).contains(scalar.value)
      || (0x20000...0x3FFFD).contains(scalar.value)
    return isWide ? 2 : 1
  }

  /// A text on one line of exactly `width` columns, cut with an ellipsis where it is longer.
  ///
  /// - Parameter keepsEnd: whether it is the beginning that goes.
  static func fitted(_ text: String, to width: Int, keepsEnd: Bool = false) -> String {
    let line = oneLine(text)
    let own = Columns.width(line)
    guard own > width else { return line + String(repeating: " ", count: width - own) }
    var kept: [Character] = []
    var used = 0
    for character in keepsEnd ? Array(line.reversed()) : Array(line) {
      let more = Columns.width(String(character))
      if used + more > width - 1 { break }
      kept.append(character)
      used += more
    }
    let cut = keepsEnd ? "…" + String(kept.reversed()) : String(kept) + "…"
    return cut + String(repeating: " ", count: max(0, width - used - 1))
  }

  /// A text broken at its spaces into lines of at most `width` columns; a longer word stands alone.
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in oneLine(text).split(separator: " ") {
      if !line.isEmpty, Columns.width(line) + 1 + Columns.width(word) > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
  }

  /// A text without line ends and tabs.
  static func oneLine(_ text: String) -> String {
    text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }

  /// The text without the white space at its end.
  static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
