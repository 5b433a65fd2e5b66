/// Feeds text to a stream of words: as it stands, and as it reads once escapes are decoded.
struct TextFeed {
  private var stream: WordStream
  /// What was found encoded in the text, to be scanned next.
  private(set) var payloads: [Payload] = []
  /// The first 48 bits of what may be digests, and where they stand.
  private(set) var digests: [(bits: UInt64, offset: Int)] = []
  private let depth: Int

  /// A feed at the beginning of a text.
  ///
  /// - Parameter depth: how many layers of packing and encoding are around the text; deep enough,
  ///   and encoded content in it is no longer decoded.
  init(stream: WordStream = WordStream(), depth: Int) {
    self.stream = stream
    self.depth = depth
  }

  /// Takes text that begins at a place in the file.
  mutating func feed(
    _ bytes: UnsafeBufferPointer<UInt8>, origin: Int, isDecoded: Bool = false,
    into sink: inout some WordSink
  ) {
    guard Unescape.mayBeNeeded(bytes), let plain = Unescape.decoded(bytes) else {
      stream.feed(bytes, origin: origin, isDecoded: isDecoded, into: &sink)
      decodeCodes(bytes, origin, isDecoded)
      return
    }
    if plain.hasOtherReading {
      var other = WordStream(keepsLetters: stream.keepsLetters)
      other.feed(bytes, origin: origin, isDecoded: isDecoded, into: &sink)
      other.flush(into: &sink)
      sink.pause()
    }
    plain.bytes.withUnsafeBufferPointer {
      stream.feed($0, origin: origin, isDecoded: true, into: &sink)
      decodeCodes($0, origin, true)
    }
  }

  /// Takes a whole text.
  mutating func feed(_ bytes: [UInt8], into sink: inout some WordSink) {
    bytes.withUnsafeBufferPointer { feed($0, origin: 0, into: &sink) }
  }

  /// Ends the word that is under way.
  mutating func flush(into sink: inout some WordSink) { stream.flush(into: &sink) }

  /// Gives what was found encoded to a scan, and what may be digests to its sink.
  mutating func hand(to payloads: inout [Payload], _ sink: inout some ScanSink) {
    guard !self.payloads.isEmpty || !digests.isEmpty else { return }
    payloads += self.payloads
    for digest in digests { sink.lookUp(digest: digest.bits, at: digest.offset) }
    self.payloads.removeAll(keepingCapacity: true)
    digests.removeAll(keepingCapacity: true)
  }

  private mutating func decodeCodes(
    _ bytes: UnsafeBufferPointer<UInt8>, _ origin: Int, _ isDecoded: Bool
  ) {
    guard depth < 4, !stream.codes.isEmpty else { return }
    var end = 0
    for range in stream.codes {
      let place = isDecoded ? origin : origin + range.lowerBound
      let code = Code(bytes, around: range, after: end)
      end = code.run.upperBound
      digests += code.digests.map { ($0, place) }
      payloads += code.contents.map {
        Payload(bytes: $0, origin: place, depth: depth + 1, isDecoded: true)
      }
    }
  }
}
