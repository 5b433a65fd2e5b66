import Crypto
import Foundation
import Testing

@testable import Audit

/// The audit knows the hashes of what is withheld.
@Suite struct HashTests {
  /// The hash of a text as it is read, without the signs of its Markdown.
  @Test func findsTheHashOfWhatIsRead() {
    var fixture = Fixture()
    fixture.briefing += "\n\n(S) The **quick** spy [came](https://a.example).\n"
    let digest = SHA256.hash(data: Array("The quick spy came.".utf8))
    let text = digest.map {
      String($0, radix: 16).count == 1 ? "0" + String($0, radix: 16) : String($0, radix: 16)
    }
    fixture.pages["en/index.html"] = Array("<p>\(text.joined())</p>".utf8)
    #expect(fixture.findings.map(\.code) == ["audit/withheld-hash"])
  }

  @Test func findsHashes() {
    // Of the withheld paragraph: MD5, SHA-1 and the first half of SHA-256.
    let text = "Unit Vermiljoen measured 7421 containers from 203.0.113.77 with a crew of nine."
    let digests = Digests.of(Array(text.utf8))
    #expect(digests.count == 3)
    for digest in digests {
      let digits = String(digest, radix: 16)
      let name = String(repeating: "0", count: 16 - digits.count) + digits
      #expect(Fixture.codes("assets/\(name).css", []) == ["audit/withheld-hash"])
    }
  }

  @Test(arguments: [
    // Of the withheld paragraph: SHA-256 as browsers write it, and MD5.
    "sha256-SHA256", "MD5",
  ])
  func findsHashesInBase64(text: String) {
    let paragraph =
      "Unit Vermiljoen measured 7421 containers from 203.0.113.77 with a crew of nine."
    let digest =
      text == "MD5"
      ? Data(Insecure.MD5.hash(data: Data(paragraph.utf8)))
      : Data(SHA256.hash(data: Data(paragraph.utf8)))
    let written = text.replacing("SHA256", with: digest.base64EncodedString())
      .replacing("MD5", with: digest.base64EncodedString())
    #expect(Fixture.codes(page: "<i title='\(written)'>x</i>") == ["audit/withheld-hash"])
  }

  /// All digits of a hash, and a text that is as long as one.
  @Test(arguments: [false, true])
  func findsHashesAndTextsInHexadecimalDigits(inCapitals: Bool) {
    func page(_ bytes: some Sequence<UInt8>) -> String {
      let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      return "<i>\(inCapitals ? digits.uppercased() : digits)</i>"
    }
    let paragraph =
      "Unit Vermiljoen measured 7421 containers from 203.0.113.77 with a crew of nine."
    let hash = SHA256.hash(data: Data(paragraph.utf8))
    #expect(Fixture.codes(page: page(hash)) == ["audit/withheld-hash"])
    let text = "Vermiljoen measured it, they say"
    #expect(text.utf8.count == 32)
    #expect(Fixture.codes(page: page(text.utf8)).contains("audit/withheld-word"))
  }
}
