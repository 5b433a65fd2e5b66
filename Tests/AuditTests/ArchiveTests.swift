import Foundation
import Testing

@testable import Audit

/// What is packed is looked through, and what is too much to unpack is told.
@Suite struct ArchiveTests {
  private static let secret = Array("Vermiljoen measured".utf8)

  @Test func findsWordsInArchives() {
    // As `gzip -n` and `zip` pack them.
    #expect(
      Fixture.codes("en/a.gz", Self.gzip(Self.stored(Self.secret)))
        .contains("audit/withheld-word"))
    #expect(Fixture.codes("en/a.zip", Self.zip(Self.secret)).contains("audit/withheld-word"))
  }

  @Test func findsWordsInArchivesInArchives() {
    let inner = Self.gzip(Self.coded(Self.secret, copies: 0))
    #expect(
      Fixture.codes("en/a.gz", Self.gzip(Self.stored(inner))).contains("audit/withheld-word"))
    let code = Data(inner).base64EncodedString()
    #expect(
      Fixture.codes(page: "<img src='data:application/gzip;base64,\(code)' alt=''>")
        .contains("audit/withheld-word"))
  }

  /// Nine times four MiB are more than is unpacked of one file, wherever in it they are.
  @Test func tellsWhatIsTooMuch() {
    let bombs = (0..<9).flatMap { _ in Self.gzip(Self.coded([0x61], copies: 17_000)) }
    #expect(Fixture.codes("en/a.bin", bombs) == ["audit/unreadable"])
    #expect(Fixture.codes("en/a.gz", Self.gzip(Self.stored(bombs))) == ["audit/unreadable"])
    // So is more than is unpacked of one archive, what is packed in a way that is not undone, and an
    // archive in too many others.
    let one = Self.gzip(Self.coded([0x61], copies: 17_000))
    #expect(Fixture.codes("en/a.bin", one) == ["audit/unreadable"])
    #expect(Fixture.codes("en/a.bin", Self.gzip(Self.coded([0x61], copies: 100))) == [])
    var bzip = Self.zip([0x61])
    bzip[8] = 12
    #expect(Fixture.codes("en/a.zip", bzip) == ["audit/unreadable"])
    let deep = (0..<12).reduce(Self.secret) { inner, _ in Self.gzip(Self.coded(inner, copies: 0)) }
    #expect(Fixture.codes("en/a.gz", deep) == ["audit/unreadable"])
  }

  /// However many an archive holds.
  @Test func everyFileOfAnArchiveIsLookedThrough() {
    let many = (0..<40).flatMap { _ in Self.zip(Array("nothing".utf8)) }
    #expect(Fixture.codes("en/a.zip", many) == [])
    #expect(Fixture.codes("en/a.zip", many + Self.zip(Self.secret)).contains("audit/withheld-word"))
  }

  /// What only begins like a picture is none.
  @Test(arguments: ["GIF89a ", "\u{89}PNG "])
  func whatBeginsLikeAPictureIsReadAllTheSame(begin: String) {
    let text = begin.unicodeScalars.map { UInt8($0.value) } + Self.secret
    #expect(Fixture.codes("en/a.txt", text).contains("audit/withheld-word"))
    #expect(
      Fixture.codes("en/a.html", [0xFF, 0xD8, 0xFF, 0xDA, 0, 2] + text).contains(
        "audit/withheld-word"))
  }

  private static func zip(_ text: [UInt8]) -> [UInt8] {
    [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0] + [UInt8](repeating: 0, count: 12)
      + [1, 0, 0, 0, UInt8(ascii: "a")] + stored(text)
  }

  private static func gzip(_ deflated: [UInt8]) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + deflated
  }

  /// Blocks of DEFLATE that are not compressed (RFC 1951, 3.2.4).
  private static func stored(_ text: [UInt8]) -> [UInt8] {
    stride(from: 0, to: text.count, by: 60_000).flatMap { start -> [UInt8] in
      let block = text[start..<min(text.count, start + 60_000)]
      let (low, high) = (UInt8(block.count & 0xFF), UInt8(block.count >> 8))
      return [start + block.count == text.count ? 1 : 0, low, high, ~low, ~high] + block
    }
  }

  /// A block of DEFLATE with the fixed codes: these bytes, and the last so many times 258 times
  /// more (3.2.6).
  private static func coded(_ text: [UInt8], copies: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var count = 0
    func put(_ code: Int, _ width: Int) {
      for bit in (0..<width).reversed() {
        if count.isMultiple(of: 8) { bytes.append(0) }
        bytes[count / 8] |= UInt8(code >> bit & 1) << UInt8(count % 8)
        count += 1
      }
    }
    put(0b110, 3)  // the last block; fixed codes, the low bit first
    for byte in text {
      if byte < 144 { put(0x30 + Int(byte), 8) } else { put(0x100 + Int(byte), 9) }
    }
    for _ in 0..<copies {
      put(0xC5, 8)
      put(0, 5)
    }
    put(0, 7)
    return bytes
  }

  /// As `gzip` packs a file, with its name, and as `zip` does: no letter of the text shows.
  @Test func findsWhatIsCompressed() {
    let packed = Self.coded(Self.secret, copies: 0)
    let named: [UInt8] = [0x1F, 0x8B, 8, 8, 0, 0, 0, 0, 0, 3] + Array("a.txt\0".utf8) + packed
    #expect(Fixture.codes("en/a.gz", named).contains("audit/withheld-word"))
    #expect(Fixture.codes("en/a.zip", Self.zip([]) + packed).contains("audit/withheld-word"))
  }

  /// What is packed in a way that is not undone here is told.
  @Test(
    arguments: [
      Array("BZh9".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], [0x28, 0xB5, 0x2F, 0xFD, 4],
      [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
    ] as [[UInt8]])
  func tellsWhatIsPackedOtherwise(start: [UInt8]) {
    #expect(Fixture.codes("en/a.bin", start + [1, 2, 3]) == ["audit/unreadable"])
  }
}
