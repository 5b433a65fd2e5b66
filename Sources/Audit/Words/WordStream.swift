/// Cuts text into words, in one pass over its bytes.
///
/// A word is a run of letters and digits. It goes on over `*`, `` ` `` and `~`, which are marks of
/// emphasis in Markdown and nothing in a page, over invisible characters, and from one `feed` to the
/// next until `flush` is called: so a word that tags split is whole again.
struct WordStream {
  /// Words that look like code (hexadecimal, base64), as ranges of the bytes last fed.
  private(set) var codes: [Range<Int>] = []
  /// Whether the letters of each word are kept for the sink.
  let keepsLetters: Bool
  private var letters: [UInt32] = []
  private var state = WordHash.seed
  private var length = 0
  private var shape: UInt8 = 0
  private var number = 0
  private var start = 0
  private var before: UInt8 = 0
  private var gap = 0

  /// A stream at the beginning of a text.
  init(keepsLetters: Bool = false) { self.keepsLetters = keepsLetters }

  /// Takes the next bytes of the text.
  ///
  /// - Parameters:
  ///   - origin: where the bytes stand in the file.
  ///   - isDecoded: whether all of them stand at that one place, being decoded from it.
  mutating func feed(
    _ bytes: UnsafeBufferPointer<UInt8>, origin: Int, isDecoded: Bool = false,
    into sink: inout some WordSink
  ) {
    codes.removeAll(keepingCapacity: true)
    var begin = 0
    let count = bytes.count
    var i = 0
    while i < count {
      let byte = bytes[i]
      var folded = byte
      if byte &- 0x61 < 26 {
        shape |= 2
      } else if byte &- 0x41 < 26 {
        shape |= length == 0 ? 4 : 8
        folded = byte | 0x20
        if folded == 0x74, isTimeSign(bytes, i) {
          end(bytes, i, &begin, into: &sink)
          before = byte
          gap = 1
          i += 1
          continue
        }
      } else if byte &- 0x30 < 10 {
        shape |= 1
        number = length < 4 ? number * 10 + Int(byte - 0x30) : -1
      } else if byte >= 0x80 {
        i += takeScalar(bytes, i, origin, isDecoded, &begin, into: &sink)
        continue
      } else if byte == 0x2A || byte == 0x60 || byte == 0x7E {
        i += 1
        continue
      } else {
        if length > 0 { end(bytes, i, &begin, into: &sink) }
        if byte == 0 { sink.pause() }
        before = byte
        gap += 1
        i += 1
        continue
      }
      if length == 0 {
        start = isDecoded ? origin : origin + i
        begin = i
      }
      if keepsLetters { letters.append(UInt32(folded)) }
      state = WordHash.step(state, UInt64(folded))
      length += 1
      i += 1
    }
    if length >= 8 { noteCode(begin..<count) }
  }

  /// Ends the word that is under way.
  mutating func flush(into sink: inout some WordSink) {
    var begin = 0
    let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    if length > 0 { end(nothing, 0, &begin, into: &sink, notes: false) }
    before = 0
    gap += 1
  }

  private mutating func end(
    _ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ begin: inout Int,
    into sink: inout some WordSink, notes: Bool = true
  ) {
    if length >= 8, notes { noteCode(begin..<i) }
    sink.take(
      Word(
        hash: WordHash.finish(state), state: state, length: length,
        shape: Word.Shape(rawValue: shape), number: number, offset: start, before: before, gap: gap,
        after: i < bytes.count ? bytes[i] : 0, afterNext: i + 1 < bytes.count ? bytes[i + 1] : 0),
      letters: letters)
    state = WordHash.seed
    length = 0
    shape = 0
    number = 0
    gap = 0
    begin = i
    if keepsLetters { letters.removeAll(keepingCapacity: true) }
  }

  /// Plain words of one case are no code; digits are, where they are many.
  private mutating func noteCode(_ range: Range<Int>) {
    let isMixed = shape & 8 != 0 || (shape & 1 != 0 && (shape != 1 || length >= 8))
    if isMixed, codes.count < 100_000 { codes.append(range) }
  }

  /// Whether the `T` at `i` stands between a date and a time.
  private func isTimeSign(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    length == 2 && shape & 0xF7 == 1 && before == UInt8(ascii: "-") && i + 1 < bytes.count
      && bytes[i + 1] &- 0x30 < 10
  }

  private mutating func takeScalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ origin: Int, _ isDecoded: Bool,
    _ begin: inout Int, into sink: inout some WordSink
  ) -> Int {
    let (scalar, width) = WordStream.scalar(bytes, i)
    func finish(_ stream: inout WordStream, _ sink: inout some WordSink) {
      if stream.length > 0 { stream.end(bytes, i, &begin, into: &sink) }
    }
    func append(_ value: UInt32, _ stream: inout WordStream) {
      if stream.length == 0 {
        stream.start = isDecoded ? origin : origin + i
        begin = i
      }
      if stream.keepsLetters { stream.letters.append(value) }
      stream.state = WordHash.step(stream.state, UInt64(value))
      if (0x30...0x39).contains(value) {
        stream.shape |= 1
        stream.number = stream.length < 4 ? stream.number * 10 + Int(value - 0x30) : -1
      } else {
        let isCapital = scalar?.properties.isUppercase ?? false
        stream.shape |= isCapital ? (stream.length == 0 ? 4 : 8) : 2
      }
      stream.length += 1
    }
    switch scalar.map(LetterFold.fold) ?? .separator {
    case .ignorable: break
    case .letters(let values): for value in values { append(value, &self) }
    case .lone(let value):
      finish(&self, &sink)
      append(value, &self)
      end(bytes, i + width, &begin, into: &sink)
    case .separator:
      finish(&self, &sink)
      before = bytes[i]
      gap += 1
    }
    return width
  }

  /// The scalar at `i` and how many bytes it takes; nil and one byte where there is none.
  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ i: Int
  ) -> (Unicode.Scalar?, Int) {
    let lead = bytes[i]
    let width = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
    guard width > 1, i + width <= bytes.count else { return (nil, 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(width + 1))
    for k in 1..<width {
      guard bytes[i + k] & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(bytes[i + k] & 0x3F)
    }
    return (Unicode.Scalar(value), width)
  }
}
