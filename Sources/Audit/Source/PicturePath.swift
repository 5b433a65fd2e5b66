/// Where the pictures are that a text of a briefing names.
enum PicturePath {
  /// The longest path and the longest name in it that a file can have, in bytes (POSIX, PATH_MAX and
  /// NAME_MAX of Linux), and the most paths of one text that are looked at.
  private static let (longest, longestName, most) = (4095, 255, 1000)

  private static let endings = [".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"]

  /// An address in a text.
  struct Found {
    /// The path in the publication that it leads to, where a file may be or not.
    var path: String
    /// Where it stands.
    var range: Range<Int>
  }

  /// Their paths in the publication, and others at which no file is.
  ///
  /// - Parameter document: the path of the briefing, to which they are relative.
  static func all(in text: [UInt8], of document: String) -> [String] {
    found(in: text, of: document).map(\.path)
  }

  /// The same, each once, with where it first stands.
  static func found(in text: [UInt8], of document: String) -> [Found] {
    var result: [Found] = []
    text.withUnsafeBufferPointer { text in
      var index = 0
      while result.count < most,
        let dot = ByteSearch.first(UInt8(ascii: "."), in: text, from: index)
      {
        index = dot + 1
        guard let ending = endings.first(where: { isEnding($0, text, dot) }) else { continue }
        index = dot + ending.utf8.count
        for start in starts(text, dot) {
          let path = resolved(decoded(text[start..<index]), document)
          if let path, !result.contains(where: { $0.path == path }) {
            result.append(Found(path: path, range: start..<index))
          }
        }
      }
    }
    return result
  }

  /// Where the address can begin whose ending begins at `dot`: behind a space or a sign, behind `](`, a
  /// definition's `]:` or `<`, which may have those in it.
  private static func starts(_ text: UnsafeBufferPointer<UInt8>, _ dot: Int) -> [Int] {
    let least = max(0, dot - longest)
    var result: [Int] = []
    var start = dot
    while start > least, !edges.contains(text[start - 1]) { start -= 1 }
    result.append(start)
    while start > least {
      start -= 1
      let isBehindText =
        start > 0 && text[start - 1] == UInt8(ascii: "]")
        && (text[start] == UInt8(ascii: "(") || text[start] == UInt8(ascii: ":"))
      guard isBehindText || text[start] == UInt8(ascii: "<") else { continue }
      var first = start + 1
      while first < dot, text[first] <= 0x20 { first += 1 }
      result.append(first)
      if isBehindText { break }
    }
    return result
  }

  /// An address without percent signs, backslashes and entities.
  private static func decoded(_ address: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    var bytes: [UInt8] = []
    var index = address.startIndex
    while index < address.endIndex {
      let next = index + 1
      let isEscape =
        address[index] == UInt8(ascii: "\\") && next < address.endIndex
        && PlainText.isPunctuation(address[next])
      bytes.append(address[isEscape ? next : index])
      index = isEscape ? next + 1 : next
    }
    bytes.withUnsafeMutableBufferPointer {
      Entity.undoAll($0, from: 0)
      Percent.undoAll($0)
    }
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
    // No file has a longer name: a text may.
    guard parts.allSatisfy({ $0.utf8.count <= longestName }) else { return nil }
    return parts.joined(separator: "/")
  }
}
