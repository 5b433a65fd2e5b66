/// Constructs that belong in no edition: comments, maps to sources, scripts and styles in a page, what is
/// loaded from another host.
enum Constructs {
  /// The most that are told of one file.
  static let most = 40

  /// Those in a text file, and where each is.
  static func found(
    in bytes: [UInt8], _ form: Readable.Form, path: String
  ) -> [(kind: Stray.Kind, offset: Int)] {
    var result: [(Stray.Kind, Int)] = []
    bytes.withUnsafeBufferPointer { bytes in
      switch form {
      case .page, .markup:
        var index = 0
        while result.count < most,
          let place = ByteSearch.first(UInt8(ascii: "<"), in: bytes, from: index)
        {
          index = place + 1
          var kind: Stray.Kind?
          if index < bytes.count, PageTag.isLetter(bytes[index]) {
            let end = PageTag.end(bytes, place)
            kind = PageTag.fault(UnsafeBufferPointer(rebasing: bytes[place..<end]), form == .page)
            index = end
          } else if index < bytes.count, bytes[index] == UInt8(ascii: "!"),
            bytes[index...].starts(with: "!--".utf8)
          {
            kind = .comment
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
