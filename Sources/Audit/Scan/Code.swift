/// A run of letters and digits that may be hexadecimal or base64.
struct Code {
  /// The run, with the signs of base64 in it, as far as it was not looked at before.
  let run: Range<Int>
  /// The first 48 bits of what it may be the digest of.
  private(set) var digests: [UInt64] = []
  /// What it says, decoded, where that is text or a known format.
  private(set) var contents: [[UInt8]] = []

  /// Looks at the run around a word.
  ///
  /// - Parameter after: the end of the run before.
  init(_ bytes: UnsafeBufferPointer<UInt8>, around word: Range<Int>, after: Int) {
    var low = word.lowerBound
    var high = word.upperBound
    while low > after, Code.isBase64(bytes[low - 1]) { low -= 1 }
    while high < bytes.count, Code.isBase64(bytes[high]) { high += 1 }
    run = low..<high
    var readings: [Range<Int>] = [low..<high]
    if word != readings[0] { readings.append(word) }
    if let slash = bytes[low..<high].lastIndex(where: { "-_/".utf8.contains($0) }), slash + 1 < high,
      slash + 1 != word.lowerBound
    {
      readings.append((slash + 1)..<high)
    }
    for range in readings { decode(bytes[range]) }
  }

  private mutating func decode(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
    if let hex = Code.hexadecimal(text) {
      if hex.count >= 6 { digests.append(Code.prefix(hex)) }
      keep(hex)
    }
    for skipped in 0..<min(4, text.count) {
      let code = text.dropFirst(skipped)
      guard code.count >= 8, Code.isPromising(code) else { continue }
      let decoded = Code.base64(code)
      if skipped == 0, decoded.count >= 16 { digests.append(Code.prefix(decoded)) }
      keep(decoded)
    }
    if text.count >= 22, digests.isEmpty || Code.hexadecimal(text) == nil {
      let decoded = Code.base64(text)
      if decoded.count >= 16 { digests.append(Code.prefix(decoded)) }
    }
  }

  private mutating func keep(_ content: [UInt8]) {
    guard content.count >= 4 else { return }
    if Code.isText(content) || FileFormat(content) != nil || Code.hasText(content) {
      contents.append(content)
    }
  }
}

// MARK: - Alphabets

extension Code {
  private static func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F, 0x2D, 0x5F, 0x3D: true
    default: false
    }
  }

  private static func sextet(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte) - 0x41
    case 0x61...0x7A: UInt32(byte) - 0x61 + 26
    case 0x30...0x39: UInt32(byte) - 0x30 + 52
    case 0x2B, 0x2D: 62
    case 0x2F, 0x5F: 63
    default: nil
    }
  }

  /// Whether the first bytes are those of text or of a packed format.
  private static func isPromising(_ code: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let start = base64(code.prefix(8))
    return isText(start) || FileFormat(start) != nil || code.count >= 48
  }

  private static func base64(_ code: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in code {
      guard let value = sextet(byte) else { break }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  /// The bytes of an even number of hexadecimal digits, hyphens as in a UUID aside.
  private static func hexadecimal(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
    guard text.count >= 8 else { return nil }
    var result: [UInt8] = []
    var high: UInt8?
    for byte in text where byte != UInt8(ascii: "-") {
      guard let value = Bytes.hexValue(byte) else { return nil }
      if let first = high {
        result.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return result.count >= 4 ? result : nil
  }

  private static func prefix(_ bytes: [UInt8]) -> UInt64 {
    bytes.prefix(6).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Whether it is text throughout: UTF-8 without control characters.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    var isASCII = true
    for byte in bytes {
      if byte < 0x20, !Bytes.isSpace(byte) { return false }
      if byte == 0x7F { return false }
      if byte >= 0x80 { isASCII = false }
    }
    return isASCII || String(validating: bytes, as: UTF8.self) != nil
  }

  /// Whether there is a long run of text in it.
  private static func hasText(_ bytes: [UInt8]) -> Bool {
    var run = 0
    for byte in bytes {
      run = byte >= 0x20 && byte < 0x7F ? run + 1 : 0
      if run >= 16 { return true }
    }
    return false
  }
}
