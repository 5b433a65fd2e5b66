/// Where the pictures are that a text of a briefing names.
enum PicturePath {
  private static let endings = [".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"]

  /// Their paths in the publication.
  ///
  /// - Parameter document: the path of the briefing, to which they are relative.
  static func all(in text: [UInt8], of document: String) -> [String] {
    var result: [String] = []
    text.withUnsafeBufferPointer { text in
      var index = 0
      while let dot = ByteSearch.first(UInt8(ascii: "."), in: text, from: index) {
        index = dot + 1
        guard let ending = endings.first(where: { isEnding($0, text, dot) }) else { continue }
        var start = dot
        while start > 0, !edges.contains(text[start - 1]) { start -= 1 }
        index = dot + ending.utf8.count
        result.append(decoded(text[start..<index]))
      }
    }
    return result.compactMap { resolved($0, document) }
  }

  /// An address without percent signs.
  private static func decoded(_ address: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var bytes = Array(address)
    bytes.withUnsafeMutableBufferPointer { Percent.undoAll($0) }
    return String(decoding: bytes.filter { $0 != Letters.fill }, as: UTF8.self)
  }

  private static func isEnding(
    _ ending: String, _ text: UnsafeBufferPointer<UInt8>, _ dot: Int
  ) -> Bool {
    let end = dot + ending.utf8.count
    return end <= text.count
      && text[dot..<end].elementsEqual(ending.utf8) { $0 == $1 || $0 | 0x20 == $1 }
      && (end == text.count || !Letters.isLetter(text[end]))
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
