import Testing

@testable import Images

@Suite struct GIFCleanerTests {
  /// Where blocks begin: after the header, the screen and the global colours.
  private var start: Int { 13 + 3 << (Int(Seed.gif[10] & 7) + 1) }

  private func block(_ data: [UInt8]) -> [UInt8] { [UInt8(data.count)] + data }

  private func seed(with parts: [UInt8]) -> [UInt8] { Seed.gif.inserting(parts, at: start) }

  private func seed(ending parts: [UInt8]) -> [UInt8] {
    Seed.gif.inserting(parts, at: Seed.gif.count - 1)
  }

  @Test func dropsCommentsAndTexts() throws {
    for label: UInt8 in [0xFE, 0x01, 0x42] {
      let part = [0x21, label] + block(Seed.canaryBytes) + [0]
      #expect(try cleanImage(seed(with: part)).bytes == Seed.gif)
      #expect(try cleanImage(seed(ending: part)).bytes == Seed.gif)
    }
  }

  @Test(arguments: ["XMP DataXMP", "ICCRGBG1012", "MGK8BIM0000", "CANARYWORDX"])
  func dropsDataOfApplications(_ name: String) throws {
    let part =
      [0x21, 0xFF] + block(Array(name.utf8)) + block(Seed.canaryBytes) + block([1, 0, 0]) + [0]
    #expect(try cleanImage(seed(with: part)).bytes == Seed.gif)
  }

  @Test func keepsTheLoopAndNothingBesideIt() throws {
    let loop = [0x21, 0xFF] + block(Array("NETSCAPE2.0".utf8)) + block([1, 5, 0])
    let dirty = seed(with: loop + block(Seed.canaryBytes) + [0])
    #expect(try cleanImage(dirty).bytes == seed(with: loop + [0]))
  }

  /// Which colour would be transparent is nothing where none is.
  @Test func dropsAColourThatIsNotTransparent() throws {
    func control(_ colour: UInt8) -> [UInt8] { [0x21, 0xF9, 4, 0x04, 10, 0, colour, 0] }
    #expect(try cleanImage(seed(with: control(0x7A))).bytes == seed(with: control(0)))
  }

  @Test func keepsTimingAndTransparency() throws {
    let control: [UInt8] = [0x21, 0xF9, 4, 0x05, 10, 0, 2, 0]
    #expect(try cleanImage(seed(with: control)).bytes == seed(with: control))
    var reserved = control
    reserved[3] |= 0xE2
    #expect(try cleanImage(seed(with: reserved)).bytes == seed(with: control))
  }

  @Test func dropsTheControlOfAText() throws {
    let text = [0x21, 0xF9, 4, 0, 10, 0, 0, 0] + [0x21, 0x01] + block(Seed.canaryBytes) + [0]
    #expect(try cleanImage(seed(with: text)).bytes == Seed.gif)
  }

  @Test func dropsWhatFollowsThePictureWithinAFrame() throws {
    let end = Seed.gif.count - 2
    #expect(try cleanImage(Seed.gif.inserting(block(Seed.canaryBytes), at: end)).bytes == Seed.gif)
  }

  @Test func refusesAFrameOfTheWrongSize() {
    var bytes = Seed.gif
    bytes[start + 5] = 23
    #expect(refusal(of: bytes)?.message == "this GIF has a frame with too many pixels")
    bytes[start + 5] = 25
    #expect(refusal(of: bytes)?.message == "this GIF has a frame outside its screen")
  }

  @Test func refusesBytesBetweenParts() {
    #expect(
      refusal(of: seed(with: Seed.canaryBytes))?.message == "this GIF has bytes between its parts")
  }
}
