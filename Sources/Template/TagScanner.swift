/// Finds the tags of a template, one after the other; what lies between them is text.
struct TagScanner {
  private let source: SourceText
  private var complaints: Complaints
  private var cursor = 0
  private var tags: [Tag] = []

  /// The tags of `source` in order; what is no proper tag is left out and complained of.
  static func tags(of source: SourceText, complaints: inout Complaints) -> [Tag] {
    var scanner = TagScanner(source: source, complaints: complaints)
    while !scanner.complaints.isFull, let start = scanner.find("{{", from: scanner.cursor) {
      scanner.readTag(at: start)
    }
    complaints = scanner.complaints
    return scanner.tags
  }

  private mutating func readTag(at start: Int) {
    let isTriple = byte(at: start + 2) == UInt8(ascii: "{")
    let inside = start + (isTriple ? 3 : 2)
    let closer: StaticString = isTriple ? "}}}" : "}}"
    guard let end = find(closer, from: inside) else {
      complain(at: start, "this tag is never closed", help: "end it with '\(closer)'")
      cursor = source.bytes.count
      return
    }
    cursor = end + (isTriple ? 3 : 2)
    var content = trimmed(inside..<end)
    var kind = isTriple ? Tag.Kind.raw : .variable
    if !isTriple, let sigil = byte(at: content.lowerBound), !content.isEmpty {
      if sigil == UInt8(ascii: "=") { return refuseDelimiters(at: start) }
      if let named = Tag.Kind(sigil: sigil) {
        kind = named
        content = trimmed(content.lowerBound + 1..<content.upperBound)
      }
    }
    if kind == .comment {
      return tags.append(Tag(kind: .comment, name: "", range: start..<cursor))
    }
    if let inner = find("{{", from: inside), inner < end {
      complain(at: start, "this tag is never closed", help: "end it with '\(closer)'")
      cursor = inner
      return
    }
    accept(Tag(kind: kind, name: source.string(content), range: start..<cursor))
  }

  private mutating func accept(_ tag: Tag) {
    if tag.name.isEmpty {
      complain(at: tag.range.lowerBound, "this tag has no name", help: nil)
    } else if let objection = tag.kind.objection(to: tag.name[...].utf8) {
      complain(at: tag.range.lowerBound, "'\(tag.name)' is not a name", help: objection)
    } else {
      tags.append(tag)
    }
  }

  private mutating func refuseDelimiters(at start: Int) {
    complain(
      at: start, "set-delimiter tags are not supported", help: "write tags with '{{' and '}}'")
  }

  private mutating func complain(at offset: Int, _ message: String, help: String?) {
    complaints.add("template/syntax", at: offset, message, help: help)
  }

  private func byte(at offset: Int) -> UInt8? {
    offset < source.bytes.count ? source.bytes[offset] : nil
  }

  /// Where a run of equal braces next begins.
  private func find(_ braces: StaticString, from start: Int) -> Int? {
    let brace = braces.utf8Start.pointee
    var run = 0
    var offset = start
    while offset < source.bytes.count {
      run = source.bytes[offset] == brace ? run + 1 : 0
      if run == braces.utf8CodeUnitCount { return offset - run + 1 }
      offset += 1
    }
    return nil
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, isSpace(source.bytes[lower]) { lower += 1 }
    while lower < upper, isSpace(source.bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }
}
