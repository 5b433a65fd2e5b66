/// The little drawing of a threat level: as many bars as the scale has steps, as many filled as the
/// level counts. It stands beside the word and the number, which say the same.
///
/// A page of results has dozens: it is two paths, and takes its colour from the level around it.
enum LevelBars {
  private static let barWidth = 9
  private static let gap = 4
  private static let height = 28

  /// The drawing, decorative.
  static func svg(_ reading: Reading) -> [UInt8] {
    var markup = Markup()
    let width = reading.steps * (barWidth + gap) - gap
    markup.raw("<svg class=\"bars\" aria-hidden=\"true\" viewBox=\"0 0 ")
    markup.number(width)
    markup.raw(" ")
    markup.number(height)
    markup.raw("\" width=\"")
    markup.number(width)
    markup.raw("\" height=\"")
    markup.number(height)
    markup.raw("\">")
    let reached = min(max(0, reading.number), reading.steps)
    path("on", 0..<reached, of: reading.steps, to: &markup)
    path("off", reached..<reading.steps, of: reading.steps, to: &markup)
    markup.raw("</svg>")
    return markup.bytes
  }

  private static func path(
    _ name: StaticString, _ steps: Range<Int>, of count: Int, to markup: inout Markup
  ) {
    guard !steps.isEmpty else { return }
    markup.raw("<path class=\"")
    markup.raw(name)
    markup.raw("\" d=\"")
    for step in steps {
      let tall = 7 + (height - 9) * (step + 1) / count
      markup.raw("M")
      markup.number(step * (barWidth + gap))
      markup.raw(".5 ")
      markup.number(height - tall - 1)
      markup.raw(".5h")
      markup.number(barWidth - 1)
      markup.raw("v")
      markup.number(tall)
      markup.raw("h-")
      markup.number(barWidth - 1)
      markup.raw("z")
    }
    markup.raw("\"/>")
  }
}
