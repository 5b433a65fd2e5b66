/// The list of an edition's files that it carries along.
enum Manifest {
  static let path = "manifest.json"

  /// The paths in it: every string behind `"path":`.
  static func paths(_ bytes: [UInt8]) -> Set<String> {
    var result: Set<String> = []
    bytes.withUnsafeBufferPointer { bytes in
      let name: StaticString = "\"path\":"
      let quote = UInt8(ascii: "\"")
      var index = 0
      while let start = name.withUTF8Buffer({ ByteSearch.first($0, in: bytes, from: index) }),
        let open = ByteSearch.first(quote, in: bytes, from: start + name.utf8CodeUnitCount),
        let close = ByteSearch.first(quote, in: bytes, from: open + 1)
      {
        result.insert(String(decoding: bytes[open + 1..<close], as: UTF8.self))
        index = close + 1
      }
    }
    return result
  }
}
