internal import Markdown

/// What stands in released Markdown where something was withheld: one fixed form, whatever it was.
enum Token {
  /// `{{withheld}}`, or `{{withheld:GROUND}}`.
  static func text(_ ground: String?) -> [UInt8] {
    Array((ground.map { "{{withheld:\($0)}}" } ?? "{{withheld}}").utf8)
  }

  private static let start = Array("{{withheld".utf8)

  /// The text without its tokens; nil where there was none.
  static func removed(from text: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    // What is copied so far, and from where on the next token is looked for.
    var (copied, next) = (0, 0)
    while let brace = text[next...].firstPlace(of: UInt8(ascii: "{")) {
      if text[brace...].starts(with: start), let end = tokenEnd(text, from: brace) {
        result += text[copied..<brace]
        (copied, next) = (end, end)
      } else {
        next = brace + 1
      }
    }
    return copied == 0 ? nil : result + text[copied...]
  }

  /// Whether tokens are all that a text is.
  static func isAll(of text: [UInt8]) -> Bool {
    removed(from: text)?.allSatisfy { $0 <= 0x20 } ?? false
  }

  /// Whether there is anything but tokens and white space in a text.
  static func hasText(_ text: [UInt8]) -> Bool {
    (removed(from: text) ?? text).contains { $0 > 0x20 }
  }

  /// How many there are in a text, whole or not.
  static func count(in text: [UInt8]) -> Int {
    var count = 0
    var next = 0
    while let brace = text[next...].firstPlace(of: UInt8(ascii: "{")) {
      if text[brace...].starts(with: start) { count += 1 }
      next = brace + 1
    }
    return count
  }

  private static func tokenEnd(_ text: [UInt8], from start: Int) -> Int? {
    guard let close = text[start...].firstIndex(of: UInt8(ascii: "}")), close + 1 < text.count,
      text[close + 1] == UInt8(ascii: "}")
    else { return nil }
    return close + 2
  }
}
