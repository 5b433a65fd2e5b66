import Markdown
import Testing

/// Eight bytes at a time find what one byte at a time finds.
@Suite struct ByteFindingTests {
  @Test func findsTheFirstOfABytesPlaces() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...40, using: &random)
      // Neighbours of the byte, and those whose high bit differs, are what could be taken for it.
      let byte = UInt8.random(in: 0...UInt8.max, using: &random)
      let near = [byte, byte &- 1, byte &+ 1, byte ^ 0x80, 0, .max]
      let text = (0..<count).map { _ in near.randomElement(using: &random) ?? 0 }
      let start = Int.random(in: 0...count, using: &random)
      #expect(text[start...].firstPlace(of: byte) == text[start...].firstIndex(of: byte))
      #expect(text.has(byte) == text.contains(byte))
    }
  }

  @Test(arguments: ["", "\n", "a", "a\n", "\n\na", "eight by\nte by te\n\nand nine bytes\n"])
  func linesAreThoseOfSplit(text: String) {
    let bytes = Array(text.utf8)
    #expect(
      bytes[...].lines == bytes.split(separator: 0x0A, omittingEmptySubsequences: false))
    #expect(bytes.dropFirst(2).lines.map(\.startIndex).first == min(2, bytes.count))
  }
}
