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
    /// There is a capital of ASCII in it that is not its first letter.
    static let capital = Make(rawValue: 8)
    /// Between it and the word before is one stop, colon or at sign.
    static let joined = Make(rawValue: 16)

    /// What makes a word more than letters.
    static let odd: Make = [.digits, .capital, .joined]
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

    /// Whether it stands in no text of JSON, where quotation marks are ends: before it are only signs of
    /// JSON and numbers, down to one that stands behind a text.
    func isNumber(ofJSON bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      var place = Int(start)
      while place > 0, bytes[place - 1] != Letters.end {
        place -= 1
        // A long list of numbers is one.
        if Int(start) - place > 64 { return true }
        switch bytes[place] {
        case 0x30...0x39, 0x0A, 0x20, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "["),
          UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "."),
          UInt8(ascii: "-"):
          break
        default: return false
        }
      }
      return place == 0 || ",:]}".utf8.contains(bytes[place])
    }
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
  /// Which words are of two letters, or of many, or have something else than letters in or before
  /// them: all that can be more than a word.
  private(set) var odd: [Int] = []

  init() {}

  /// The words of `bytes`.
  init(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { cut($0) } }

  @inline(__always)
  subscript(index: Int) -> Word { words[index] }

  subscript(range: Range<Int>) -> ArraySlice<Word> { words[range] }

  /// Calls `body` with each word, until it returns false.
  @inline(__always)
  func forEach(_ body: (Int, Word) -> Bool) {
    words.withUnsafeBufferPointer { words in
      for index in 0..<count where !body(index, words[index]) { return }
    }
  }

  /// Calls `body` with the number of the first word and the key of each run of four that the text does
  /// not part.
  ///
  /// Runs come apart from words: their keys are looked up in much memory, and where little is done
  /// besides, the next are asked for while the first are waited for.
  @inline(__always)
  func forEachRun(_ body: (Int, UInt64) -> Void) {
    words.withUnsafeBufferPointer { words in
      var run = RunKey()
      for index in 0..<count {
        let word = words[index]
        if let key = run.add(word.key, isFirst: word.make.contains(.first)) {
          body(index &- 3, key)
        }
      }
    }
  }

  /// At least as many as there are words in `bytes`.
  private static func most(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    // Between two words is a byte at least. Of a long text, that would be far too much room.
    guard bytes.count > 1 << 16 else { return bytes.count / 2 + 1 }
    var count = 0
    var wasPlain = false
    Letters.kinds.withUnsafeBufferPointer { kinds in
      for byte in bytes {
        let kind = kinds[Int(byte)]
        let isPlain = kind & Letters.plain != 0
        // What is of several bytes can begin a word, or part two.
        if isPlain ? !wasPlain : kind == Letters.Kind.wide.rawValue { count += 1 }
        wasPlain = isPlain
      }
    }
    return count
  }

  /// Cuts `bytes` into words, in place of those that were there.
  mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>) {
    count = 0
    parts.removeAll(keepingCapacity: true)
    odd.removeAll(keepingCapacity: true)
    guard let base = bytes.baseAddress else { return }
    let most = Words.most(in: bytes)
    if words.count < most {
      let none = Word(key: 0, length: 0, start: 0, end: 0, make: [])
      words = Array(repeating: none, count: most)
    }
    Letters.kinds.withUnsafeBufferPointer { kinds in
      guard let kinds = kinds.baseAddress else { return }
      words.withUnsafeMutableBufferPointer { words in
        var cutter = Cutter(words: words, parts: parts, odd: odd)
        (parts, odd) = ([], [])
        cutter.cut(base, bytes.count, kinds)
        (count, parts, odd) = (cutter.count, cutter.parts, cutter.odd)
      }
    }
  }
}
