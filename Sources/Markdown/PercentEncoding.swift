/// Percent-encoding of addresses (RFC 3986, section 2.1).
public enum PercentEncoding {
  /// The bytes of `address` with every `%XX` as the byte that it stands for.
  public static func decoded(_ address: String) -> [UInt8] {
    var result: [UInt8] = []
    var rest = Array(address.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
