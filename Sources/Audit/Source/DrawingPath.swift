/// Where the drawings are that a text of a briefing names.
enum DrawingPath {
  private static let ending = ".svg"

  /// Their paths in the publication.
  ///
  /// - Parameter document: the path of the briefing, to which they are relative.
  static func all(in text: [UInt8], of document: String) -> [String] {
    guard text.contains(UInt8(ascii: ".")) else { return [] }
    var result: [String] = []
    text.withUnsafeBufferPointer { text in
      Array(ending.utf8).withUnsafeBufferPointer { ending in
        var index = 0
        while let place = ByteSearch.first(ending, in: text, from: index) {
          index = place + ending.count
          var start = place
          while start > 0, !edges.contains(text[start - 1]) { start -= 1 }
          result.append(String(decoding: text[start..<index], as: UTF8.self))
        }
      }
    }
    return result.compactMap { resolved($0, document) }
  }

  /// What stands around an address: brackets, spaces.
  private static let edges: Set<UInt8> = Set("()<> \t\n\"'[]".utf8)

  /// The path from the folder of a document on; nil where it leads out of the publication.
  private static func resolved(_ path: String, _ document: String) -> String? {
    var parts = document.split(separator: "/").dropLast()
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }
}
