/// The numbers of a page's own anchors, such as `_note1` and `#_judgement2`: they count what stands on
/// the page, and together with their name are no word of anybody's.
enum Anchors {
  /// More digits than these could be a number that somebody wrote.
  private static let most = 3

  /// Takes the digits out of anchors in the values of a tag, which begin and end with `Letters.end`:
  /// what begins with `_` or `#_` there, or behind a space, and has letters and then digits.
  static func takeOut(_ tag: UnsafeMutableBufferPointer<UInt8>, from start: Int) {
    var index = start
    while let sign = ByteSearch.first(UInt8(ascii: "_"), in: .init(tag), from: index) {
      index = sign + 1
      var before = sign - 1
      if before >= start, tag[before] == UInt8(ascii: "#") { before -= 1 }
      guard before >= start, tag[before] == Letters.end || tag[before] == 0x20 else { continue }
      while index < tag.count, isLetter(tag[index]) { index += 1 }
      let digits = index
      while index < tag.count, isDigit(tag[index]) { index += 1 }
      guard digits > sign + 1, index - digits <= most else { continue }
      for place in digits..<index { tag[place] = Letters.end }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
