/// The path of a request: what is asked for, seen from the root of the server.
enum RequestPath {
  /// The path in `target`, decoded, without its first `/` and without a query; nil where it is none
  /// that anything here is called by. A path never leads upwards, and has no part that is empty or
  /// begins with a dot, but for the last: `en/` asks for a folder.
  static func read(_ target: String) -> String? {
    let path = target.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard let bytes = decoded(path), bytes.first == UInt8(ascii: "/"),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    let hasControl = text.unicodeScalars.contains {
      $0.value < 0x20 || $0.value == 0x7F || $0 == "\\"
    }
    if hasControl { return nil }
    let parts = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for part in parts.dropLast() where part.isEmpty { return nil }
    for part in parts where part.hasPrefix(".") && part != ".well-known" { return nil }
    return String(text.dropFirst())
  }

  /// Bytes with every `%XX` as the byte that it stands for; nil where one is no such thing.
  private static func decoded(_ path: some Sequence<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var bytes = path.makeIterator()
    while let byte = bytes.next() {
      guard byte == UInt8(ascii: "%") else {
        result.append(byte)
        continue
      }
      guard let high = bytes.next().flatMap(digit), let low = bytes.next().flatMap(digit) else {
        return nil
      }
      result.append(high << 4 | low)
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  /// A path as an address: every byte that is not plainly a part of one is percent-encoded.
  static func encoded(_ path: String) -> String {
    var result = "/"
    for byte in path.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }
}
