public import Diagnostics
internal import Markdown

/// An image that a briefing shows.
public struct ImageReference: Hashable, Sendable {
  /// The destination as the Markdown parser gives it.
  public var destination: String
  /// Its line in the file, counted from 1.
  public var line: Int
  /// The column at which its destination is written, counted from 1; nil where it is not found as it is
  /// written.
  public var column: Int?

  /// That an image is not where images are.
  public static func outside(_ place: Place) -> Diagnostic {
    Diagnostic(
      "image/outside", at: place, "an image that is not inside 'briefings/'",
      help: "write a path relative to the briefing")
  }

  /// The path of the image within the publication, for a document at `document`; nil where it is
  /// not a relative path that stays inside `briefings/`.
  public static func path(of destination: String, in document: String) -> String? {
    guard let decoded = String(validating: PercentEncoding.decoded(destination), as: UTF8.self),
      !decoded.hasPrefix("/"),
      !decoded.contains("\\"), !decoded.contains(":"),
      !decoded.unicodeScalars.contains(where: { $0.value < 0x20 })
    else { return nil }
    var parts = document.split(separator: "/").dropLast().map(String.init)
    for part in decoded.split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": continue
      case "..":
        if parts.isEmpty { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    guard parts.count > 1, parts[0] == "briefings" else { return nil }
    return parts.joined(separator: "/")
  }
}
