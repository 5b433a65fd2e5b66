/// Feeds text to a stream of words: as it stands, and as it reads once escapes are decoded.
struct TextFeed {
  private var stream: WordStream
  /// What was found encoded in the text, to be scanned next.
  private(set) var payloads: [Payload] = []
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
      decodeCodes(bytes, origin, isDecoded, into: &sink)
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
      decodeCodes($0, origin, true, into: &sink)
    }
  }

  /// Takes a whole text.
  mutating func feed(_ bytes: [UInt8], into sink: inout some WordSink) {
    bytes.withUnsafeBufferPointer { feed($0, origin: 0, into: &sink) }
  }

  /// Ends the word that is under way.
  mutating func flush(into sink: inout some WordSink) { stream.flush(into: &sink) }

  /// Gives away what was found encoded.
  mutating func takePayloads() -> [Payload] {
    defer { payloads.removeAll() }
    return payloads
  }

  private mutating func decodeCodes(
    _ bytes: UnsafeBufferPointer<UInt8>, _ origin: Int, _ isDecoded: Bool,
    into sink: inout some WordSink
  ) {
    guard depth < 4, !stream.codes.isEmpty else { return }
    var done = 0
    for range in stream.codes {
      let place = isDecoded ? origin : origin + range.lowerBound
      let code = Code(bytes, around: range)
      for digest in code.digests { (sink as? any DigestSink)?.note(digest, place) }
      _ = done
      for found in code.contents(from: &done) {
        payloads.append(
          Payload(bytes: found, origin: place, depth: depth + 1, isDecoded: true))
      }
    }
  }
}
