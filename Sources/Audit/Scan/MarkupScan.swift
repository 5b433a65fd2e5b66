/// Reads HTML, SVG and XML: text with the tags taken out, then attributes, comments, scripts.
///
/// It knows no grammar: `<` opens a tag, `>` closes it. Words go on over inline tags, so that a word
/// split by them is found; any other tag ends what came before.
struct MarkupScan {
  /// What a scan of markup is part of.
  enum Kind {
    case html, svg, xml, fragment
  }

  private let kind: Kind
  private let depth: Int
  private let origin: Int
  private let isDecoded: Bool
  private let keepsLetters: Bool
  private var text: TextFeed
  private var hidden: (name: [UInt8], nesting: Int)?
  /// What was found encoded in it.
  private(set) var payloads: [Payload] = []

  init(_ kind: Kind, depth: Int, origin: Int, isDecoded: Bool, keepsLetters: Bool = false) {
    self.keepsLetters = keepsLetters
    self.kind = kind
    self.depth = depth
    self.origin = origin
    self.isDecoded = isDecoded
    text = TextFeed(stream: WordStream(keepsLetters: keepsLetters), depth: depth)
  }

  private func place(_ offset: Int) -> Int { isDecoded ? origin : origin + offset }

  /// Scans the whole of a text.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, into sink: inout some ScanSink) {
    var i = 0
    while i < bytes.count {
      let start = i
      while i < bytes.count, bytes[i] != UInt8(ascii: "<") { i += 1 }
      if i > start { feed(bytes, start..<i, into: &sink) }
      guard i < bytes.count else { break }
      i = markup(bytes, i, into: &sink)
    }
    text.flush(into: &sink)
    sink.pause()
    text.hand(to: &payloads, &sink)
    if hidden != nil { sink.endHidden(at: place(bytes.count)) }
  }

  private mutating func feed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into sink: inout some ScanSink
  ) {
    text.feed(
      UnsafeBufferPointer(rebasing: bytes[range]), origin: place(range.lowerBound),
      isDecoded: isDecoded, into: &sink)
    text.hand(to: &payloads, &sink)
  }

  /// Reads what begins with `<` at `i`, and gives the place behind it.
  private mutating func markup(
    _ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, into sink: inout some ScanSink
  ) -> Int {
    if Bytes.has(bytes, "<!--", at: i) {
      sink.report(.comment, at: place(i))
      let end = MarkupScan.find(bytes, "-->", from: i + 4) ?? bytes.count
      aside(bytes, (i + 4)..<end, into: &sink)
      return min(bytes.count, end + 3)
    }
    if Bytes.has(bytes, "<![CDATA[", at: i) { return i + 9 }
    if i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: "!") || bytes[i + 1] == UInt8(ascii: "?") {
      let end = bytes[i...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
      sink.context.insert(.structural)
      aside(bytes, (i + 2)..<max(i + 2, end), into: &sink)
      sink.context.remove(.structural)
      return min(bytes.count, end + 1)
    }
    guard let tag = MarkupTag(bytes, at: i) else {
      feed(bytes, i..<(i + 1), into: &sink)
      return i + 1
    }
    if !tag.isInline {
      text.flush(into: &sink)
      if !tag.isBreak { sink.pause() }
    }
    inspect(tag, bytes, into: &sink)
    return content(of: tag, bytes, into: &sink)
  }

  /// Feeds text that does not belong to the text around it.
  private mutating func aside(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into sink: inout some ScanSink
  ) {
    guard !range.isEmpty else { return }
    var feed = TextFeed(stream: WordStream(keepsLetters: keepsLetters), depth: depth)
    text.flush(into: &sink)
    sink.pause()
    feed.feed(
      UnsafeBufferPointer(rebasing: bytes[range]), origin: place(range.lowerBound),
      isDecoded: isDecoded, into: &sink)
    feed.flush(into: &sink)
    sink.pause()
    feed.hand(to: &payloads, &sink)
  }

  private mutating func inspect(
    _ tag: MarkupTag, _ bytes: UnsafeBufferPointer<UInt8>, into sink: inout some ScanSink
  ) {
    trackHidden(tag, into: &sink)
    if tag.isClosing { return }
    if tag.name == Array("template".utf8) { sink.report(.template, at: place(tag.start)) }
    if tag.name == Array("metadata".utf8) {
      sink.report(.metadata("SVG"), at: place(tag.start))
    }
    if tag.name.contains(UInt8(ascii: "-")) || tag.name.count > 14 {
      sink.context.insert(.structural)
      aside(bytes, (tag.start + 1)..<(tag.start + 1 + tag.name.count), into: &sink)
      sink.context.remove(.structural)
    }
    for attribute in tag.attributes { inspect(attribute, bytes, into: &sink) }
  }

  private mutating func inspect(
    _ attribute: MarkupTag.Attribute, _ bytes: UnsafeBufferPointer<UInt8>,
    into sink: inout some ScanSink
  ) {
    let name = attribute.name
    let value = attribute.value
    if name.count > 3, name.starts(with: "on".utf8), kind != .xml {
      sink.report(.eventHandler, at: place(value.lowerBound))
    }
    if name == Array("style".utf8), AttributeWords.conceals(bytes[value]) {
      sink.report(.concealingStyle, at: place(value.lowerBound))
    }
    if AttributeWords.colours.contains(name), AttributeWords.isColour(bytes[value]) { return }
    let before = sink.context
    if name.contains(UInt8(ascii: "-")), !name.starts(with: "aria-".utf8) {
      sink.context.insert(.structural)
      aside(bytes, attribute.nameRange, into: &sink)
    }
    sink.context = before
    if AttributeWords.measures.contains(name) { sink.context.insert(.measures) }
    if AttributeWords.structural.contains(name) || name.starts(with: "xmlns".utf8) {
      sink.context.insert(.structural)
    }
    aside(bytes, value, into: &sink)
    sink.context = before
  }

  private mutating func trackHidden(_ tag: MarkupTag, into sink: inout some ScanSink) {
    if let open = hidden {
      guard tag.name == open.name, !tag.isSelfClosing else { return }
      let nesting = open.nesting + (tag.isClosing ? -1 : 1)
      if nesting > 0 {
        hidden?.nesting = nesting
      } else {
        hidden = nil
        text.flush(into: &sink)
        sink.endHidden(at: place(tag.start))
      }
    } else if !tag.isClosing, !tag.isSelfClosing, !tag.isVoid, tag.has("hidden") {
      hidden = (tag.name, 1)
      sink.beginHidden()
    }
  }

  /// Reads what only an end tag closes, behind a tag that opens such a thing.
  private mutating func content(
    of tag: MarkupTag, _ bytes: UnsafeBufferPointer<UInt8>, into sink: inout some ScanSink
  ) -> Int {
    guard !tag.isClosing, !tag.isSelfClosing else { return tag.end }
    let isScript = tag.name == Array("script".utf8)
    guard isScript || tag.name == Array("style".utf8) else { return tag.end }
    let end = MarkupScan.find(bytes, isScript ? "</script" : "</style", from: tag.end) ?? bytes.count
    let range = tag.end..<end
    let isData = isScript && tag.value(of: "type", bytes) == Array("application/ld+json".utf8)
    if isData {
      var scan = JSONScan(depth: depth, origin: place(range.lowerBound), isDecoded: isDecoded)
      scan.scan(UnsafeBufferPointer(rebasing: bytes[range]), into: &sink)
      payloads += scan.payloads
      return end
    }
    if isScript, kind == .svg || !tag.has("src") {
      sink.report(.inlineScript, at: place(tag.start))
    }
    if !isScript, let comment = MarkupScan.find(bytes, "/*", from: range.lowerBound), comment < end {
      sink.report(.comment, at: place(comment))
    }
    aside(bytes, range, into: &sink)
    return end
  }

  /// Where `word` begins, from `start` on.
  static func find(
    _ bytes: UnsafeBufferPointer<UInt8>, _ word: StaticString, from start: Int
  ) -> Int? {
    guard start < bytes.count else { return nil }
    let first = word.utf8Start[0]
    for i in start..<bytes.count where bytes[i] == first {
      if Bytes.has(bytes, word, at: i) { return i }
    }
    return nil
  }
}
