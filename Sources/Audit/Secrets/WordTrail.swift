/// The last four words of a text, and the numbers that they have together.
struct WordTrail {
  /// What is kept of a word that has passed.
  private struct Step {
    var hash: UInt64 = 0
    var state: UInt64 = 0
    var length = 0
    var shape: Word.Shape = []
    var number = 0
    var joint: UInt8 = 0
  }

  private var now = Step()
  private var last = Step()
  private var third = Step()
  private var fourth = Step()
  /// How many words there have been since the last pause, four at most counted.
  private(set) var count = 0

  /// Forgets everything.
  mutating func reset() { count = 0 }

  /// Adds a word.
  @inline(__always)
  mutating func push(_ word: Word) {
    fourth = third
    third = last
    last = now
    now = Step(
      hash: word.hash, state: word.state, length: word.length, shape: word.shape,
      number: word.number, joint: word.gap == 1 ? word.before : 0)
    if count < 4 { count += 1 }
  }

  /// The number of the last two words.
  var pair: UInt64? { count >= 2 ? WordHash.run(last.hash, now.hash) : nil }

  /// The number of the last three words.
  var triple: UInt64? {
    count >= 3 ? WordHash.run(WordHash.run(third.hash, last.hash), now.hash) : nil
  }

  /// The number of the last four words.
  var four: UInt64? {
    guard count >= 4 else { return nil }
    return WordHash.run(
      WordHash.run(WordHash.run(fourth.hash, third.hash), last.hash), now.hash)
  }

  /// Whether the last two words are a name: capitals, and a space between them.
  var isName: Bool {
    count >= 2 && Bytes.isSpace(now.joint) && now.shape.contains(.initialCapital)
      && last.shape.contains(.initialCapital)
  }

  /// Whether the last two words are joined as those of a host or an address are.
  var isAddressPair: Bool {
    count >= 2 && WordTrail.isDot(now.joint) && (isLetters(now) || isLetters(last))
  }

  private func isLetters(_ step: Step) -> Bool {
    step.length >= 2 && !step.shape.isDisjoint(with: [.small, .initialCapital, .laterCapital])
  }

  /// Whether the last three words are joined as those of an address or an identifier are.
  var isAddressTriple: Bool {
    guard count >= 3, WordTrail.isLink(now.joint), WordTrail.isLink(last.joint) else {
      return false
    }
    guard isLetters(now) || isLetters(last) || isLetters(third) else { return false }
    let hasDigits = [now, last, third].contains { $0.shape.contains(.digits) }
    return WordTrail.isDot(now.joint) || WordTrail.isDot(last.joint) || hasDigits
  }

  private static func isDot(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x40 }
  private static func isLink(_ byte: UInt8) -> Bool {
    isDot(byte) || byte == 0x2D || byte == 0x5F || byte == 0x2F || byte == 0x3A
  }

  /// The number of the day that the last words name: `14 August`, `August 14`, `2026-08-14`.
  ///
  /// - Parameter month: the number of the month that a word's number stands for.
  func date(month: (UInt64) -> Int?) -> UInt64? {
    guard count >= 2 else { return nil }
    if now.shape == .digits {
      if count >= 3, now.length == 2, last.length == 2, third.length == 4,
        last.shape == .digits, third.shape == .digits, isMonth(last.number), isDay(now.number)
      {
        return WordHash.date(month: last.number, day: now.number)
      }
      guard isDay(now.number), last.shape != .digits, let month = month(last.hash) else {
        return nil
      }
      return WordHash.date(month: month, day: now.number)
    }
    guard last.shape == .digits, last.length <= 2, isDay(last.number) else { return nil }
    return month(now.hash).map { WordHash.date(month: $0, day: last.number) }
  }

  private func isDay(_ number: Int) -> Bool { (1...31).contains(number) }
  private func isMonth(_ number: Int) -> Bool { (1...12).contains(number) }

  /// The number of `1500` where the last words are `1.500`, `1,500` or `1 500`.
  var groupedNumber: UInt64? {
    guard count >= 2, now.shape == .digits, last.shape == .digits, now.length == 3,
      last.length <= 3, [0x20, 0x27, 0x2C, 0x2E, 0xA0, 0xC2, 0xE2].contains(now.joint)
    else { return nil }
    var state = last.state
    for digit in [now.number / 100, now.number / 10 % 10, now.number % 10] {
      state = WordHash.step(state, UInt64(0x30 + digit))
    }
    return WordHash.finish(state)
  }

  /// The number of the last two words written as one, where they are a name or a name with a
  /// number.
  func joined(_ letters: [UInt32]) -> UInt64? {
    guard count >= 2, last.length + now.length >= 6 else { return nil }
    let isNumbered = now.shape == .digits && now.length >= 3 && last.shape != .digits
    guard isName || isNumbered else { return nil }
    return WordHash.finish(letters.reduce(last.state) { WordHash.step($0, UInt64($1)) })
  }

  /// The numbers of marks that end with the last word.
  var marks: [UInt64] {
    guard count >= 1 else { return [] }
    var result = [WordHash.mark(now.hash)]
    func isMark(_ step: Step) -> Bool {
      step.shape == .digits || step.shape.contains(.initialCapital) && !step.shape.contains(.small)
    }
    guard count >= 2, isMark(last) else { return result }
    result.append(WordHash.run(WordHash.mark(last.hash), now.hash))
    guard count >= 3, isMark(third) else { return result }
    result.append(WordHash.run(WordHash.run(WordHash.mark(third.hash), last.hash), now.hash))
    return result
  }

  /// Whether the last word stands behind `REL TO` or `REL`.
  var isReleased: Bool { count >= 2 && (last.hash == WordTrail.to || last.hash == WordTrail.rel) }
  private static let to = WordHash.of("to")
  private static let rel = WordHash.of("rel")
}
