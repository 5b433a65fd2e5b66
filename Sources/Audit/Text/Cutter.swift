/// Cuts a text into words.
struct Cutter {
  /// Where they go: there is room for all.
  private let words: UnsafeMutableBufferPointer<Words.Word>
  private(set) var count = 0
  private(set) var parts: [Words.Part]
  private(set) var odd: [Int]
  /// What the place of the next word makes of it: whether the run ends before it.
  private var place: Words.Make = .first
  /// Where the last word ended.
  private var last: UInt32 = .max

  /// - Parameters:
  ///   - parts: where parts go, and `odd` the numbers of odd words; both empty.
  init(words: UnsafeMutableBufferPointer<Words.Word>, parts: [Words.Part], odd: [Int]) {
    self.words = words
    self.parts = parts
    self.odd = odd
  }

  mutating func cut(
    _ base: UnsafePointer<UInt8>, _ end: Int, _ kinds: UnsafePointer<UInt8>
  ) {
    var word = OpenWord()
    var index = 0
    while index < end {
      let kind = kinds[Int(base[index])]
      if kind & Letters.plain != 0 {
        let first = index
        let plain = PlainWord(base, &index, end)
        let last = index
        if word.length == 0, Cutter.isEnd(base, &index, end, kinds) {
          close(plain, base, first, last - first, index)
        } else {
          word.take(base, first..<last, kinds)
        }
      } else if kind == Letters.Kind.gap.rawValue {
        if word.length > 0 { close(&word, base, index) }
        index += 1
        while index < end, kinds[Int(base[index])] == Letters.Kind.gap.rawValue { index += 1 }
      } else if kind == Letters.Kind.end.rawValue {
        if word.length > 0 { close(&word, base, index) }
        place = .first
        index += 1
      } else {
        takeSign(kind, base, &index, end, &word)
      }
    }
    if word.length > 0 { close(&word, base, end) }
  }

  /// Takes what is neither a letter nor parts words at `index`.
  @inline(never)
  private mutating func takeSign(
    _ kind: UInt8, _ base: UnsafePointer<UInt8>, _ index: inout Int, _ end: Int,
    _ word: inout OpenWord
  ) {
    switch kind {
    case Letters.Kind.seam.rawValue:
      if word.length > 0, let part = word.endPart(at: index) { parts.append(part) }
      index += 1
    case Letters.Kind.unseen.rawValue: Cutter.skip(base, &index, end)
    default: takeWide(base, &index, end, &word)
    }
  }

  /// Whether a word ends at `index`, which is moved behind inline tags after it: what they stand
  /// before is next to the word. Not where it goes on behind them.
  @inline(__always)
  private static func isEnd(
    _ base: UnsafePointer<UInt8>, _ index: inout Int, _ end: Int, _ kinds: UnsafePointer<UInt8>
  ) -> Bool {
    index == end || kinds[Int(base[index])] & Letters.goesOn == 0
      || isEndBehindTags(base, &index, end, kinds)
  }

  @inline(never)
  private static func isEndBehindTags(
    _ base: UnsafePointer<UInt8>, _ index: inout Int, _ end: Int, _ kinds: UnsafePointer<UInt8>
  ) -> Bool {
    var next = index
    while next < end, base[next] == Letters.seam || base[next] == Letters.fill {
      next += 1
      skip(base, &next, end)
    }
    guard next == end || kinds[Int(base[next])] & (Letters.goesOn | Letters.plain) == 0 else {
      return false
    }
    index = next
    return true
  }

  /// Moves `index` behind what is filled up: where a tag was taken out, that is much.
  @inline(__always)
  private static func skip(_ base: UnsafePointer<UInt8>, _ index: inout Int, _ end: Int) {
    let raw = UnsafeRawPointer(base)
    while index &+ 8 <= end, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) == 0 {
      index += 8
    }
    while index < end, base[index] == Letters.fill { index += 1 }
  }

  /// Takes the character of several bytes at `index`.
  private mutating func takeWide(
    _ base: UnsafePointer<UInt8>, _ index: inout Int, _ count: Int, _ word: inout OpenWord
  ) {
    let start = index
    let value = UTF8Reading.scalar(base, &index, count)
    switch Letters.fold(value) {
    case .gap: if word.length > 0 { close(&word, base, start) }
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

  /// Ends a word that is in one piece.
  @inline(__always)
  private mutating func close(
    _ word: PlainWord, _ base: UnsafePointer<UInt8>, _ start: Int, _ length: Int, _ end: Int
  ) {
    append(
      Words.Word(
        key: word.key.value, length: UInt32(truncatingIfNeeded: length),
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
        make: word.make), base)
  }

  @inline(never)
  private mutating func close(
    _ word: inout OpenWord, _ base: UnsafePointer<UInt8>, _ end: Int
  ) {
    if word.hasParts, let part = word.endPart(at: end) { parts.append(part) }
    var make = word.make
    for place in word.start + 1..<end where (0x41...0x5A).contains(base[place]) {
      make.insert(.capital)
    }
    append(
      Words.Word(
        key: word.key.value, length: UInt32(truncatingIfNeeded: word.length),
        start: UInt32(truncatingIfNeeded: word.start), end: UInt32(truncatingIfNeeded: end),
        make: make), base)
    word = OpenWord()
  }

  @inline(__always)
  private mutating func append(_ word: Words.Word, _ base: UnsafePointer<UInt8>) {
    var word = word
    word.make.formUnion(place)
    place = []
    if last < word.start, Letters.isJoint(base[Int(last)]), isNext(base, Int(word.start)) {
      word.make.insert(.joined)
    }
    last = word.end
    if !word.make.isDisjoint(with: .odd) || word.length == 2 || word.length >= 16 {
      noteOdd()
    }
    words[count] = word
    count &+= 1
  }

  /// Whether a word begins behind the sign after the last one, inline tags aside.
  @inline(__always)
  private func isNext(_ base: UnsafePointer<UInt8>, _ start: Int) -> Bool {
    var next = Int(last) + 1
    while next < start, base[next] == Letters.seam || base[next] == Letters.fill { next += 1 }
    return next == start
  }

  @inline(never)
  private mutating func noteOdd() { odd.append(count) }
}

/// ASCII letters and digits that stand together.
private struct PlainWord {
  private(set) var key = WordKey()
  /// What they are, but for what is around them.
  private(set) var make: Words.Make = []

  /// Takes those at `index`, which is moved behind them; there is one at least.
  ///
  /// Eight at a time, with a bit in the high place of each byte that is one: there, adding what a byte
  /// lacks of 128 to be above the end of a range carries into it (H. S. Warren, "Hacker's Delight",
  /// 6-1).
  @inline(__always)
  init(_ base: UnsafePointer<UInt8>, _ index: inout Int, _ end: Int) {
    let raw = UnsafeRawPointer(base)
    // The capital that a word begins with is none inside it.
    var inside: UInt64 = ~0x80
    while true {
      let eight =
        index &+ 8 <= end
        ? UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        : PlainWord.last(base, index, end)
      // A digit has the bit that makes a letter small.
      let folded = eight | 0x2020_2020_2020_2020
      let letters = PlainWord.places(of: 0x61, to: 0x7A, in: folded)
      let digits = PlainWord.places(of: 0x30, to: 0x39, in: eight)
      let others = ~((letters | digits) & ~eight) & PlainWord.high
      // All bits below the byte of the first of the others.
      let taken = (others & (0 &- others)) &>> 7 &- 1
      let capitals = letters & ~(eight &<< 2) & inside
      if (digits | capitals) & taken != 0 {
        note(letters & taken, digits & taken, capitals & taken)
      } else if taken != 0 {
        make.insert(.letters)
      }
      guard others == 0 else {
        let bytes = others.trailingZeroBitCount &>> 3
        index &+= bytes
        key.add(last: folded & taken, bytes)
        return
      }
      index &+= 8
      key.add(eight: folded)
      inside = ~0
    }
  }

  @inline(never)
  private mutating func note(_ letters: UInt64, _ digits: UInt64, _ capitals: UInt64) {
    if letters != 0 { make.insert(.letters) }
    if digits != 0 { make.insert(.digits) }
    if capitals != 0 { make.insert(.capital) }
  }

  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// The high bits of the bytes that are in a range; those of bytes above 127 say nothing.
  @inline(__always)
  private static func places(of first: UInt64, to last: UInt64, in eight: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = eight & ~high
    return (low &+ (0x80 &- first) &* ones) & ~(low &+ (0x7F &- last) &* ones) & high
  }

  /// The bytes before the end, fewer than eight, with zeros behind them.
  @inline(never)
  private static func last(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
    var eight: UInt64 = 0
    for place in start..<end { eight |= UInt64(base[place]) &<< UInt64((place &- start) &* 8) }
    return eight
  }
}
