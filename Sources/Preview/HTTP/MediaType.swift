/// Media types of the files of a site, by the ends of their names.
enum MediaType {
  static let html = "text/html; charset=utf-8"
  static let text = "text/plain; charset=utf-8"

  private static let types = [
    "html": html, "txt": text,
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "csv": "text/csv; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "json": "application/json",
    "xml": "application/xml",
    "svg": "image/svg+xml", "woff2": "font/woff2",
  ]

  /// The images that editions hold, by the ends of their names.
  private static let images = [
    "png": "png", "jpg": "jpeg", "jpeg": "jpeg", "gif": "gif", "webp": "webp",
  ]

  /// Files whose names say more than their ends do.
  private static let named = [
    "feed.xml": "application/atom+xml", "feed.json": "application/feed+json",
    "opensearch.xml": "application/opensearchdescription+xml",
  ]

  /// The type of the file at `path`; bytes that are not looked into where the end is not known.
  static func of(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    if let type = named[name] { return type }
    guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
    let end = name[name.index(after: dot)...].lowercased()
    return types[end] ?? images[end].map { "image/\($0)" } ?? "application/octet-stream"
  }
}
