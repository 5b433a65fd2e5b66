/// A tag: its name and its attributes, as places in the text.
struct MarkupTag {
  /// An attribute.
  struct Attribute {
    /// Its name in small letters.
    var name: [UInt8]
    var nameRange: Range<Int>
    /// Its value, without quotes.
    var value: Range<Int>
  }

  let start: Int
  private(set) var end: Int
  private(set) var name: [UInt8] = []
  private(set) var isClosing = false
  private(set) var isSelfClosing = false
  private(set) var attributes: [Attribute] = []

  /// The tag at `start`, which has a `<`; nil where no letter follows.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    self.start = start
    var i = start + 1
    if i < bytes.count, bytes[i] == UInt8(ascii: "/") {
      isClosing = true
      i += 1
    }
    guard i < bytes.count, (bytes[i] | 0x20) &- 0x61 < 26 else { return nil }
    let nameStart = i
    while i < bytes.count, !MarkupTag.endsName(bytes[i]) { i += 1 }
    name = Bytes.lowered(bytes[nameStart..<i])
    end = i
    readAttributes(bytes)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    Bytes.isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "=")
  }

  private mutating func readAttributes(_ bytes: UnsafeBufferPointer<UInt8>) {
    var i = end
    while i < bytes.count, bytes[i] != UInt8(ascii: ">") {
      if Bytes.isSpace(bytes[i]) || bytes[i] == UInt8(ascii: "=") {
        i += 1
      } else if bytes[i] == UInt8(ascii: "/") {
        isSelfClosing = i + 1 < bytes.count && bytes[i + 1] == UInt8(ascii: ">")
        i += 1
      } else {
        i = readAttribute(bytes, i)
      }
    }
    end = min(bytes.count, i + 1)
  }

  private mutating func readAttribute(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var i = start
    while i < bytes.count, !MarkupTag.endsName(bytes[i]) { i += 1 }
    let nameRange = start..<i
    var next = i
    while next < bytes.count, Bytes.isSpace(bytes[next]) { next += 1 }
    var value = i..<i
    if next < bytes.count, bytes[next] == UInt8(ascii: "=") {
      next += 1
      while next < bytes.count, Bytes.isSpace(bytes[next]) { next += 1 }
      (value, i) = MarkupTag.value(bytes, next)
    }
    attributes.append(
      Attribute(name: Bytes.lowered(bytes[nameRange]), nameRange: nameRange, value: value))
    return i
  }

  private static func value(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (Range<Int>, Int) {
    guard start < bytes.count else { return (start..<start, start) }
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let end = bytes[(start + 1)...].firstIndex(of: quote) ?? bytes.count
      return ((start + 1)..<end, min(bytes.count, end + 1))
    }
    var end = start
    while end < bytes.count, !Bytes.isSpace(bytes[end]), bytes[end] != UInt8(ascii: ">") { end += 1 }
    return (start..<end, end)
  }

  /// Whether it has an attribute of that name.
  func has(_ attribute: String) -> Bool {
    attributes.contains { $0.name.elementsEqual(attribute.utf8) }
  }

  /// The value of an attribute in small letters.
  func value(of attribute: String, _ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    attributes.first { $0.name.elementsEqual(attribute.utf8) }.map { Bytes.lowered(bytes[$0.value]) }
  }

  /// Whether words go on over it.
  var isInline: Bool { AttributeWords.inline.contains(name) }

  /// Whether words end at it and runs of words go on.
  var isBreak: Bool { AttributeWords.breaks.contains(name) }

  /// Whether nothing stands in it.
  var isVoid: Bool { AttributeWords.void.contains(name) }
}
