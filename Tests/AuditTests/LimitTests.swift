import Testing

@testable import Audit

/// Whatever an edition holds, the audit ends soon.
@Suite struct LimitTests {
  @Test(arguments: [
    [0xFF, 0xD8, 0xFF, 0xFE, 0, 0, 0x2E], [0xFF, 0xD8, 0xFF, 0xE1, 0, 1, 0x2E, 0xFF],
    [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0],
    Array("GIF89a".utf8) + [UInt8](repeating: 0xFF, count: 9),
    Array("RIFF....WEBPEXIF".utf8) + [0xFF, 0xFF, 0xFF, 0xFF, 1],
  ])
  func lengthsThatAreNoneAreRead(picture: [UInt8]) {
    #expect(Fixture.codes("assets/picture.bin", picture).isSubset(of: ["audit/metadata"]))
  }

  @Test func manyLeaksOnOnePageTakeNoLonger() {
    let clock = ContinuousClock()
    var fixture = Fixture()
    fixture.pages["en/index.html"] = Array(
      String(repeating: "<li>Unit Vermiljoen measured 7421 containers\n", count: 20_000).utf8)
    var count = 0
    let time = clock.measure { count = fixture.findings.count }
    #expect(count > 0)
    #expect(time < .seconds(20))
  }

  @Test func bracketsTakeNoLonger() {
    let clock = ContinuousClock()
    var fixture = Fixture()
    fixture.briefing += "\n\n(U) " + String(repeating: "[{", count: 4_000)
    let time = clock.measure { _ = fixture.findings }
    #expect(time < .seconds(20))
  }
}
