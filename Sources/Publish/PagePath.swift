/// The rules for the paths of an edition's files.
enum PagePath {
  /// The largest number of bytes in a path and in one of its parts, as file systems have it.
  private static let longest = 1024
  private static let longestPart = 255
  /// The one hidden folder that the web has a use for (RFC 8615).
  private static let wellKnown = ".well-known"

  /// Why `path` cannot be the path of a file, or nil.
  static func problem(in path: String) -> String? {
    guard path.utf8.count <= longest else { return "the path is too long" }
    var parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)[...]
    if parts.count > 1, parts.first.map({ $0.elementsEqual(wellKnown.utf8) }) ?? false {
      parts = parts.dropFirst()
    }
    return parts.lazy.compactMap { problem(inPart: $0) }.first
  }

  /// Why `part` cannot be the name of a file or folder, or nil.
  static func problem(inPart part: some Collection<UInt8>) -> String? {
    guard !part.isEmpty else { return "the path is empty, absolute, or has an empty part" }
    guard part.count <= longestPart else { return "a part of the path is too long" }
    guard part.first != UInt8(ascii: ".") else { return "a part of the path begins with a dot" }
    guard part.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }) else {
      return "the path has a control character or a backslash"
    }
    return nil
  }

  /// Checks all paths of an edition together, as `PathRegister` does.
  static func check(_ paths: some Sequence<String>) throws(PublishFault) {
    var register = PathRegister()
    for path in paths { try register.add(path) }
    try register.finish()
  }
}
