extension StringProtocol {
  /// The text as a terminal or a log may show it: on one line, with nothing in it that moves the
  /// cursor or hides. A name or a value that an author wrote can hold any of these.
  public var visible: String {
    // Nearly every text is plain, and a check can have tens of thousands of them.
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return String(self) }
    var result = ""
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
