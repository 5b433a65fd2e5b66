/// Finds `https://` addresses that stand in running text.
enum BareAddress {
  /// The first address in `text`, without the punctuation that ends a sentence behind it.
  static func first(in text: Substring) -> Range<String.Index>? {
    let bytes = text.utf8
    let scheme = "https://".utf8
    var cursor = bytes.startIndex
    var before: UInt8 = 0x20
    while cursor < bytes.endIndex {
      if bytes[cursor] == UInt8(ascii: "h"), !Address.isAlphanumeric(before),
        bytes[cursor...].starts(with: scheme)
      {
        let end = end(of: text[cursor...])
        if bytes.distance(from: cursor, to: end) > scheme.count { return cursor..<end }
      }
      before = bytes[cursor]
      cursor = bytes.index(after: cursor)
    }
    return nil
  }

  private static func end(of text: Substring) -> String.Index {
    var address = text.utf8.prefix { byte in
      byte > 0x20 && !"<>{}\"|\\^`".utf8.contains(byte)
    }
    while let last = address.last {
      let closes = last == UInt8(ascii: ")") && !address.contains(UInt8(ascii: "("))
      guard closes || ".,:;!?'*_~".utf8.contains(last) else { break }
      address.removeLast()
    }
    return address.endIndex
  }
}
