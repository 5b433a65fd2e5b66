public import Edition

/// The site's one style sheet: the theme's, and the colours of the policy's levels.
public enum Stylesheet {
  /// The theme's `style` with a rule for the banner of each level that has a colour.
  static func bytes(style: [UInt8], levels: [NamedMark]) -> [UInt8] {
    withoutComments(style) + levelColors(levels)
  }

  /// A rule for each level that has a colour: `.level-N` sets `--banner`, and `--banner-ink` for
  /// the text on it.
  public static func levelColors(_ levels: [NamedMark]) -> [UInt8] {
    var result: [UInt8] = []
    for (index, level) in levels.enumerated() {
      guard let color = level.color, let (red, green, blue) = components(of: color) else {
        continue
      }
      // Black or white, whichever stands out more (relative luminance above 0.18).
      let luminance = 2126 * linear(red) + 7152 * linear(green) + 722 * linear(blue)
      let ink = luminance > 1790 * 255 * 255 ? "#000000" : "#FFFFFF"
      result += ".level-\(index){--banner:\(color);--banner-ink:\(ink)}\n".utf8
    }
    return result
  }

  /// Style without comments and without white space around lines: no reader needs them.
  private static func withoutComments(_ style: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(style.count)
    var index = 0
    var quote: UInt8?
    while index < style.count {
      let byte = style[index]
      let next = index + 1 < style.count ? style[index + 1] : 0
      if quote == nil, byte == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
        index = end(ofComment: style, from: index + 2)
        continue
      }
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      let startsLine = result.isEmpty || result.last == 0x0A
      if !(startsLine && (byte == 0x20 || byte == 0x0A)) { result.append(byte) }
      index += 1
    }
    return result
  }

  private static func end(ofComment style: [UInt8], from start: Int) -> Int {
    var index = start
    while index + 1 < style.count {
      if style[index] == UInt8(ascii: "*"), style[index + 1] == UInt8(ascii: "/") {
        return index + 2
      }
      index += 1
    }
    return style.count
  }

  /// The class of the banner of the level at `index`.
  static func bannerClass(_ index: Int) -> String { "level-\(index)" }

  /// A channel to the power of two: near enough to the sRGB curve to choose between two inks.
  private static func linear(_ channel: Int) -> Int { channel * channel }

  /// The channels of `#RRGGBB`; nil for anything else, which then never gets into the style sheet.
  private static func components(of color: String) -> (Int, Int, Int)? {
    let digits = color.utf8.dropFirst()
    guard color.utf8.first == UInt8(ascii: "#"), digits.count == 6,
      digits.allSatisfy({ byte in "0123456789abcdefABCDEF".utf8.contains(byte) }),
      let value = Int(color.dropFirst(), radix: 16)
    else { return nil }
    return (value >> 16, value >> 8 & 255, value & 255)
  }
}
