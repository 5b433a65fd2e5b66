/// The text of a passage as readers see it: without the signs of inline Markdown.
enum PlainText {
  /// Takes out emphasis, backslashes, the addresses of links and entities.
  ///
  /// - Parameter addresses: gets the addresses that stood in it, but those of briefings, which are
  ///   in an edition or not for reasons of their own.
  static func plain(_ text: [UInt8], addresses: inout [[UInt8]]) -> [UInt8] {
    guard text.contains(where: isSign) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "\\") where index + 1 < text.count && isPunctuation(text[index + 1]):
        result.append(text[index + 1])
        index += 2
      case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "["):
        index += 1
      case UInt8(ascii: "]"):
        index += 1
        if index < text.count, text[index] == UInt8(ascii: "(") {
          let end = endOfAddress(text, index)
          let address = Array(text[index + 1..<max(index + 1, end - 1)])
          if !address.starts(with: "briefing:".utf8) { addresses.append(address) }
          index = end
        }
      case UInt8(ascii: "_"):
        // Between letters it is a sign of the text, elsewhere it is emphasis.
        let isInside =
          index > 0 && index + 1 < text.count && isLetter(text[index - 1])
          && isLetter(text[index + 1])
        if isInside { result.append(byte) }
        index += 1
      default:
        result.append(byte)
        index += 1
      }
    }
    result.withUnsafeMutableBufferPointer { Entity.undoAll($0, from: 0) }
    return result
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "~"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "&"):
      true
    default: false
    }
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte < 0x80 && Letters.kinds[Int(byte)] == Letters.Kind.gap.rawValue && byte > 0x20
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    Letters.kinds[Int(byte)] & (Letters.plain | Letters.Kind.wide.rawValue) != 0
  }

  private static func endOfAddress(_ text: [UInt8], _ start: Int) -> Int {
    var depth = 0
    for index in start..<text.count {
      if text[index] == UInt8(ascii: "(") { depth += 1 }
      if text[index] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return index + 1 }
      }
    }
    return text.count
  }
}
