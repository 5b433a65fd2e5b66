/// Gives headings their anchors, in the order in which they stand.
///
/// An anchor comes from the heading's visible text and the anchors before it, and from nothing
/// else, so it cannot tell of a heading that is not there.
public struct AnchorNames: Sendable {
  private var used: Set<String> = []
  /// The number that the next of a name gets.
  private var next: [String: Int] = [:]

  /// No anchors given yet; `reserved` ones belong to the page and are never given.
  public init(reserved: some Sequence<String> = []) { used = Set(reserved) }

  /// The anchor of the next heading, from its plain text without a portion mark: letters and
  /// digits in lower case, white space and hyphens as one hyphen, everything else left out;
  /// `section` where nothing remains; with `-2`, `-3`, … where it was given before.
  public mutating func name(for text: String) -> String {
    let stem = AnchorNames.stem(of: text)
    var name = stem
    // All numbers below are taken.
    var number = next[stem] ?? 2
    while !used.insert(name).inserted {
      name = "\(stem)-\(number)"
      number += 1
    }
    if number > 2 { next[stem] = number }
    return name
  }

  private static func stem(of text: String) -> String {
    if let stem = stem(ofASCII: text) { return stem }
    var result = ""
    var gap = false
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if gap, !result.isEmpty { result += "-" }
        gap = false
        result.unicodeScalars.append(scalar)
      } else if scalar == "-" || scalar.properties.isWhitespace {
        gap = true
      }
    }
    return result.isEmpty ? "section" : result
  }

  /// The same for a text of ASCII alone, as most are; nil for any other.
  private static func stem(ofASCII text: String) -> String? {
    var result: [UInt8] = []
    var gap = false
    for byte in text.utf8 {
      switch byte {
      case 0x80...: return nil
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        if gap, !result.isEmpty { result.append(UInt8(ascii: "-")) }
        gap = false
        result.append(byte < 0x41 ? byte : byte | 0x20)
      case UInt8(ascii: "-"), 0x20, 0x09...0x0D: gap = true
      default: continue
      }
    }
    return result.isEmpty ? "section" : String(decoding: result, as: UTF8.self)
  }
}
