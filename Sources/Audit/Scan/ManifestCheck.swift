/// Compares the files of an edition with its `manifest.json`.
enum ManifestCheck {
  static let name = "manifest.json"

  /// Whether a file of that name is left over from something else than a build.
  static func isStray(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let endings = ["~", ".map", ".bak", ".tmp", ".swp", ".orig", ".rej", ".lock", ".log", ".psd"]
    return parts.contains { $0.isEmpty || ($0.hasPrefix(".") && $0 != ".well-known") }
      || endings.contains { path.hasSuffix($0) }
  }

  /// What the manifest and the files do not agree on; nothing where there is no manifest.
  static func findings(_ files: [AuditedFile]) -> [AuditFinding] {
    guard let manifest = files.first(where: { $0.path == name }) else { return [] }
    guard let named = entries(manifest.bytes) else {
      return [finding(.unreadableManifest, name)]
    }
    var found: [AuditFinding] = []
    var paths: Set<String> = [name]
    for file in files where file.path != name {
      paths.insert(file.path)
      if let size = named[file.path] {
        if size != file.bytes.count { found.append(finding(.wrongSize, file.path)) }
      } else {
        found.append(finding(.notInManifest, file.path))
      }
    }
    for path in named.keys.sorted() where !paths.contains(path) {
      found.append(finding(.missingFile, name))
    }
    return found
  }

  private static func finding(_ construct: Construct, _ path: String) -> AuditFinding {
    AuditFinding(
      code: construct.code, path: path, offset: 0, line: 1, what: construct.message, words: 0)
  }

  /// Sizes by path; nil where a path has no size.
  private static func entries(_ bytes: [UInt8]) -> [String: Int]? {
    var result: [String: Int] = [:]
    var path: String?
    var key: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "\"") {
        let (text, end) = string(bytes, i)
        i = end
        let isKey = bytes[i...].first { !Bytes.isSpace($0) } == UInt8(ascii: ":")
        if isKey {
          key = text
        } else if key.elementsEqual("path".utf8) {
          if path != nil { return nil }
          path = Bytes.string(text)
        }
      } else if (0x30...0x39).contains(bytes[i]) {
        let digits = bytes[i...].prefix { (0x30...0x39).contains($0) }
        i += digits.count
        guard key.elementsEqual("size".utf8) else { continue }
        guard let name = path, let size = Int(Bytes.string(digits)) else { return nil }
        result[name] = size
        path = nil
      } else {
        i += 1
      }
    }
    return path == nil ? result : nil
  }

  private static func string(_ bytes: [UInt8], _ quote: Int) -> (text: [UInt8], end: Int) {
    var text: [UInt8] = []
    var i = quote + 1
    while i < bytes.count, bytes[i] != UInt8(ascii: "\"") {
      if bytes[i] == UInt8(ascii: "\\") { i += 1 }
      if i < bytes.count { text.append(bytes[i]) }
      i += 1
    }
    return (text, min(bytes.count, i + 1))
  }
}
