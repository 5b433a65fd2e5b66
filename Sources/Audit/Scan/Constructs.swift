/// Constructs that belong in no edition: comments, maps to sources, script in a page.
enum Constructs {
  /// Those in a text file, and where each is.
  static func found(
    in bytes: [UInt8], _ form: Readable.Form
  ) -> [(kind: Stray.Kind, offset: Int)] {
    var result: [(Stray.Kind, Int)] = []
    bytes.withUnsafeBufferPointer { bytes in
      switch form {
      case .markup:
        forEach("<!--", in: bytes) { result.append((.comment, $0)) }
        forEach("<metadata", in: bytes) { result.append((.metadata, $0)) }
        forEach("<script", in: bytes) { place in
          let tag = bytes[place...].prefix { $0 != UInt8(ascii: ">") }
          let isData = contains("application/ld+json", in: tag)
          if !contains("src=", in: tag), !isData { result.append((.script, place)) }
        }
      case .plain:
        forEach("/*", in: bytes) { result.append((.comment, $0)) }
        forEach("sourceMappingURL", in: bytes) { result.append((.sourceMap, $0)) }
      case .json, .markdown, .table: break
      }
    }
    return result
  }

  private static func forEach(
    _ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void
  ) {
    text.withUTF8Buffer { text in
      var index = 0
      while index + text.count <= bytes.count {
        guard let start = bytes[index...].firstIndex(of: text[0]),
          start + text.count <= bytes.count
        else { return }
        if bytes[start..<start + text.count].elementsEqual(text) { body(start) }
        index = start + 1
      }
    }
  }

  private static func contains(_ text: String, in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool
  {
    String(decoding: bytes, as: UTF8.self).contains(text)
  }
}
