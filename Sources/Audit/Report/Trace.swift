internal import Crypto

/// Finds out what the hits of one edition come from: which of them are withheld text and where that
/// stands, and which are made of visible texts that come to stand end to end.
struct Trace: Sendable {
  private let audience: String
  private let reader: Readers
  /// What was hit.
  let wanted: Set<UInt64>
  /// The place and the text that each key was found in.
  private var origins: [UInt64: (place: String, line: Int, text: [UInt8])] = [:]
  /// Pieces of runs with which a visible text begins, ends, and which are one.
  private var beginnings: Set<UInt64> = []
  private var endings: Set<UInt64> = []
  private var wholes: Set<UInt64> = []
  private var pieces: Set<UInt64> = []
  /// Marks that stand in visible text as text, and hashes of visible texts.
  private var shownMarks: Set<String> = []
  private var marks: Set<String> = []
  private var shownDigests: Set<UInt64> = []

  /// A trace that has read nothing so far.
  init(_ hits: [Hit], in audience: String, _ reader: Readers) {
    self.audience = audience
    self.reader = reader
    wanted = Set(hits.map(\.key))
    marks = Set(hits.filter { $0.kind == .mark }.map(\.mark))
    for hit in hits where hit.kind == .run {
      for length in 1...3 {
        for start in 0...(4 - length) {
          pieces.insert(Trace.piece(hit.run[start..<start + length].map(\.key)))
        }
      }
    }
  }

  /// What a hit comes from; nil where it is no withheld text.
  func origin(of hit: Hit) -> (place: String, line: Int, id: String)? {
    switch hit.kind {
    case .mark: if !hit.isNamed, shownMarks.contains(hit.mark) { return nil }
    case .run: if isComposed(hit.run) { return nil }
    case .digest: if shownDigests.contains(hit.key) { return nil }
    case .word, .picture: break
    }
    let origin = origins[hit.key] ?? ("publication.yml", 1, Array(hit.mark.utf8))
    var hash = SHA256()
    hash.update(data: Array((audience + "\n").utf8) + origin.text)
    hash.update(data: withUnsafeBytes(of: hit.key.littleEndian) { Array($0) })
    let id = hash.finalize().prefix(8).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    return (origin.place, origin.line, id)
  }

  // MARK: - Runs

  private static func piece(_ keys: [UInt64]) -> UInt64 {
    keys.reduce(UInt64(keys.count)) { WordKey.joined($0, $1) }
  }

  /// Whether a run goes over the edges of visible texts: it ends one and begins the next, with whole
  /// ones between them.
  private func isComposed(_ run: [(key: UInt64, isNumber: Bool)]) -> Bool {
    func isWhole(_ range: Range<Int>) -> Bool {
      range.count == 1 && run[range.lowerBound].isNumber
        || wholes.contains(Trace.piece(run[range].map(\.key)))
    }
    /// Whether what is from `start` on begins with whole texts and ends in the beginning of one.
    func goesOn(from start: Int) -> Bool {
      if start == 4 { return true }
      if beginnings.contains(Trace.piece(run[start...].map(\.key))) { return true }
      return (start + 1...4).contains { isWhole(start..<$0) && goesOn(from: $0) }
    }
    return (1...3).contains { length in
      let isEnd = endings.contains(Trace.piece(run[..<length].map(\.key)))
      return (isEnd || isWhole(0..<length)) && goesOn(from: length)
    }
  }

  // MARK: - Reading

  /// Notes where keys stand that these readers may not have.
  mutating func note(_ keys: ArraySlice<Signs.Key>, in text: TracedText) {
    for (key, sides) in keys
    where sides.withheld.contains(reader) && wanted.contains(key) && origins[key] == nil {
      origins[key] = (text.place, text.passage.line, text.passage.text)
    }
  }

  /// Notes what of a visible text could be taken for withheld text.
  mutating func show(_ text: TracedText) {
    let passage = text.passage
    guard passage.visible.contains(reader), !passage.isPicture else { return }
    for mark in marks where Trace.holds(passage.text, mark) { shownMarks.insert(mark) }
    for digest in Digests.of(passage.text) where wanted.contains(Sign.digest(digest)) {
      shownDigests.insert(Sign.digest(digest))
    }
    if !pieces.isEmpty { edges(of: text.words) }
  }

  /// Adds what the trace of later sources noted.
  mutating func merge(_ later: Trace) {
    origins.merge(later.origins) { first, _ in first }
    beginnings.formUnion(later.beginnings)
    endings.formUnion(later.endings)
    wholes.formUnion(later.wholes)
    shownMarks.formUnion(later.shownMarks)
    shownDigests.formUnion(later.shownDigests)
  }

  /// Whether a mark stands in a text as it is found in an edition: in brackets anywhere, whatever spaces
  /// and signs of emphasis stand around it there, else by itself.
  private static func holds(_ text: [UInt8], _ mark: String) -> Bool {
    let plain = PlainText(text).bytes.filter { $0 != Letters.fill }
    if mark.hasPrefix("(") {
      return holdsInBrackets(plain, Array(mark.utf8.dropFirst().dropLast()))
    }
    return plain.withUnsafeBufferPointer { text in
      Array(mark.utf8).withUnsafeBufferPointer { !MarkSearch.places(of: $0, in: text).isEmpty }
    }
  }

  /// `(S)`, `( S )`, `(_S_)`, of which a page shows the letter in brackets.
  private static func holdsInBrackets(_ text: [UInt8], _ mark: [UInt8]) -> Bool {
    var rest = text[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "(")) {
      rest = rest[(open + 1)...]
      let inside = rest.drop(while: isAround)
      guard inside.starts(with: mark) else { continue }
      let end = inside.dropFirst(mark.count).drop(while: isAround)
      if end.first == UInt8(ascii: ")") { return true }
    }
    return false
  }

  private static func isAround(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "_") }

  /// Notes how each part of a text begins and ends.
  private mutating func edges(of words: Words) {
    var start = 0
    for end in 1...max(1, words.count) {
      guard end <= words.count, end == words.count || words[end].make.contains(.first) else {
        continue
      }
      for length in 1...3 where length <= end - start {
        let first = Trace.piece(words[start..<start + length].map(\.key))
        if pieces.contains(first) {
          beginnings.insert(first)
          if length == end - start { wholes.insert(first) }
        }
        let last = Trace.piece(words[end - length..<end].map(\.key))
        if pieces.contains(last) { endings.insert(last) }
      }
      start = end
    }
  }
}
