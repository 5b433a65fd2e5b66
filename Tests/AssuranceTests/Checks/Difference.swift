import Edition

/// Where two editions differ.
enum Difference {
  /// The first difference in what would be published; nil where there is none.
  static func between(_ a: Edition, _ b: Edition, pages: Bool) throws -> String? {
    if a != b || pages {
      let files = first(map(Reading.released(a)), map(Reading.released(b)))
      if let files { return files }
    }
    if a != b { return "the editions differ, and their files do not" }
    guard pages else { return nil }
    return first(try Reading.pages(a), try Reading.pages(b))
  }

  private static func map(_ files: Files) -> [String: [UInt8]] {
    Dictionary(files.all.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  /// The first difference between two sets of files.
  static func first(_ a: [String: [UInt8]], _ b: [String: [UInt8]]) -> String? {
    for path in Set(a.keys).union(b.keys).sorted() where a[path] != b[path] {
      guard let mine = a[path] else { return "\(path) is new" }
      guard let other = b[path] else { return "\(path) is gone" }
      return "\(path) differs\n--- one\n\(text(mine))\n--- other\n\(text(other))"
    }
    return nil
  }

  private static func text(_ bytes: [UInt8]) -> String {
    String(String(decoding: bytes, as: UTF8.self).prefix(6000))
  }
}
