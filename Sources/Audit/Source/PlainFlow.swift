/// Values in brackets and quotation marks on one line.
struct PlainFlow {
  private let text: ArraySlice<UInt8>
  private let line: Int
  private var next: Int

  init(_ text: ArraySlice<UInt8>, line: Int) {
    self.text = text
    self.line = line
    next = text.startIndex
  }

  var isAtEnd: Bool { next == text.endIndex }

  /// Whether a value without quotation marks can begin with a byte.
  static func begins(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "("): true
    default: false
    }
  }

  /// The value that comes next; nil where it is not in this form.
  mutating func value(level: Int) -> Field? {
    guard level < 8, let first = peek else { return nil }
    switch first {
    case UInt8(ascii: "["): return list(level)
    case UInt8(ascii: "{"): return map(level)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return quoted(first)
    default: return PlainFlow.begins(first) ? plain() : nil
    }
  }

  private var peek: UInt8? { next < text.endIndex ? text[next] : nil }

  private mutating func skipSpaces() {
    while peek == 0x20 { next += 1 }
  }

  private mutating func list(_ level: Int) -> Field? {
    var elements: [Field] = []
    let isWhole = each(closing: UInt8(ascii: "]")) { flow in
      guard let element = flow.value(level: level + 1) else { return false }
      elements.append(element)
      return true
    }
    return isWhole ? .list(elements, line: line) : nil
  }

  private mutating func map(_ level: Int) -> Field? {
    var entries: [(key: String, value: Field)] = []
    let isWhole = each(closing: UInt8(ascii: "}")) { flow in
      let start = flow.next
      while let byte = flow.peek, byte != UInt8(ascii: ":"), PlainFlow.begins(byte) {
        flow.next += 1
      }
      let name = String(decoding: flow.text[start..<flow.next], as: UTF8.self)
      guard !name.isEmpty, entries.count < PlainYAML.most,
        !entries.contains(where: { $0.key == name }),
        flow.peek == UInt8(ascii: ":"), flow.next + 1 < flow.text.endIndex,
        flow.text[flow.next + 1] == 0x20
      else { return false }
      flow.next += 1
      flow.skipSpaces()
      guard let value = flow.value(level: level + 1) else { return false }
      entries.append((name, value))
      return true
    }
    return isWhole ? .map(Field.Map(entries: entries), line: line) : nil
  }

  /// Reads what is between a bracket and the one that closes it, with commas between; whether it is in
  /// this form.
  private mutating func each(
    closing: UInt8, _ read: (inout PlainFlow) -> Bool
  ) -> Bool {
    next += 1
    skipSpaces()
    var isFirst = true
    while peek != closing || !isFirst {
      guard read(&self) else { return false }
      skipSpaces()
      if peek == closing { break }
      guard peek == UInt8(ascii: ",") else { return false }
      next += 1
      skipSpaces()
      isFirst = false
    }
    next += 1
    return true
  }

  private mutating func quoted(_ quote: UInt8) -> Field? {
    let start = next + 1
    guard let end = text[start...].firstIndex(of: quote),
      !text[start..<end].contains(UInt8(ascii: "\\")),
      end + 1 == text.endIndex || text[end + 1] != quote
    else { return nil }
    next = end + 1
    return .text(String(decoding: text[start..<end], as: UTF8.self), line: line)
  }

  /// A value without quotation marks, as brackets end it.
  private mutating func plain() -> Field? {
    let start = next
    while let byte = peek, byte != UInt8(ascii: ","), byte != UInt8(ascii: "]"),
      byte != UInt8(ascii: "}")
    {
      guard byte == 0x20 || PlainFlow.begins(byte) || ")-._/".utf8.contains(byte) else {
        return nil
      }
      next += 1
    }
    let end = (text[start..<next].lastIndex { $0 != 0x20 } ?? start) + 1
    return .text(String(decoding: text[start..<end], as: UTF8.self), line: line)
  }
}
