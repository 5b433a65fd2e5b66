/// What of a drawing can be in an edition: a picture has no more in it than what draws it.
///
/// Titles, descriptions, comments, names of classes and of parts are left behind when a drawing is
/// cleaned, so that their words are not shown to anybody.
enum ShownDrawing {
  private static let hidden: Set = ["title", "desc", "metadata", "style", "script"]
  /// Attributes that draw nothing, and how the names of others begin.
  private static let silent: Set = ["class", "id", "lang", "role", "href", "src", "style"]
  private static let prefixes = ["on", "data-", "aria-"]

  /// The drawing's tags, with the attributes that draw, and the words in its texts.
  static func parts(of bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var (texts, veils) = (0, 0)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        if texts > 0, veils == 0 { result += bytes[index..<end] }
        index = end
        continue
      }
      if bytes[index...].starts(with: "<!--".utf8) {
        index = end(of: "-->", in: bytes, from: index + 4)
        continue
      }
      let end = endOfTag(bytes, index)
      let tag = bytes[index..<end]
      let isClosing = tag.dropFirst().first == UInt8(ascii: "/")
      let isWhole = tag.dropLast().last == UInt8(ascii: "/")
      let name = name(of: tag)
      let step = isClosing ? -1 : isWhole ? 0 : 1
      if hidden.contains(name) { veils = max(0, veils + step) }
      if name == "text" { texts = max(0, texts + step) }
      if veils == 0, !hidden.contains(name) { result += drawn(tag) }
      index = end
    }
    return result
  }

  private static func end(of sign: String, in bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, !bytes[index...].starts(with: sign.utf8) { index += 1 }
    return min(bytes.count, index + sign.utf8.count)
  }

  /// Behind the `>` that ends a tag, which may stand in quotation marks before.
  private static func endOfTag(_ bytes: [UInt8], _ start: Int) -> Int {
    var quote: UInt8?
    for index in start..<bytes.count {
      let byte = bytes[index]
      if byte == quote {
        quote = nil
      } else if quote == nil {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { quote = byte }
        if byte == UInt8(ascii: ">") { return index + 1 }
      }
    }
    return bytes.count
  }

  private static func name(of tag: ArraySlice<UInt8>) -> String {
    let name = tag.dropFirst().drop { $0 == UInt8(ascii: "/") }.prefix { byte in
      byte > 0x20 && byte != UInt8(ascii: ">") && byte != UInt8(ascii: "/")
    }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// A tag without the attributes that draw nothing.
  private static func drawn(_ tag: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = tag.startIndex
    while index < tag.endIndex {
      let isName = result.isEmpty || tag[index] <= 0x20
      guard isName else {
        result.append(tag[index])
        index += 1
        continue
      }
      let start = index
      while index < tag.endIndex, tag[index] <= 0x20 || index == start { index += 1 }
      let name = tag[index...].prefix { $0 > 0x20 && $0 != UInt8(ascii: "=") }
      var end = name.endIndex
      while end < tag.endIndex, tag[end] <= 0x20 { end += 1 }
      guard end < tag.endIndex, tag[end] == UInt8(ascii: "=") else {
        result += tag[start..<name.endIndex]
        index = name.endIndex
        continue
      }
      end += 1
      while end < tag.endIndex, tag[end] <= 0x20 { end += 1 }
      if end < tag.endIndex, tag[end] == UInt8(ascii: "\"") || tag[end] == UInt8(ascii: "'") {
        let quote = tag[end]
        end = tag[(end + 1)...].firstIndex(of: quote).map { $0 + 1 } ?? tag.endIndex
      } else {
        while end < tag.endIndex, tag[end] > 0x20, tag[end] != UInt8(ascii: ">") { end += 1 }
      }
      if !isSilent(name) { result += tag[start..<end] }
      index = end
    }
    return result
  }

  private static func isSilent(_ name: ArraySlice<UInt8>) -> Bool {
    let name = String(decoding: name, as: UTF8.self).lowercased()
    return name.contains(":") || silent.contains(name)
      || prefixes.contains(where: name.hasPrefix)
  }
}
