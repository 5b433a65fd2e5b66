import Diagnostics
import Testing

/// The order of paths, which is the same on every machine.
@Suite struct ByteOrderTests {
  @Test func namesAreSortedByTheirBytes() {
    var generator = SystemRandomNumberGenerator()
    // Few different parts, so that many names begin alike, are equal, or end within another.
    let parts = ["", "a", "b", "briefings/", "é", "e\u{301}", "\u{FFFD}", "😀", "\0", "0123456789"]
    for count in [0, 1, 2, 50, 400] {
      let names = (0..<count).map { place in
        let length = Int.random(in: 0...5, using: &generator)
        let name = (0..<length).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
        return (name: name, place: place)
      }
      let wanted = names.sorted { one, other in
        let (a, b) = (Array(one.name.utf8), Array(other.name.utf8))
        return a == b ? one.place < other.place : a.lexicographicallyPrecedes(b)
      }
      #expect(names.sortedInBytes(by: \.name).map(\.place) == wanted.map(\.place))
      for (one, other) in zip(names, wanted) {
        #expect(
          one.name.precedesInBytes(other.name)
            == one.name.utf8.lexicographicallyPrecedes(other.name.utf8))
      }
    }
  }

  /// Letters that Unicode calls equal are other bytes, and two files.
  @Test func lettersThatLookAlikeAreTold() {
    let names = ["e\u{301}.md", "é.md", "ea.md"]
    #expect(names.sortedInBytes(by: \.self).map { Array($0.utf8)[1] } == [0x61, 0xCC, 0xA9])
  }
}
