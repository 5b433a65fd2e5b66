import Markdown

/// Addresses that may become links.
enum Address {
  /// The schemes that a link of the body may have.
  private static let schemes: Set<String> = ["https", "http", "mailto", "tel", "briefing"]

  /// The scheme of `address` in lower case, where it is one that may become a link.
  static func scheme(of address: String) -> String? {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let scheme = address[..<colon].lowercased()
    return schemes.contains(scheme) ? scheme : nil
  }

  /// `address` with everything that does not belong in one percent-encoded.
  static func encoded(_ address: some StringProtocol) -> String {
    if address.utf8.allSatisfy(isPlain) { return String(address) }
    var result: [UInt8] = []
    for byte in address.utf8 {
      if isPlain(byte) {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The path of an absolute address, from its first `/` behind the host on.
  static func path(of address: String) -> String? {
    guard let host = address.firstRange(of: "://")?.upperBound,
      let slash = address[host...].firstIndex(of: "/")
    else { return nil }
    return String(address[slash...])
  }

  /// `address` with every percent-encoded byte as it is.
  static func decoded(_ address: String) -> String {
    guard address.utf8.contains(UInt8(ascii: "%")) else { return address }
    return String(decoding: PercentEncoding.decoded(address), as: UTF8.self)
  }

  /// `name` as one part of a path: letters, digits, `.`, `_`, `-` stay, the rest is a hyphen.
  static func pathPart(_ name: String) -> String {
    let bytes = name.utf8.map { isPathByte($0) ? $0 : UInt8(ascii: "-") }
    let part = String(decoding: bytes, as: UTF8.self)
    return part.utf8.allSatisfy { $0 == UInt8(ascii: ".") } ? "-" : part
  }

  private static func isPathByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "-_.~:/?#@!$&'()*+,;=%".utf8.contains(byte)
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
