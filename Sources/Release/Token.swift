/// What stands in released Markdown where something was withheld: one fixed form, whatever it was.
enum Token {
  /// `{{withheld}}`, or `{{withheld:GROUND}}`.
  static func text(_ ground: String?) -> [UInt8] {
    Array((ground.map { "{{withheld:\($0)}}" } ?? "{{withheld}}").utf8)
  }

  private static let start = Array("{{withheld".utf8)

  /// The text without its tokens; nil where there was none.
  static func removed(from text: [UInt8]) -> [UInt8]? {
    guard text.contains(UInt8(ascii: "{")) else { return nil }
    var result: [UInt8] = []
    var found = false
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "{"), text[index...].starts(with: start),
        let end = tokenEnd(text, from: index)
      {
        found = true
        index = end
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return found ? result : nil
  }

  private static func tokenEnd(_ text: [UInt8], from start: Int) -> Int? {
    guard let close = text[start...].firstIndex(of: UInt8(ascii: "}")), close + 1 < text.count,
      text[close + 1] == UInt8(ascii: "}")
    else { return nil }
    return close + 2
  }
}
