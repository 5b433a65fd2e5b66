/// The text of a passage as readers see it: without the signs of inline Markdown.
struct PlainText {
  /// The text.
  private(set) var bytes: [UInt8]
  /// The addresses that stood in it, but those of briefings, which are in an edition or not for
  /// reasons of their own.
  private(set) var addresses: [[UInt8]] = []
  /// Whether the passage as it is written has other words, or others side by side.
  private(set) var hasOthers = false

  /// Takes out emphasis, backslashes, the addresses of links and entities.
  init(_ text: [UInt8]) {
    var index = PlainText.nextSign(text, 0)
    bytes = text
    guard index < text.count else { return }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    result += text[..<index]
    while index < text.count {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "\\")
      where index + 1 < text.count && PlainText.isPunctuation(text[index + 1]):
        hasOthers = true
        result.append(text[index + 1])
        index += 2
      case UInt8(ascii: "[") where index + 1 < text.count && text[index + 1] == UInt8(ascii: "^"):
        // A reference to a footnote, which is shown as a number or not at all.
        index = PlainText.endOfLabel(text, index) ?? index + 1
        hasOthers = true
      case UInt8(ascii: "<") where text[index...].starts(with: "<br>".utf8):
        result.append(0x20)
        index += 4
        hasOthers = true
      case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "["):
        index += 1
        if PlainText.joins(result, text, index) { hasOthers = true }
      case UInt8(ascii: "]"):
        index += 1
        if let end = PlainText.endOfLabel(text, index) {
          // What a reference to a definition, `[words][label]`, is shown without.
          index = end
          hasOthers = true
        }
        if PlainText.joins(result, text, index) { hasOthers = true }
        if index < text.count, text[index] == UInt8(ascii: "(") {
          let end = PlainText.endOfAddress(text, index)
          let address = Array(text[index + 1..<max(index + 1, end - 1)])
          if !address.starts(with: "briefing:".utf8) { addresses.append(address) }
          index = end
          hasOthers = true
        }
      case UInt8(ascii: "_"):
        // Between letters it is a sign of the text, elsewhere it is emphasis.
        let isInside =
          index > 0 && index + 1 < text.count && Letters.isLetter(text[index - 1])
          && Letters.isLetter(text[index + 1])
        if isInside { result.append(byte) }
        index += 1
      default:
        if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\\") { hasOthers = true }
        let next = PlainText.nextSign(text, index + 1)
        result += text[index..<next]
        index = next
      }
    }
    result.withUnsafeMutableBufferPointer { Entity.undoAll($0, from: 0) }
    bytes = result
  }

  /// Where a sign of Markdown or of an entity stands first, from `start` on; the end where none does.
  private static func nextSign(_ text: [UInt8], _ start: Int) -> Int {
    isSign.withUnsafeBufferPointer { isSign in
      text.withUnsafeBufferPointer { text in
        var index = start
        while index < text.count, !isSign[Int(text[index])] { index += 1 }
        return index
      }
    }
  }

  private static let isSign = (0...UInt8.max).map(#"\*`~[]_&<"#.utf8.contains)

  /// Whether letters, or the parts of an address, come together where a sign was taken out.
  private static func joins(_ before: [UInt8], _ text: [UInt8], _ index: Int) -> Bool {
    guard let last = before.last, index < text.count else { return false }
    if Letters.isLetter(text[index]) { return Letters.isLetter(last) || Letters.isJoint(last) }
    return Letters.isJoint(text[index]) && Letters.isLetter(last) && index + 1 < text.count
      && Letters.isLetter(text[index + 1])
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    byte < 0x80 && Letters.kinds[Int(byte)] == Letters.Kind.gap.rawValue && byte > 0x20
  }

  /// Where the label in brackets that begins at `start` ends; nil where none does.
  private static func endOfLabel(_ text: [UInt8], _ start: Int) -> Int? {
    guard start < text.count, text[start] == UInt8(ascii: "[") else { return nil }
    let end = text[start...].prefix(200).firstIndex(of: UInt8(ascii: "]"))
    return end.map { $0 + 1 }
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
