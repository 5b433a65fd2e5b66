/// Which addresses a link may have.
public enum LinkScheme {
  /// What is said of a link with another address, and what to do.
  static let fault = (
    code: "link/scheme", message: "a link with an address that may not be linked to",
    help: "use an address that begins with https:, http:, mailto:, tel: or #; another briefing is "
      + "'briefing:ID'"
  )

  /// Whether `url`, as the Markdown parser gives it (entities and escapes decoded), is one that a
  /// reader may be sent to: an allow-list, so that no spelling of another scheme gets past it.
  public static func isAllowed(_ url: String) -> Bool {
    if url.hasPrefix("#") { return true }
    let lower = url.lowercased()
    // A space inside, as `<https://…/a b>` has, is written as `%20`.
    let mayHaveSpaces = lower.hasPrefix("https://") || lower.hasPrefix("http://")
    let least: UInt32 = mayHaveSpaces ? 0x1F : 0x20
    guard url.unicodeScalars.allSatisfy({ $0.value > least && $0.value != 0x7F }) else {
      return false
    }
    return ["https://", "http://", "mailto:", "tel:", "briefing:"].contains { scheme in
      lower.hasPrefix(scheme) && lower.utf8.count > scheme.utf8.count
    }
  }
}
