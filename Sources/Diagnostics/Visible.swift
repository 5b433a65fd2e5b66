extension StringProtocol {
  /// The text as a terminal or a log may show it: on one line, with nothing in it that moves the
  /// cursor or hides. A name or a value that an author wrote can hold any of these.
  public var visible: String {
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
