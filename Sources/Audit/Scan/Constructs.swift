/// Constructs that belong in no edition: comments, maps to sources, scripts and styles in a page, what is
/// loaded from another host.
enum Constructs {
  /// The most that are told of one file.
  private static let most = 40

  /// Those in a text file, and where each is.
  static func found(
    in bytes: [UInt8], _ form: Readable.Form, path: String
  ) -> [(kind: Stray.Kind, offset: Int)] {
    let isPage = path.hasSuffix(".html")
    var result: [(Stray.Kind, Int)] = []
    bytes.withUnsafeBufferPointer { bytes in
      switch form {
      case .markup:
        var index = 0
        while result.count < most,
          let place = ByteSearch.first(UInt8(ascii: "<"), in: bytes, from: index)
        {
          index = place + 1
          var kind = tag(bytes[place...])
          if kind == nil, place + 1 < bytes.count, PageTag.isLetter(bytes[place + 1]) {
            let end = PageTag.end(bytes, place)
            kind = PageTag.fault(UnsafeBufferPointer(rebasing: bytes[place..<end]), isPage)
            index = end
          }
          if let kind { result.append((kind, place)) }
        }
      case .plain:
        forEach("/*", in: bytes) { result.append((.comment, $0)) }
        forEach("sourceMappingURL", in: bytes) { result.append((.sourceMap, $0)) }
        if path.hasSuffix(".css") {
          result += StyleAddress.away(in: bytes).map { (.thirdParty, $0) }
        }
      case .json, .markdown, .table: break
      }
    }
    return result
  }

  /// The kind of a tag that belongs in no page.
  private static func tag(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Stray.Kind? {
    guard let next = bytes.dropFirst().first else { return nil }
    switch next {
    case UInt8(ascii: "!"): return bytes.starts(with: "<!--".utf8) ? .comment : nil
    case UInt8(ascii: "m"), UInt8(ascii: "M"):
      return begins(bytes, "<metadata") ? .metadata : nil
    default: return nil
    }
  }

  /// Whether bytes begin with a name, in capitals or not.
  private static func begins(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ name: String) -> Bool {
    bytes.prefix(name.utf8.count).elementsEqual(name.utf8) { $0 | 0x20 == $1 | 0x20 }
  }

  private static func forEach(
    _ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void
  ) {
    text.withUTF8Buffer { text in
      var index = 0
      var count = 0
      while count < most, let start = ByteSearch.first(text, in: bytes, from: index) {
        body(start)
        count += 1
        index = start + 1
      }
    }
  }
}
