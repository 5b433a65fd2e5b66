import Testing

@testable import Images

@Suite struct WebPCleanerTests {
  private static let size: [UInt8] = [23, 0, 0, 15, 0, 0]

  private func picture(_ file: [UInt8]) -> [UInt8] {
    let length = Int(file[16]) | Int(file[17]) << 8
    return Array(file[20..<20 + length])
  }

  private var lossy: [UInt8] { picture(Seed.lossyWebP) }

  @Test(arguments: [[], ["EXIF"], ["XMP "], ["ICCP"], ["EXIF", "XMP ", "ICCP", "abcd"]])
  func dropsMetadataAndItsFlags(_ types: [String]) throws {
    let parts = types.map { ($0, Seed.canaryBytes + [1]) }
    let dirty = Seed.webp(
      [("VP8X", [0x2C, 1, 2, 3] + Self.size)] + parts + [("VP8 ", lossy)] + parts)
    let clean = Seed.webp([("VP8X", [0, 0, 0, 0] + Self.size), ("VP8 ", lossy)])
    #expect(try cleanImage(dirty).bytes == clean)
  }

  @Test func dropsWhatIsUnknownInASimpleFile() throws {
    let dirty = Seed.webp([("VP8 ", lossy), ("note", Seed.canaryBytes)])
    #expect(try cleanImage(dirty).bytes == Seed.webp([("VP8 ", lossy)]))
  }

  @Test func keepsAlpha() throws {
    let lossless = picture(Seed.losslessWebP)
    let alpha = Seed.webp([
      ("VP8X", [0x10, 0, 0, 0] + Self.size), ("ALPH", [0, 1, 2]), ("VP8 ", lossy),
    ])
    #expect(try cleanImage(alpha).bytes == alpha)
    let plain = Seed.webp([("VP8X", [0x10, 0, 0, 0] + Self.size), ("VP8L", lossless)])
    #expect(
      try cleanImage(plain).bytes
        == Seed.webp([("VP8X", [0, 0, 0, 0] + Self.size), ("VP8L", lossless)]))
  }

  @Test func cleansEachFrameOfAnAnimation() throws {
    let animation = { (flags: UInt8, reserved: UInt8, extra: [UInt8]) in
      var frame: [UInt8] = [0, 0, 0, 0, 0, 0] + Self.size + [100, 0, 0, reserved | 1]
      frame += extra
      WebPChunk.append("VP8 ", self.lossy, to: &frame)
      frame += extra
      return Seed.webp([
        ("VP8X", [flags, 0, 0, 0] + Self.size), ("ANIM", [0, 0, 0, 0, 0, 0]), ("ANMF", frame),
        ("ANMF", frame),
      ])
    }
    var note: [UInt8] = []
    WebPChunk.append("note", Seed.canaryBytes, to: &note)
    #expect(try cleanImage(animation(0x0E, 0xFC, note)).bytes == animation(0x02, 0, []))
  }

  @Test func writesPaddingAsZero() throws {
    var dirty = Seed.webp([("VP8 ", lossy + [1])])
    dirty[dirty.count - 1] = 0x43
    #expect(try cleanImage(dirty).bytes == Seed.webp([("VP8 ", lossy + [1])]))
  }

  @Test func refusesWhatMetadataTurns() {
    let dirty = Seed.webp([
      ("VP8X", [8, 0, 0, 0] + Self.size), ("VP8 ", lossy), ("EXIF", Seed.exif(orientation: 3)),
    ])
    #expect(refusal(of: dirty)?.code == "image/orientation")
  }

  @Test func refusesASecondOrAWrongPicture() {
    #expect(
      refusal(of: Seed.webp([("VP8 ", lossy), ("VP8 ", lossy)]))?.code == "image/damaged")
    let other = Seed.webp([("VP8X", [0, 0, 0, 0, 99, 0, 0, 15, 0, 0]), ("VP8 ", lossy)])
    #expect(
      refusal(of: other)?.message
        == "this WebP has a picture of another size than its header says")
    #expect(refusal(of: Seed.webp([("VP8 ", Seed.canaryBytes)]))?.code == "image/damaged")
  }
}
