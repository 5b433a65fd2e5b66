/// Reads the head of a request from bytes, strictly: what is not in the one form that browsers send
/// is refused and not repaired.
///
/// Source: RFC 9112, sections 2 to 5.
enum RequestReader {
  /// What bytes hold.
  enum Outcome: Hashable {
    /// The head has not arrived as a whole.
    case incomplete
    case request(Request)
    /// The bytes are no request that is read; the status says why.
    case refused(Status)
  }

  /// The most bytes that a head may have.
  static let limit = 16 << 10
  /// The most fields that a head may have.
  private static let fieldLimit = 100
  private static let end: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]

  /// Reads the head that `bytes` begin with.
  static func read(_ bytes: [UInt8]) -> Outcome {
    guard let end = bytes.firstRange(of: end)?.lowerBound else {
      return bytes.count > limit ? .refused(.headTooLarge) : .incomplete
    }
    guard end <= limit else { return .refused(.headTooLarge) }
    let head = bytes[..<end]
    let isText = head.allSatisfy { (0x20...0x7E).contains($0) || [0x09, 0x0D, 0x0A].contains($0) }
    guard isText else { return .refused(.badRequest) }
    var lines = String(decoding: head, as: UTF8.self).utf8.split(
      separator: 0x0D, omittingEmptySubsequences: false
    ).map { $0 }
    // Every line but the first begins with the line feed that ended the one before it.
    for index in lines.indices.dropFirst() {
      guard lines[index].first == 0x0A else { return .refused(.badRequest) }
      lines[index] = lines[index].dropFirst()
    }
    guard !lines.contains(where: { $0.contains(0x0A) }) else { return .refused(.badRequest) }
    return request(lines.map { String(Substring($0)) })
  }

  private static func request(_ lines: [String]) -> Outcome {
    let words = lines[0].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count == 3, !words[0].isEmpty, words[0].utf8.allSatisfy(isTokenByte),
      words[1].hasPrefix("/"), ["HTTP/1.1", "HTTP/1.0"].contains(words[2])
    else { return .refused(.badRequest) }
    guard lines.count <= fieldLimit else { return .refused(.headTooLarge) }
    var request = Request(method: words[0], target: words[1])
    for line in lines.dropFirst() {
      guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else {
        return .refused(.badRequest)
      }
      let name = line[..<colon]
      guard !name.isEmpty, name.utf8.allSatisfy(isTokenByte) else { return .refused(.badRequest) }
      request.fields[name.lowercased(), default: []].append(
        trimmed(line[line.utf8.index(after: colon)...]))
    }
    // Nothing that is asked of a preview has a body.
    let hasBody =
      request.fields["transfer-encoding"] != nil
      || (request.fields["content-length"] ?? []).contains { $0 != "0" }
    if hasBody, ["GET", "HEAD"].contains(request.method) { return .refused(.badRequest) }
    return .request(request)
  }

  private static func trimmed(_ text: Substring) -> String {
    var bytes = text.utf8
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes = bytes.dropFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes = bytes.dropLast() }
    return String(Substring(bytes))
  }

  /// A byte of a token (RFC 9110, section 5.6.2).
  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
