import Testing

@testable import Images

@Suite struct JPEGCleanerTests {
  private let clean: [UInt8]

  init() throws { clean = try cleanImage(Seed.jpeg).bytes }

  /// The clean seed with `parts` right after its start.
  private func seed(with parts: [UInt8]) -> [UInt8] { clean.inserting(parts, at: 2) }

  @Test(arguments: Array(0xE1...0xEF) + [0xFE] as [UInt8])
  func dropsSegmentsOfApplications(_ marker: UInt8) throws {
    #expect(try cleanImage(seed(with: Seed.segment(marker, Seed.canaryBytes))).bytes == clean)
  }

  @Test(arguments: [
    "Exif\0\0", "http://ns.adobe.com/xap/1.0/\0", "ICC_PROFILE\0", "MPF\0", "FPXR\0",
    "Photoshop 3.0\08BIM", "Ducky", "JFXX\0", "http://ns.adobe.com/xmp/extension/\0",
  ])
  func dropsMetadataOfEachKind(_ name: String) throws {
    for marker: UInt8 in [0xE0, 0xE1, 0xE2, 0xED] {
      let thumbnail: [UInt8] = [0xFF, 0xD8, 0xFF, 0xD9]
      let part = Seed.segment(marker, Array(name.utf8) + thumbnail + Seed.canaryBytes)
      #expect(try cleanImage(seed(with: part)).bytes == clean)
    }
  }

  @Test func writesJFIFWithoutItsThumbnail() throws {
    let header = Array("JFIF\0".utf8)
    let plain = Array(clean[20...])
    let full = header + [1, 2, 1, 0, 72, 0, 72, 1, 1] + Array("CAN".utf8)
    let dirty = [0xFF, 0xD8] + Seed.segment(0xE0, full) + plain
    #expect(try cleanImage(dirty).bytes == clean)
    #expect(Array(clean[2..<20]) == Seed.segment(0xE0, header + [1, 1, 0, 0, 1, 0, 1, 0, 0]))
  }

  @Test func keepsOfAdobeTheColourTransformAlone() throws {
    let adobe = Array("Adobe".utf8)
    let dirty = Seed.segment(0xEE, adobe + [0, 100, 0x43, 0x41, 0x4E, 0x41, 1] + Seed.canaryBytes)
    let bytes = try cleanImage(seed(with: dirty)).bytes
    let kept = Seed.segment(0xEE, adobe + [0, 100, 0, 0, 0, 0, 1])
    #expect(bytes == clean.inserting(kept, at: 20))
  }

  @Test func dropsTablesThatNothingUses() throws {
    let table = [3] + Array(repeating: Seed.canaryBytes, count: 7).joined().prefix(64)
    let quantization = Seed.segment(0xDB, table)
    #expect(try cleanImage(seed(with: quantization)).bytes == clean)
    let late = clean.inserting(quantization, at: clean.count - 2)
    #expect(try cleanImage(late).bytes == clean)
  }

  @Test func dropsASecondPictureAfterTheFirst() throws {
    #expect(try cleanImage(clean + Seed.jpeg).bytes == clean)
  }

  @Test func dropsFillBytesBeforeMarkers() throws {
    #expect(try cleanImage(clean.inserting([0xFF, 0xFF], at: 2)).bytes == clean)
    #expect(try cleanImage(clean.inserting([0xFF, 0xFF], at: clean.count - 2)).bytes == clean)
  }

  @Test(arguments: [true, false], [1, 2, 3, 6, 8, 9] as [UInt8])
  func refusesWhatMetadataTurns(bigEndian: Bool, _ orientation: UInt8) throws {
    let exif = Seed.exif(orientation: orientation, bigEndian: bigEndian)
    let dirty = seed(with: Seed.segment(0xE1, Array("Exif\0\0".utf8) + exif))
    if (2...8).contains(orientation) {
      #expect(refusal(of: dirty)?.code == "image/orientation")
    } else {
      #expect(try cleanImage(dirty).bytes == clean)
    }
  }

  @Test func refusesBytesBetweenParts() {
    #expect(
      refusal(of: clean.inserting(Seed.canaryBytes, at: 20))?.message
        == "this JPEG has bytes between its parts")
  }

  @Test func refusesRestartMarkersWithoutAnInterval() {
    let bytes = clean.inserting([0xFF, 0xD0], at: clean.count - 2)
    #expect(refusal(of: bytes)?.message == "this JPEG has restart markers out of turn")
  }

  @Test(arguments: [0xC3, 0xC9, 0xCC, 0xDC, 0xDE] as [UInt8])
  func refusesCodingsThatBrowsersDoNotRead(_ marker: UInt8) {
    #expect(
      refusal(of: seed(with: Seed.segment(marker, [0, 0])))?.code == "image/unsupported")
  }

  /// Cameras write who made them before they write how the picture was held.
  @Test func refusesWhatALaterEntryTurns() {
    var exif = Seed.exif(orientation: 6)
    exif[9] = 2
    exif.insert(contentsOf: [0x01, 0x0F, 0, 2, 0, 0, 0, 4, 0x41, 0x42, 0x43, 0], at: 10)
    let dirty = seed(with: Seed.segment(0xE1, Array("Exif\0\0".utf8) + exif))
    #expect(refusal(of: dirty)?.code == "image/orientation")
  }
}
