/// The words of a text, folded and in their order, as numbers that equal words share.
///
/// Kept and filled again for the next text: an edition has many.
struct Words {
  /// What a word is made of.
  struct Make: OptionSet {
    let rawValue: UInt8
    static let letters = Make(rawValue: 1)
    static let digits = Make(rawValue: 2)
    /// The run ends before it.
    static let first = Make(rawValue: 4)
  }

  /// A word.
  struct Word {
    /// Its number.
    var key: UInt64
    /// How many letters and digits it has.
    var length: UInt32
    /// Where it begins and ends, in bytes; the end is not included.
    var start: UInt32
    var end: UInt32
    var make: Make
  }

  /// A piece of a word in which an inline tag stands, which is a word to whoever sees the tag.
  struct Part {
    var key: UInt64
    var length: Int
    var start: Int
    var end: Int
    var make: Make
  }

  /// Room for the words of the longest text so far; those of this one come first.
  private var words: [Word] = []
  /// How many there are.
  private(set) var count = 0
  /// The pieces of those that inline tags part.
  private(set) var parts: [Part] = []

  init() {}

  /// The words of `bytes`.
  init(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { cut($0) } }

  @inline(__always)
  subscript(index: Int) -> Word { words[index] }

  subscript(range: Range<Int>) -> ArraySlice<Word> { words[range] }

  /// The key of no letters yet.
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The key of one more folded byte.
  @inline(__always)
  static func adding(_ byte: UInt8, to key: UInt64) -> UInt64 {
    (key ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The key of a word of folded bytes, as `cut` gives it.
  static func key(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(seed) { adding($1, to: $0) }
  }

  /// The key of a run of four words.
  @inline(__always)
  static func run(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) -> UInt64 {
    var key = a &* 0x9E37_79B9_7F4A_7C15 &+ b
    key = (key ^ (key &>> 29)) &* 0xBF58_476D_1CE4_E5B9 &+ c
    key = (key ^ (key &>> 32)) &* 0x94D0_49BB_1331_11EB &+ d
    key = (key ^ (key &>> 30)) &* 0xD6E8_FEB8_6659_FD93
    return key ^ (key &>> 31)
  }

  /// Calls `body` with each word and the key of the run of four that begins with it, nil where the
  /// text parts them, until it returns false.
  @inline(__always)
  func forEach(_ body: (Int, Word, UInt64?) -> Bool) {
    words.withUnsafeBufferPointer { words in
      // How many words from this one on nothing parts.
      var together = 0
      for index in 0..<count {
        if together == 0 {
          together = 1
          while index + together < count, !words[index + together].make.contains(.first) {
            together += 1
          }
        }
        let run =
          together < 4
          ? nil
          : Words.run(
            words[index].key, words[index + 1].key, words[index + 2].key, words[index + 3].key)
        guard body(index, words[index], run) else { return }
        together -= 1
      }
    }
  }

  /// Cuts `bytes` into words, in place of those that were there.
  mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>) {
    count = 0
    parts.removeAll(keepingCapacity: true)
    guard let base = bytes.baseAddress else { return }
    // Between two words is a byte at least.
    let most = bytes.count / 2 + 1
    if words.count < most {
      let none = Word(key: 0, length: 0, start: 0, end: 0, make: [])
      words = Array(repeating: none, count: most)
    }
    Letters.kinds.withUnsafeBufferPointer { kinds in
      guard let kinds = kinds.baseAddress else { return }
      words.withUnsafeMutableBufferPointer { words in
        var cutter = Cutter(words: words)
        cutter.cut(base, bytes.count, kinds)
        count = cutter.count
        parts = cutter.parts
      }
    }
  }
}

/// Cuts a text into words.
private struct Cutter {
  /// Where they go: there is room for all.
  let words: UnsafeMutableBufferPointer<Words.Word>
  private(set) var count = 0
  private(set) var parts: [Words.Part] = []

  init(words: UnsafeMutableBufferPointer<Words.Word>) { self.words = words }

  mutating func cut(
    _ base: UnsafePointer<UInt8>, _ end: Int, _ kinds: UnsafePointer<UInt8>
  ) {
    var word = OpenWord()
    var isFirst = true
    var index = 0
    while index < end {
      let kind = kinds[Int(base[index])]
      switch kind {
      case Letters.Kind.letter.rawValue, Letters.Kind.digit.rawValue:
        word.take(base, &index, end, kinds)
      case Letters.Kind.gap.rawValue:
        if word.length > 0 { close(&word, index, &isFirst) }
        index += 1
      case Letters.Kind.end.rawValue:
        if word.length > 0 { close(&word, index, &isFirst) }
        isFirst = true
        index += 1
      case Letters.Kind.seam.rawValue:
        if word.length > 0 {
          if let part = word.endPart(at: index) { parts.append(part) }
        }
        index += 1
      case Letters.Kind.unseen.rawValue:
        // Where a tag was taken out, there are many.
        let raw = UnsafeRawPointer(base)
        while index &+ 8 <= end, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) == 0 {
          index += 8
        }
        while index < end, base[index] == Letters.fill { index += 1 }
      default:
        wide(base, &index, end, &word, &isFirst)
      }
    }
    if word.length > 0 { close(&word, end, &isFirst) }
  }

  /// Takes the character of several bytes at `index`.
  private mutating func wide(
    _ base: UnsafePointer<UInt8>, _ index: inout Int, _ count: Int, _ word: inout OpenWord,
    _ isFirst: inout Bool
  ) {
    let start = index
    let value = UTF8Reading.scalar(base, &index, count)
    switch Letters.fold(value) {
    case .gap: if word.length > 0 { close(&word, start, &isFirst) }
    case .unseen: break
    case .plain(let text):
      text.withUTF8Buffer { for byte in $0 { word.take(byte, .letters, at: start) } }
    case .other(let folded):
      if folded < 0x80 {
        word.take(
          UInt8(folded), (0x30...0x39).contains(folded) ? .digits : .letters, at: start)
      } else {
        for shift in stride(from: UInt32(0), to: 24, by: 8) where folded >> shift != 0 {
          word.mix(UInt8(truncatingIfNeeded: folded >> shift))
        }
        word.count(.letters, at: start)
      }
    }
  }

  @inline(__always)
  private mutating func close(_ word: inout OpenWord, _ end: Int, _ isFirst: inout Bool) {
    if word.hasParts, let part = word.endPart(at: end) { parts.append(part) }
    words[count] = Words.Word(
      key: word.key, length: UInt32(truncatingIfNeeded: word.length),
      start: UInt32(truncatingIfNeeded: word.start), end: UInt32(truncatingIfNeeded: end),
      make: isFirst ? word.make.union(.first) : word.make)
    count += 1
    isFirst = false
    word = OpenWord()
  }
}
