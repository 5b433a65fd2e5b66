/// Scans one file, and whatever is packed or encoded in it.
struct FileScan {
  /// The most layers that are looked through.
  static let deepest = 6
  /// The most bytes that are unpacked of one file.
  static let largest = 64 << 20

  private var payloads: [Payload] = []
  private var unpacked = 0

  /// Gives a sink all words of a file, and what does not belong there.
  static func scan(_ path: String, _ bytes: [UInt8], into sink: inout some ScanSink) {
    var scan = FileScan()
    sink.context = [.structural]
    scan.plain(Array(path.utf8), at: 0, depth: 4, into: &sink)
    sink.context = []
    let name = path.split(separator: "/").last ?? ""
    if name == "manifest.json" { sink.context.insert(.measures) }
    if path.contains("search") { sink.context.insert(.index) }
    scan.scan(bytes, named: String(name), into: &sink)
    let context = sink.context
    while let payload = scan.payloads.popLast() {
      sink.context = payload.isDecoded ? context.union(.decoded) : context
      scan.open(payload, into: &sink)
    }
    sink.context = []
  }

  private mutating func scan(
    _ bytes: [UInt8], named name: String, into sink: inout some ScanSink
  ) {
    let ending = name.split(separator: ".").last.map { Bytes.string(Bytes.lowered($0.utf8)) } ?? ""
    bytes.withUnsafeBufferPointer { buffer in
      if let format = FileFormat(Array(buffer.prefix(16))) {
        binary(buffer, format, at: 0, depth: 0, isDecoded: false, into: &sink)
        return
      }
      checkText(buffer, ending, into: &sink)
      switch ending {
      case "html", "htm": markup(.html, buffer, at: 0, depth: 0, into: &sink)
      case "svg": markup(.svg, buffer, at: 0, depth: 0, into: &sink)
      case "xml", "xhtml", "rss", "atom": markup(.xml, buffer, at: 0, depth: 0, into: &sink)
      case "json", "webmanifest", "jsonld": json(buffer, at: 0, depth: 0, into: &sink)
      case "md": markdown(buffer, into: &sink)
      case "txt":
        sink.context.insert(.structural)
        text(buffer, at: 0, depth: 0, into: &sink)
      default: unknown(buffer, at: 0, depth: 0, isDecoded: false, into: &sink)
      }
    }
  }

  /// Looks for what may not stand anywhere in a text file of that kind.
  private func checkText(
    _ bytes: UnsafeBufferPointer<UInt8>, _ ending: String, into sink: inout some ScanSink
  ) {
    if ["css", "js", "mjs", "html"].contains(ending),
      let place = MarkupScan.find(bytes, "sourceMappingURL", from: 0)
    {
      sink.report(.sourceMap, at: place)
    }
    if ending == "css", let place = MarkupScan.find(bytes, "/*", from: 0) {
      sink.report(.comment, at: place)
    }
    if !["md", "json"].contains(ending),
      let place = MarkupScan.find(bytes, "{{withheld", from: 0)
    {
      sink.report(.tokenOutOfPlace, at: place)
    }
  }
}

// MARK: - Formats

extension FileScan {
  private mutating func open(_ payload: Payload, into sink: inout some ScanSink) {
    unpacked += payload.bytes.count
    guard payload.depth <= FileScan.deepest, unpacked <= FileScan.largest else {
      sink.report(.tooDeep, at: payload.origin)
      payloads.removeAll()
      return
    }
    payload.bytes.withUnsafeBufferPointer { buffer in
      if let format = FileFormat(Array(buffer.prefix(16))) {
        binary(
          buffer, format, at: payload.origin, depth: payload.depth, isDecoded: payload.isDecoded,
          into: &sink)
      } else {
        unknown(
          buffer, at: payload.origin, depth: payload.depth, isDecoded: true, into: &sink)
      }
    }
  }

  private mutating func keep(_ bytes: [UInt8], at origin: Int, depth: Int, isDecoded: Bool) {
    guard !bytes.isEmpty else { return }
    payloads.append(
      Payload(bytes: bytes, origin: origin, depth: depth + 1, isDecoded: isDecoded))
  }

  private mutating func binary(
    _ bytes: UnsafeBufferPointer<UInt8>, _ format: FileFormat, at origin: Int, depth: Int,
    isDecoded: Bool, into sink: inout some ScanSink
  ) {
    switch format {
    case .gzip: keep(Inflate.gzip(bytes), at: origin, depth: depth, isDecoded: isDecoded)
    case .zlib: keep(Inflate.zlib(bytes), at: origin, depth: depth, isDecoded: isDecoded)
    case .zip:
      for content in ZipScan.contents(bytes) {
        keep(content, at: origin, depth: depth, isDecoded: isDecoded)
      }
    case .png, .jpeg, .gif, .webp: image(bytes, format, at: origin, depth: depth, into: &sink)
    }
  }

  private mutating func image(
    _ bytes: UnsafeBufferPointer<UInt8>, _ format: FileFormat, at origin: Int, depth: Int,
    into sink: inout some ScanSink
  ) {
    let image = ImageParts(bytes, format)
    for part in image.parts {
      sink.report(.metadata(part.kind), at: origin + part.range.lowerBound)
      keep(
        Array(bytes[part.range]), at: origin + part.range.lowerBound, depth: depth, isDecoded: false)
      keep(part.text, at: origin + part.range.lowerBound, depth: depth, isDecoded: false)
    }
    if let end = image.end, end < bytes.count {
      sink.report(.bytesBehindEnd, at: origin + end)
      keep(Array(bytes[end...]), at: origin + end, depth: depth, isDecoded: false)
    }
    if image.end == nil {
      sink.report(.metadata("structure"), at: origin)
      strings(bytes, at: origin, depth: depth, into: &sink)
    }
  }

  private mutating func markup(
    _ kind: MarkupScan.Kind, _ bytes: UnsafeBufferPointer<UInt8>, at origin: Int, depth: Int,
    isDecoded: Bool = false, into sink: inout some ScanSink
  ) {
    var scan = MarkupScan(kind, depth: depth, origin: origin, isDecoded: isDecoded)
    scan.scan(bytes, into: &sink)
    payloads += scan.payloads
  }

  private mutating func json(
    _ bytes: UnsafeBufferPointer<UInt8>, at origin: Int, depth: Int, isDecoded: Bool = false,
    into sink: inout some ScanSink
  ) {
    var scan = JSONScan(depth: depth, origin: origin, isDecoded: isDecoded)
    scan.scan(bytes, into: &sink)
    payloads += scan.payloads
  }

  /// Content that says nothing about itself: markup, JSON, text, or text in something else.
  private mutating func unknown(
    _ bytes: UnsafeBufferPointer<UInt8>, at origin: Int, depth: Int, isDecoded: Bool,
    into sink: inout some ScanSink
  ) {
    let isText = !bytes.prefix(4096).contains { $0 < 0x09 || (0x0E..<0x20).contains($0) }
    guard isText else {
      strings(bytes, at: origin, depth: depth, into: &sink)
      return
    }
    if isDecoded, bytes.first == UInt8(ascii: "{") || bytes.first == UInt8(ascii: "[") {
      json(bytes, at: origin, depth: depth, isDecoded: true, into: &sink)
    }
    if isDecoded, bytes.contains(UInt8(ascii: "<")) {
      markup(.fragment, bytes, at: origin, depth: depth, isDecoded: true, into: &sink)
    } else {
      text(bytes, at: origin, depth: depth, isDecoded: isDecoded, into: &sink)
    }
  }

  private mutating func text(
    _ bytes: UnsafeBufferPointer<UInt8>, at origin: Int, depth: Int, isDecoded: Bool = false,
    into sink: inout some ScanSink
  ) {
    var feed = TextFeed(depth: depth)
    feed.feed(bytes, origin: origin, isDecoded: isDecoded, into: &sink)
    feed.flush(into: &sink)
    sink.pause()
    feed.hand(to: &payloads, &sink)
  }

  private mutating func plain(
    _ bytes: [UInt8], at origin: Int, depth: Int, into sink: inout some ScanSink
  ) {
    bytes.withUnsafeBufferPointer {
      text($0, at: origin, depth: depth, isDecoded: true, into: &sink)
    }
  }

  /// The runs of text in something that is not text.
  private mutating func strings(
    _ bytes: UnsafeBufferPointer<UInt8>, at origin: Int, depth: Int, into sink: inout some ScanSink
  ) {
    var start = 0
    for i in 0...bytes.count {
      let isText = i < bytes.count && (bytes[i] >= 0x20 && bytes[i] != 0x7F || Bytes.isSpace(bytes[i]))
      if isText { continue }
      if i - start >= 6 {
        text(
          UnsafeBufferPointer(rebasing: bytes[start..<i]), at: origin + start, depth: depth,
          into: &sink)
      }
      start = i + 1
    }
  }

  /// Released Markdown: the keys of its front matter are words of the format.
  private mutating func markdown(
    _ bytes: UnsafeBufferPointer<UInt8>, into sink: inout some ScanSink
  ) {
    guard Bytes.has(bytes, "---\n", at: 0), let end = MarkupScan.find(bytes, "\n---", from: 3) else {
      text(bytes, at: 0, depth: 0, into: &sink)
      return
    }
    var line = 4
    while line < end {
      let next = bytes[line...].firstIndex(of: 0x0A) ?? bytes.count
      let colon = bytes[line..<next].firstIndex(of: UInt8(ascii: ":")) ?? line
      sink.context.insert(.structural)
      text(UnsafeBufferPointer(rebasing: bytes[line..<colon]), at: line, depth: 0, into: &sink)
      sink.context.remove(.structural)
      text(UnsafeBufferPointer(rebasing: bytes[colon..<next]), at: colon, depth: 0, into: &sink)
      line = next + 1
    }
    text(UnsafeBufferPointer(rebasing: bytes[min(end + 4, bytes.count)...]), at: end + 4, depth: 0,
      into: &sink)
  }
}
