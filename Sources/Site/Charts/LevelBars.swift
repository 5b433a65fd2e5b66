/// The little drawing of a threat level: as many bars as the scale has steps, as many filled as the
/// level counts. It stands beside the word and the number, which say the same.
enum LevelBars {
  private static let barWidth = 9
  private static let gap = 4
  private static let height = 28

  /// The drawing, decorative.
  static func svg(_ reading: Reading) -> [UInt8] {
    var markup = Markup()
    let width = reading.steps * (barWidth + gap) - gap
    markup.raw("<svg class=\"bars rank-")
    markup.number(reading.rank)
    markup.raw("\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 ")
    markup.number(width)
    markup.raw(" ")
    markup.number(height)
    markup.raw("\" width=\"")
    markup.number(width)
    markup.raw("\" height=\"")
    markup.number(height)
    markup.raw("\">")
    for step in 1...max(1, reading.steps) { bar(step, reading, to: &markup) }
    markup.raw("</svg>")
    return markup.bytes
  }

  private static func bar(_ step: Int, _ reading: Reading, to markup: inout Markup) {
    let tall = 8 + (height - 9) * step / max(1, reading.steps)
    markup.raw(step <= reading.number ? "<rect class=\"on\"" : "<rect class=\"off\"")
    markup.attribute("x", "\((step - 1) * (barWidth + gap)).5")
    markup.attribute("y", "\(height - tall).5")
    markup.attribute("width", String(barWidth - 1))
    markup.attribute("height", String(tall - 1))
    markup.attribute("rx", "1")
    markup.raw("/>")
  }
}
