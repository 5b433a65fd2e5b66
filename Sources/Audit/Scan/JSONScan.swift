/// Reads JSON: every string decoded and scanned as the text or markup that it is.
struct JSONScan {
  private let depth: Int
  private let origin: Int
  private let isDecoded: Bool
  private var key: [UInt8] = []
  /// What was found encoded in it.
  private(set) var payloads: [Payload] = []

  init(depth: Int, origin: Int, isDecoded: Bool) {
    self.depth = depth
    self.origin = origin
    self.isDecoded = isDecoded
  }

  /// Scans the whole of a text.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, into sink: inout some ScanSink) {
    var i = 0
    while i < bytes.count {
      let start = i
      while i < bytes.count, bytes[i] != UInt8(ascii: "\"") { i += 1 }
      if i > start { bare(bytes, start..<i, into: &sink) }
      guard i < bytes.count else { break }
      i = string(bytes, i, into: &sink)
    }
  }

  /// Reads what stands between strings: numbers, and whatever does not belong there.
  private mutating func bare(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into sink: inout some ScanSink
  ) {
    let hasWords = bytes[range].contains { $0 > 0x2F && $0 != 0x3A && $0 != 0x5B && $0 != 0x5D
      && $0 != 0x7B && $0 != 0x7D }
    guard hasWords else { return }
    let before = sink.context
    sink.context.formUnion([.measures, .structural])
    feed(UnsafeBufferPointer(rebasing: bytes[range]), at: range.lowerBound, into: &sink)
    sink.context = before
  }

  private mutating func string(
    _ bytes: UnsafeBufferPointer<UInt8>, _ quote: Int, into sink: inout some ScanSink
  ) -> Int {
    var i = quote + 1
    var hasEscapes = false
    while i < bytes.count, bytes[i] != UInt8(ascii: "\"") {
      if bytes[i] == UInt8(ascii: "\\") {
        hasEscapes = true
        i += 1
      }
      i += 1
    }
    let end = min(i, bytes.count)
    let content = UnsafeBufferPointer(rebasing: bytes[min(quote + 1, end)..<end])
    let next = min(bytes.count, end + 1)
    var after = next
    while after < bytes.count, Bytes.isSpace(bytes[after]) { after += 1 }
    let isKey = after < bytes.count && bytes[after] == UInt8(ascii: ":")
    if isKey { key = Array(content) }
    let before = sink.context
    if isKey || FormatWords.valueKeys.contains(key) { sink.context.insert(.structural) }
    if !isKey, FormatWords.labelKeys.contains(key) { sink.context.insert(.label) }
    if hasEscapes {
      JSONScan.unescaped(content).withUnsafeBufferPointer {
        text($0, at: quote, isDecoded: true, into: &sink)
      }
    } else {
      text(content, at: quote + 1, isDecoded: isDecoded, into: &sink)
    }
    sink.context = before
    return next
  }

  private mutating func text(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, isDecoded: Bool,
    into sink: inout some ScanSink
  ) {
    let place = self.isDecoded ? origin : origin + offset
    guard depth < 6, bytes.contains(UInt8(ascii: "<")) else {
      feed(bytes, at: offset, isDecoded: isDecoded, into: &sink)
      return
    }
    var scan = MarkupScan(.fragment, depth: depth + 1, origin: place, isDecoded: isDecoded)
    scan.scan(bytes, into: &sink)
    payloads += scan.payloads
  }

  private mutating func feed(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, isDecoded: Bool? = nil,
    into sink: inout some ScanSink
  ) {
    guard !bytes.isEmpty else { return }
    var feed = TextFeed(depth: depth)
    sink.pause()
    feed.feed(
      bytes, origin: self.isDecoded ? origin : origin + offset,
      isDecoded: isDecoded ?? self.isDecoded, into: &sink)
    feed.flush(into: &sink)
    sink.pause()
    feed.hand(to: &payloads, &sink)
  }

  /// A string's text with its escapes decoded.
  private static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      guard bytes[i] == UInt8(ascii: "\\"), i + 1 < bytes.count else {
        result.append(bytes[i])
        i += 1
        continue
      }
      switch bytes[i + 1] {
      case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"),
        UInt8(ascii: "f"):
        result.append(0x0A)
      case UInt8(ascii: "u"):
        let one = UnsafeBufferPointer(rebasing: bytes[i..<min(bytes.count, i + 12)])
        let (text, width) = Unescape.codeUnits(one) ?? ([UInt8(ascii: "\\"), UInt8(ascii: "u")], 2)
        result += text
        i += width
        continue
      default: result.append(bytes[i + 1])
      }
      i += 2
    }
    return result
  }
}
