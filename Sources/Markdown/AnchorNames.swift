/// Gives headings their anchors, in the order in which they stand.
///
/// An anchor comes from the heading's visible text and the anchors before it, and from nothing
/// else, so it cannot tell of a heading that is not there.
public struct AnchorNames: Sendable {
  private var used: Set<String> = []

  /// No anchors given yet; `reserved` ones belong to the page and are never given.
  public init(reserved: some Sequence<String> = []) { used = Set(reserved) }

  /// The anchor of the next heading, from its plain text without a portion mark: letters and
  /// digits in lower case, white space and hyphens as one hyphen, everything else left out;
  /// `section` where nothing remains; with `-2`, `-3`, … where it was given before.
  public mutating func name(for text: String) -> String {
    let stem = AnchorNames.stem(of: text)
    var name = stem
    var number = 2
    while !used.insert(name).inserted {
      name = "\(stem)-\(number)"
      number += 1
    }
    return name
  }

  private static func stem(of text: String) -> String {
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
}
