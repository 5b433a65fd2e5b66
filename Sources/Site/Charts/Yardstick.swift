import Edition

/// The likelihood yardstick: a ruler from 0 to 100 % with the band of one word drawn on it.
///
/// Widths are percentages of whatever room there is, so that the letters keep their size on a
/// narrow screen.
enum Yardstick {
  /// The drawing for a word with a band; nil for a word without one.
  static func svg(_ reading: Reading, id: String, words: Words) -> [UInt8]? {
    guard let band = reading.value.band, band.count == 2, let low = band.first,
      let high = band.last, (0...100).contains(low), (low...100).contains(high)
    else { return nil }
    var markup = Markup()
    markup.raw("<svg class=\"yardstick\" role=\"img\" width=\"100%\" height=\"34\"")
    markup.attribute("aria-labelledby", "\(id)t \(id)d")
    markup.raw(">\n<title")
    markup.attribute("id", "\(id)t")
    markup.raw(">")
    markup.text(words.fill("yardstickTitle", ["word": reading.value.name[words.language]]))
    markup.raw("</title>\n<desc")
    markup.attribute("id", "\(id)d")
    markup.raw(">")
    markup.text(words.fill("yardstickText", ["low": String(low), "high": String(high)]))
    markup.raw("</desc>\n")
    markup.raw("<rect class=\"track\" x=\"0\" y=\"4\" width=\"100%\" height=\"12\"/>\n")
    markup.raw("<rect class=\"band\" y=\"1\" height=\"18\" x=\"")
    markup.percent(low * 100)
    markup.raw("\" width=\"")
    markup.percent(max(1, high - low) * 100)
    markup.raw("\"/>\n")
    for (mark, anchor) in [(0, "start"), (50, "middle"), (100, "end")] {
      markup.raw("<text y=\"31\"")
      markup.attribute("x", "\(mark)%")
      markup.attribute("text-anchor", anchor)
      markup.raw(">")
      markup.number(mark)
      markup.raw("%</text>\n")
    }
    markup.raw("</svg>")
    return markup.bytes
  }
}
