import Testing

@testable import Audit

/// Texts are cut into words eight bytes at a time; here they are cut sign by sign.
@Suite struct WordTests {
  /// What a text is made of: letters, signs that part or join words, filled places, seams, ends of
  /// blocks, characters of several bytes and pieces of them.
  private static let pieces: [[UInt8]] =
    ["a", "b", "Z", "the", "Cranes", "7", "2026", " ", "  ", ".", ":", "-", "_", "@", "/"].map {
      Array($0.utf8)
    }
    + ["é", "\u{200B}", "–", "Ａ", "０", "ß", "Ж", "\u{2028}"].map { Array($0.utf8) }
    + [[Letters.fill], Array(repeating: Letters.fill, count: 19), [Letters.seam], [Letters.end]]
    + [[0xC3], [0x80], [0xFF], [0x7F], [0x40], [0x5B], [0x60], [0x7B], [0x2F], [0x3A]]

  private struct Plain: Equatable {
    var key: UInt64 = 0
    var length = 0
    var start = 0
    var end = 0
    var make: UInt8 = 0
  }

  /// The words of a text, and the keys of the parts of those that have several, sign by sign.
  private static func cut(_ text: [UInt8]) -> (words: [Plain], parts: Set<UInt64>) {
    var result: (words: [Plain], parts: Set<UInt64>) = ([], [])
    /// Letters since the last gap, one array for each part.
    var open: [[(byte: [UInt8], kind: Words.Make, place: Int)]] = [[]]
    var isFirst = true
    func piece(_ letters: [(byte: [UInt8], kind: Words.Make, place: Int)], _ end: Int) -> Plain {
      Plain(
        key: WordKey.of(letters.flatMap(\.byte)), length: letters.count,
        start: letters[0].place, end: end, make: letters.reduce(0) { $0 | $1.kind.rawValue })
    }
    // Where it ends, with what nobody sees behind it.
    func close(_ end: Int) {
      let letters = open.joined().map { $0 }
      defer { open = [[]] }
      guard !letters.isEmpty else { return }
      var word = piece(letters, end)
      if isFirst { word.make |= Words.Make.first.rawValue }
      isFirst = false
      if text[(word.start + 1)..<end].contains(where: { (0x41...0x5A).contains($0) }) {
        word.make |= Words.Make.capital.rawValue
      }
      if let last = result.words.last, last.end < word.start, Letters.isJoint(text[last.end]),
        text[(last.end + 1)..<word.start].allSatisfy({ $0 == Letters.seam || $0 == Letters.fill })
      {
        word.make |= Words.Make.joined.rawValue
      }
      result.words.append(word)
      let parts = open.filter { !$0.isEmpty }
      if parts.count > 1 { result.parts.formUnion(parts.map { piece($0, end).key }) }
    }
    var index = 0
    while index < text.count {
      let place = index
      let value = text.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { UTF8Reading.scalar($0, &index, text.count) } ?? 0
      }
      let byte = text[place]
      if byte < 0x80 {
        index = place + 1
        switch byte {
        case Letters.end:
          close(place)
          isFirst = true
        case Letters.fill: continue
        case Letters.seam: if !open.joined().isEmpty { open.append([]) }
        case 0x30...0x39: open[open.count - 1].append(([byte], .digits, place))
        case 0x41...0x5A, 0x61...0x7A: open[open.count - 1].append(([byte | 0x20], .letters, place))
        default: close(place)
        }
        continue
      }
      switch Letters.fold(value) {
      case .gap: close(place)
      case .unseen: continue
      case .plain(let letters):
        for letter in letters.description.utf8 {
          open[open.count - 1].append(([letter], .letters, place))
        }
      case .other(let folded) where folded < 0x80:
        open[open.count - 1].append(
          ([UInt8(folded)], folded < 0x3A ? .digits : .letters, place))
      case .other(let folded):
        let bytes = [0, 8, 16].map { folded >> $0 }.filter { $0 != 0 }
        open[open.count - 1].append(
          (bytes.map { UInt8(truncatingIfNeeded: $0) }, .letters, place))
      }
    }
    close(text.count)
    return result
  }

  @Test func areThoseOfASlowReading() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<4000 {
      check((0..<Int.random(in: 0..<40, using: &random)).flatMap { _ in piece(&random) })
    }
  }

  /// There is room for all words of a text, however long it is and however close they stand.
  @Test func haveRoomInALongText() {
    var random = SystemRandomNumberGenerator()
    let long = 1 << 16 + 1
    for unit in ["a ", "é ", "a\u{2003}", "\u{2003}", "é", "1\u{B}\0", "a\u{C}", "𝒜 ", "ab"] {
      check(Array(String(repeating: unit, count: long / unit.utf8.count + 1).utf8))
    }
    for _ in 0..<10 {
      var text: [UInt8] = []
      while text.count < long { text += piece(&random) }
      check(text)
    }
  }

  private func piece(_ random: inout SystemRandomNumberGenerator) -> [UInt8] {
    Self.pieces.randomElement(using: &random) ?? []
  }

  private func check(_ text: [UInt8]) {
    let words = Words(text)
    let plain = Self.cut(text)
    let cut = (0..<words.count).map { index in
      let word = words[index]
      return Plain(
        key: word.key, length: Int(word.length), start: Int(word.start), end: Int(word.end),
        make: word.make.rawValue)
    }
    let shown = text.prefix(200)
    guard cut == plain.words else {
      Issue.record("\(shown): \(cut.count) words instead of \(plain.words.count)")
      return
    }
    let parts = Set(words.parts.map(\.key))
    #expect(parts.isSuperset(of: plain.parts), "\(shown)")
    #expect(parts.subtracting(plain.parts).isSubset(of: cut.map(\.key)), "\(shown)")
    #expect(
      words.odd
        == cut.indices.filter {
          cut[$0].length == 2 || cut[$0].length >= 16 || cut[$0].make & 0b11010 != 0
        }, "\(shown)")
  }

  /// A word in pieces is looked at piece by piece too, and only where it has two or more.
  @Test func haveParts() {
    func parts(_ text: String) -> [UInt64] { Words(Array(text.utf8)).parts.map(\.key) }
    let keys = ["crane", "ship"].map { WordKey.of($0.utf8) }
    #expect(parts("the crane\u{B}\0\0ship\u{B}\0 of today") == keys)
    #expect(parts("the \u{B}\0crane\u{B}\0 of today").isEmpty)
    #expect(parts("crane\u{B}\0\u{B}\0") == [])
  }

  /// A run is four words in their order that nothing parts.
  @Test func makeRuns() {
    func runs(_ text: String) -> [UInt64] {
      var runs: [UInt64] = []
      Words(Array(text.utf8)).forEachRun { _, run in runs.append(run) }
      return runs
    }
    #expect(runs("one two three").isEmpty)
    #expect(runs("one two three four five").count == 2)
    #expect(runs("one two three\u{C}four five six").isEmpty)
    #expect(runs("One, two; three. Four") == runs("one two three four"))
    #expect(runs("one two\u{C}three four five six") == runs("three four five six"))
    let orders = ["a b c d", "b a c d", "a c b d", "a b d c", "d c b a", "a a b b", "b b a a"]
    #expect(Set(orders.flatMap(runs)).count == orders.count)
  }
}
