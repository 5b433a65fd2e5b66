/// The English stemming algorithm of Snowball (Porter2), on a folded word of the letters a to z.
///
/// Source: <https://snowballstem.org/algorithms/english/stemmer.html>. The names of the steps are
/// those of its description. Apostrophes are gone before it begins, so there is no step 0.
struct EnglishStemmer {
  private var word: [UInt8]
  private var r1: Int
  private var r2: Int

  /// The stem of `word`.
  static func stem(_ word: ArraySlice<UInt8>) -> [UInt8] {
    guard word.count > 2 else { return Array(word) }
    if let special = EnglishEndings.special[Array(word)] { return special }
    var stemmer = EnglishStemmer(word)
    stemmer.step1a()
    if !EnglishEndings.invariantAfter1a.contains(stemmer.word) {
      stemmer.step1b()
      stemmer.step1c()
      stemmer.step2()
      stemmer.step3()
      stemmer.step4()
      stemmer.step5()
    }
    return stemmer.word.map { $0 | 0x20 }
  }

  /// Writes each `y` that is a consonant as a capital, and finds the regions.
  private init(_ word: ArraySlice<UInt8>) {
    var letters = Array(word)
    for index in letters.indices where letters[index] == UInt8(ascii: "y") {
      if index == 0 || EnglishStemmer.isVowel(letters[index - 1]) { letters[index] &= 0xDF }
    }
    self.word = letters
    let prefix = EnglishEndings.prefixes.first { letters.starts(with: $0) }
    r1 = prefix?.count ?? EnglishStemmer.region(of: letters, from: 0)
    r2 = EnglishStemmer.region(of: letters, from: r1)
  }

  static func isVowel(_ letter: UInt8) -> Bool { "aeiouy".utf8.contains(letter) }

  /// The place behind the first non-vowel that follows a vowel.
  private static func region(of word: [UInt8], from start: Int) -> Int {
    var index = start
    while index < word.count, !isVowel(word[index]) { index += 1 }
    while index < word.count, isVowel(word[index]) { index += 1 }
    return min(word.count, index + 1)
  }
}

// MARK: - Steps

extension EnglishStemmer {
  private mutating func step1a() {
    if ends("sses") {
      word.removeLast(2)
    } else if ends("ied") || ends("ies") {
      word.removeLast(word.count > 4 ? 2 : 1)
    } else if ends("us") || ends("ss") {
      return
    } else if ends("s"), word.dropLast(2).contains(where: EnglishStemmer.isVowel) {
      word.removeLast()
    }
  }

  private mutating func step1b() {
    if ends("eedly") || ends("eed") {
      let length = ends("eedly") ? 5 : 3
      let before = word.dropLast(length)
      let isWhole = EnglishEndings.beforeEed.contains { before.elementsEqual($0) }
      if before.count >= r1, !isWhole { word.removeLast(length - 2) }
      return
    }
    guard let length = [5, 4, 3, 2].first(where: hasPastEnding),
      word.dropLast(length).contains(where: EnglishStemmer.isVowel)
    else { return }
    if length == 3, word.count == 5, ends("ying"), !EnglishStemmer.isVowel(word[0]) {
      word.removeLast(4)
      word += "ie".utf8
      return
    }
    word.removeLast(length)
    if ends("at") || ends("bl") || ends("iz") {
      word.append(UInt8(ascii: "e"))
    } else if endsDouble {
      let isKept = word.count == 3 && "aeo".utf8.contains(word[0])
      if !isKept { word.removeLast() }
    } else if isShort {
      word.append(UInt8(ascii: "e"))
    }
  }

  private func hasPastEnding(_ length: Int) -> Bool {
    switch length {
    case 5: ends("ingly")
    case 4: ends("edly")
    case 3: ends("ing")
    default: ends("ed")
    }
  }

  private mutating func step1c() {
    guard word.count > 2, ends("y") || ends("Y"), !EnglishStemmer.isVowel(word[word.count - 2])
    else { return }
    word[word.count - 1] = UInt8(ascii: "i")
  }

  private mutating func step2() {
    guard let (ending, other) = EnglishEndings.step2.first(where: { ends($0.0) }),
      word.count - ending.utf8CodeUnitCount >= r1
    else { return }
    let before = word.dropLast(ending.utf8CodeUnitCount).last ?? 0
    if ends("li"), ending.utf8CodeUnitCount == 2 {
      guard "cdeghkmnrt".utf8.contains(before) else { return }
    }
    if ends("ogi"), before != UInt8(ascii: "l") { return }
    replace(ending, by: other)
  }

  private mutating func step3() {
    guard let (ending, other) = EnglishEndings.step3.first(where: { ends($0.0) }),
      word.count - ending.utf8CodeUnitCount >= r1
    else { return }
    if ends("ative"), word.count - 5 < r2 { return }
    replace(ending, by: other)
  }

  private mutating func step4() {
    guard let ending = EnglishEndings.step4.first(where: ends),
      word.count - ending.utf8CodeUnitCount >= r2
    else { return }
    if ends("ion") {
      let before = word.dropLast(3).last
      guard before == UInt8(ascii: "s") || before == UInt8(ascii: "t") else { return }
    }
    word.removeLast(ending.utf8CodeUnitCount)
  }

  private mutating func step5() {
    if ends("e") {
      let place = word.count - 1
      guard place >= r2 || (place >= r1 && !endsShortSyllable(before: 1)) else { return }
      word.removeLast()
    } else if ends("ll"), word.count - 1 >= r2 {
      word.removeLast()
    }
  }
}

// MARK: - Endings

extension EnglishStemmer {
  private func ends(_ ending: StaticString) -> Bool {
    let length = ending.utf8CodeUnitCount
    guard word.count >= length else { return false }
    return word.suffix(length).elementsEqual(
      UnsafeBufferPointer(start: ending.utf8Start, count: length))
  }

  private mutating func replace(_ ending: StaticString, by other: StaticString) {
    word.removeLast(ending.utf8CodeUnitCount)
    word += UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount)
  }

  private var endsDouble: Bool {
    guard word.count >= 2, let last = word.last, word[word.count - 2] == last else { return false }
    return "bdfgmnprt".utf8.contains(last)
  }

  /// Whether the word ends in a short syllable and nothing of it is in the first region.
  private var isShort: Bool { r1 >= word.count && endsShortSyllable(before: 0) }

  /// Whether what stands before the last `length` letters ends in a short syllable.
  private func endsShortSyllable(before length: Int) -> Bool {
    let part = word.dropLast(length)
    guard part.count >= 2, let last = part.last, !EnglishStemmer.isVowel(last) else {
      return false
    }
    let middle = part[part.count - 2]
    guard EnglishStemmer.isVowel(middle) else { return false }
    if part.count == 2 { return true }
    return !EnglishStemmer.isVowel(part[part.count - 3]) && !"wxY".utf8.contains(last)
  }
}
