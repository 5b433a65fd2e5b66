import Testing

@testable import Images

@Suite struct ImageFormatTests {
  @Test func hasTheUsualFileExtensions() {
    #expect(ImageFormat.allCases.map(\.fileExtension) == ["png", "jpg", "webp", "gif", "svg"])
  }

  @Test(arguments: Seed.all)
  func isReadFromTheBytes(_ format: ImageFormat, _ bytes: [UInt8]) throws {
    let image = try cleanImage(bytes)
    #expect(image.format == format)
    #expect((image.width, image.height) == (format == .svg ? (40, 20) : (24, 16)))
  }

  @Test(arguments: ["", "x", "hello", "%PDF-1.7", "BM\0\0", "RIFF\0\0\0\0WAVE", "\u{1F}\u{8B}"])
  func refusesAllElse(_ text: String) {
    #expect(refusal(of: Array(text.utf8)) == .unknownFormat)
    #expect(ImageFault.unknownFormat.message == "this is no PNG, JPEG, WebP, GIF or SVG picture")
  }

  @Test func refusesTheTooLarge() {
    let bytes = Seed.png + [UInt8](repeating: 0, count: 16 << 20)
    #expect(refusal(of: bytes)?.code == "image/too-large")
    var wide = Seed.png
    wide.replaceSubrange(
      8..<33, with: Seed.chunk("IHDR", [0, 0, 40, 0, 0, 0, 40, 0, 8, 2, 0, 0, 0]))
    #expect(
      refusal(of: wide)?.message
        == "the picture has 10240 x 10240 pixels, more than the 40 million allowed")
  }
}
