internal import Glibc
internal import Publish

/// Compares paths by what they lead to.
enum PathName {
  /// Whether two paths lead to the same place, there or not yet there.
  static func isSame(_ a: String, _ b: String) -> Bool { resolved(a) == resolved(b) }

  /// Whether `path` leads to the folder `folder` or to a place in it.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    let folder = resolved(folder)
    return folder == "/" || (resolved(path) + "/").hasPrefix(folder + "/")
  }

  /// Whether `path` leads to a published edition or to a place in one.
  static func isInEdition(_ path: String) -> Bool {
    var folder = resolved(path)
    while true {
      if PublishedFolder.isEdition(folder) { return true }
      guard let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else { return false }
      folder = String(folder[..<slash])
    }
  }

  private static func resolved(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    while parts.count > 1, parts.last?.isEmpty ?? false { parts.removeLast() }
    let name = parts.popLast() ?? ""
    let parent = parts.isEmpty ? "." : parts.joined(separator: "/")
    guard parent != path else { return path }
    return resolved(parent.isEmpty ? "/" : parent) + "/" + name
  }
}
