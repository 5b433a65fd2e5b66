/// What a line looks like at its start; the audit's whole knowledge of block structure.
enum LineShape {
  case blank
  case fence(UInt8, count: Int, indent: Int)
  case rule
  case heading(depth: Int, text: [UInt8])
  case item(contentIndent: Int, isEmpty: Bool, isOrdered: Bool, startsWithOne: Bool)
  case quote
  case footnote(name: [UInt8], rest: [UInt8])
  case reference(name: [UInt8])
  case text

  init(_ line: SourceLine) {
    let text = line.trimmed
    let indent = line.indent
    guard let first = text.first else {
      self = .blank
      return
    }
    if let shape = LineShape.fence(text, indent) ?? LineShape.rule(text) ?? LineShape.heading(text)
      ?? LineShape.item(line, text, indent)
    {
      self = shape
    } else if first == UInt8(ascii: ">") {
      self = .quote
    } else {
      self = LineShape.definition(text, indent) ?? .text
    }
  }

  private static func fence(_ text: [UInt8], _ indent: Int) -> LineShape? {
    guard let first = text.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
      return nil
    }
    let count = text.prefix { $0 == first }.count
    guard count >= 3 else { return nil }
    if first == UInt8(ascii: "`"), text.dropFirst(count).contains(first) { return nil }
    return .fence(first, count: count, indent: indent)
  }

  private static func rule(_ text: [UInt8]) -> LineShape? {
    guard let first = text.first, "-*_".utf8.contains(first) else { return nil }
    let marks = text.filter { !Bytes.isSpace($0) }
    return marks.count >= 3 && marks.allSatisfy { $0 == first } ? .rule : nil
  }

  private static func heading(_ text: [UInt8]) -> LineShape? {
    let depth = text.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(depth) else { return nil }
    let rest = text.dropFirst(depth)
    guard rest.first.map(Bytes.isSpace) ?? true else { return nil }
    var content = Bytes.trimmed(rest)[...]
    let closing = content.reversed().prefix { $0 == UInt8(ascii: "#") }.count
    let before = content.dropLast(closing)
    if closing > 0, before.last.map(Bytes.isSpace) ?? true { content = before }
    return .heading(depth: depth, text: Bytes.trimmed(content))
  }

  private static func item(_ line: SourceLine, _ text: [UInt8], _ indent: Int) -> LineShape? {
    guard let first = text.first else { return nil }
    var width = 0
    var isOrdered = false
    if "-+*".utf8.contains(first) {
      width = 1
    } else {
      let digits = text.prefix { (0x30...0x39).contains($0) }.count
      guard (1...9).contains(digits), digits < text.count, ".)".utf8.contains(text[digits]) else {
        return nil
      }
      width = digits + 1
      isOrdered = true
    }
    let rest = text.dropFirst(width)
    guard let space = rest.first else {
      return .item(
        contentIndent: indent + width + 1, isEmpty: true, isOrdered: isOrdered,
        startsWithOne: text.first == UInt8(ascii: "1") && width == 2)
    }
    guard Bytes.isSpace(space) else { return nil }
    let after = SourceLine(text: line.text.drop { Bytes.isSpace($0) }.dropFirst(width), number: 0)
    let gap = after.indent > 4 ? 1 : after.indent
    return .item(
      contentIndent: indent + width + gap, isEmpty: false, isOrdered: isOrdered,
      startsWithOne: text.first == UInt8(ascii: "1") && width == 2)
  }

  private static func definition(_ text: [UInt8], _ indent: Int) -> LineShape? {
    guard indent == 0, text.first == UInt8(ascii: "["),
      let close = text.firstIndex(of: UInt8(ascii: "]")), close + 1 < text.count,
      text[close + 1] == UInt8(ascii: ":")
    else { return nil }
    let name = Bytes.lowered(text[1..<close])
    if name.first == UInt8(ascii: "^") {
      return .footnote(name: name, rest: Bytes.trimmed(text[(close + 2)...]))
    }
    return .reference(name: name)
  }
}
