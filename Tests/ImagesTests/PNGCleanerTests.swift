import Testing

@testable import Images

@Suite struct PNGCleanerTests {
  /// The seed with `parts` after its header.
  private func seed(with parts: [UInt8]) -> [UInt8] { Seed.png.inserting(parts, at: 33) }

  @Test(arguments: ["tEXt", "zTXt", "iTXt", "tIME", "eXIf", "iCCP", "sPLT", "hIST", "prVt", "caBX"])
  func dropsWhatIsNoPicture(_ type: String) throws {
    let dirty = seed(with: Seed.chunk(type, Array("Comment\0".utf8) + Seed.canaryBytes))
    #expect(try cleanImage(dirty).bytes == Seed.png)
    let late = Seed.png.inserting(Seed.chunk(type, Seed.canaryBytes), at: Seed.png.count - 12)
    #expect(try cleanImage(late).bytes == Seed.png)
  }

  /// A palette is for pictures whose pixels are numbers of its colours.
  @Test func dropsAPaletteThatIsNotUsed() throws {
    let palette = Seed.chunk("PLTE", Array((Seed.canaryBytes + Seed.canaryBytes).prefix(18)))
    #expect(try cleanImage(seed(with: palette)).bytes == Seed.png)
  }

  @Test func keepsWhatChangesTheColours() throws {
    let parts =
      Seed.chunk("gAMA", [0, 0, 177, 143]) + Seed.chunk("sRGB", [0])
      + Seed.chunk("pHYs", [0, 0, 1, 0, 0, 0, 1, 0, 1]) + Seed.chunk("tRNS", [0, 1, 0, 2, 0, 3])
    #expect(try cleanImage(seed(with: parts)).bytes == seed(with: parts))
  }

  @Test(arguments: ["gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs", "tRNS"])
  func refusesAWordInPlaceOfANumber(_ type: String) {
    let fault = refusal(of: seed(with: Seed.chunk(type, Seed.canaryBytes)))
    #expect(fault?.message == "this PNG has a malformed or misplaced \(type) chunk")
  }

  @Test func dropsWhatFollowsTheDataWithinItsChunk() throws {
    var cursor = ByteCursor(Seed.png[33...], of: Seed.png, .png)
    let data = Array(try PNGChunk(from: &cursor).data)
    let end = Seed.chunk("IEND", [])
    let dirty = Array(Seed.png[..<33]) + Seed.chunk("IDAT", data + Seed.canaryBytes) + end
    #expect(try cleanImage(dirty).bytes == Seed.png)
    let split =
      Array(Seed.png[..<33]) + Seed.chunk("IDAT", Array(data[..<20]))
      + Seed.chunk("IDAT", Array(data[20...])) + end
    #expect(try cleanImage(split).bytes == Seed.png)
  }

  @Test func survivesEveryChangedBitOfItsData() throws {
    var cursor = ByteCursor(Seed.png[33...], of: Seed.png, .png)
    let data = Array(try PNGChunk(from: &cursor).data)
    for bit in 0..<(8 * data.count) {
      var changed = data
      changed[bit / 8] ^= 1 << (bit % 8)
      let file =
        Array(Seed.png[..<33]) + Seed.chunk("IDAT", changed) + Seed.chunk("IEND", [])
      guard let image = try? cleanImage(file) else { continue }
      #expect(try cleanImage(image.bytes) == image)
    }
  }

  @Test func refusesMoreDataThanThePixelsNeed() {
    // One stored block of the canary, for a picture of one grey pixel, which needs two bytes.
    let count = UInt8(Seed.canaryBytes.count)
    let stored: [UInt8] =
      [0x78, 0x01, 1, count, 0, ~count, 0xFF] + Seed.canaryBytes + [0, 0, 0, 0]
    let file =
      PNGChunk.signature + Seed.chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
      + Seed.chunk("IDAT", stored) + Seed.chunk("IEND", [])
    #expect(refusal(of: file)?.message == "this PNG holds more data than its pixels")
  }

  @Test func refusesAWrongChecksum() {
    var bytes = Seed.png
    bytes[40] ^= 1
    #expect(refusal(of: bytes)?.message == "this PNG has a chunk whose checksum is wrong")
  }

  @Test func dropsThePaletteOfATrueColourPicture() throws {
    #expect(try cleanImage(seed(with: Seed.chunk("PLTE", Array("CAN".utf8)))).bytes == Seed.png)
  }

  @Test func refusesWhatWouldLookDifferent() {
    let animated = refusal(of: seed(with: Seed.chunk("acTL", [0, 0, 0, 1, 0, 0, 0, 0])))
    #expect(animated?.message == "this PNG is animated")
    let turned = refusal(of: seed(with: Seed.chunk("eXIf", Seed.exif(orientation: 6))))
    #expect(turned?.code == "image/orientation")
    #expect(
      turned?.help == "turn the picture itself: magick FILE -auto-orient -strip NEW.png")
  }
}
