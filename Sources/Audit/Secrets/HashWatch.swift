internal import Crypto

/// Digests of withheld texts: a digest in a page says what the text is to whoever guesses it.
struct HashWatch: Sendable {
  /// The first 48 bits of the digests, with the position of the text among the withheld ones.
  private(set) var digests: [UInt64: Int32] = [:]

  /// Adds the digests (MD5, SHA-1, SHA-256) of a text as it is, and in small letters.
  mutating func add(_ text: [UInt8], at position: Int) {
    let trimmed = Bytes.trimmed(text)
    guard !trimmed.isEmpty else { return }
    let lowered = Bytes.lowered(trimmed)
    for form in trimmed == lowered ? [trimmed] : [trimmed, lowered] {
      note(SHA256.hash(data: form), position)
      note(Insecure.SHA1.hash(data: form), position)
      note(Insecure.MD5.hash(data: form), position)
    }
  }

  private mutating func note(_ digest: some Sequence<UInt8>, _ position: Int) {
    let key = HashWatch.prefix(digest)
    if digests[key] == nil { digests[key] = Int32(truncatingIfNeeded: position) }
  }

  private static func prefix(_ digest: some Sequence<UInt8>) -> UInt64 {
    digest.prefix(6).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// SHA-256 as 64 hexadecimal digits.
  static func sha256(_ text: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return Bytes.string(
      SHA256.hash(data: text).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
