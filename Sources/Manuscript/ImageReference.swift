/// An image that a briefing shows.
public struct ImageReference: Hashable, Sendable {
  /// The destination as the Markdown parser gives it.
  public var destination: String
  /// Its line in the file, counted from 1.
  public var line: Int

  /// The path of the image within the publication, for a document at `document`; nil where it is
  /// not a relative path that stays inside `briefings/`.
  public static func path(of destination: String, in document: String) -> String? {
    guard let decoded = destination.removingPercentEncoding(), !decoded.hasPrefix("/"),
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

extension String {
  /// The text with `%XX` decoded; nil where that is not UTF-8.
  fileprivate func removingPercentEncoding() -> String? {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    var result: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return String(validating: result, as: UTF8.self)
  }
}
