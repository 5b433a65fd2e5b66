/// The Dutch stemming algorithm of Snowball in Porter's form, on a folded word of the letters a to z.
///
/// Source: <https://snowballstem.org/algorithms/dutch_porter/stemmer.html>. The names of the steps
/// are those of its description. Accents are gone before it begins, those on `è` too.
struct DutchStemmer {
  private var word: [UInt8]
  private var r1: Int
  private var r2: Int
  private var removedE = false

  /// The stem of `word`.
  static func stem(_ word: ArraySlice<UInt8>) -> [UInt8] {
    var stemmer = DutchStemmer(word)
    stemmer.step1()
    stemmer.step2()
    stemmer.step3a()
    stemmer.step3b()
    stemmer.step4()
    return stemmer.word.map { $0 | 0x20 }
  }

  private init(_ word: ArraySlice<UInt8>) {
    var letters = Array(word)
    for index in letters.indices where DutchStemmer.isConsonant(letters, index) {
      letters[index] &= 0xDF
    }
    self.word = letters
    let first = DutchStemmer.region(of: letters, from: 0)
    r1 = max(3, first)
    r2 = DutchStemmer.region(of: letters, from: first)
  }

  /// Whether the `y` or `i` at `index` is a consonant: an initial `y`, a `y` after a vowel, an `i`
  /// between vowels. It is then written as a capital.
  private static func isConsonant(_ word: [UInt8], _ index: Int) -> Bool {
    let follows = index > 0 && isVowel(word[index - 1])
    switch word[index] {
    case UInt8(ascii: "y"): return index == 0 || follows
    case UInt8(ascii: "i"):
      return follows && index + 1 < word.count && isVowel(word[index + 1])
    default: return false
    }
  }

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiouy".utf8.contains(letter) }

  /// The place behind the first non-vowel that follows a vowel.
  private static func region(of word: [UInt8], from start: Int) -> Int {
    var index = start
    while index < word.count, !isVowel(word[index]) { index += 1 }
    while index < word.count, isVowel(word[index]) { index += 1 }
    return min(word.count, index + 1)
  }
}

// MARK: - Steps

extension DutchStemmer {
  private mutating func step1() {
    if ends("heden") {
      if starts("heden", behind: r1) { replace("heden", by: "heid") }
    } else if ends("ene") {
      removeEn("ene")
    } else if ends("en") {
      removeEn("en")
    } else if ends("se") {
      removeS("se")
    } else if ends("s") {
      removeS("s")
    }
  }

  private mutating func step2() {
    removedE = false
    guard ends("e"), starts("e", behind: r1), !isVowel(before: 1) else { return }
    word.removeLast()
    removedE = true
    undouble()
  }

  private mutating func step3a() {
    guard ends("heid"), starts("heid", behind: r2), letter(before: 4) != UInt8(ascii: "c") else {
      return
    }
    word.removeLast(4)
    if ends("en") { removeEn("en") }
  }

  private mutating func step3b() {
    if ends("end") || ends("ing") {
      guard word.count - 3 >= r2 else { return }
      word.removeLast(3)
      if ends("ig"), word.count - 2 >= r2, letter(before: 2) != UInt8(ascii: "e") {
        word.removeLast(2)
      } else {
        undouble()
      }
    } else if ends("ig") {
      if starts("ig", behind: r2), letter(before: 2) != UInt8(ascii: "e") { word.removeLast(2) }
    } else if ends("lijk") {
      guard starts("lijk", behind: r2) else { return }
      word.removeLast(4)
      step2()
    } else if ends("baar") {
      if starts("baar", behind: r2) { word.removeLast(4) }
    } else if ends("bar") {
      if starts("bar", behind: r2), removedE { word.removeLast(3) }
    }
  }

  /// `maan` becomes `man`, `brood` becomes `brod`.
  private mutating func step4() {
    let count = word.count
    guard count >= 4, !DutchStemmer.isVowel(word[count - 1]), word[count - 1] != UInt8(ascii: "I"),
      word[count - 2] == word[count - 3], "aeou".utf8.contains(word[count - 2]),
      !DutchStemmer.isVowel(word[count - 4])
    else { return }
    word.remove(at: count - 2)
  }
}

// MARK: - Endings

extension DutchStemmer {
  private func ends(_ ending: StaticString) -> Bool {
    let length = ending.utf8CodeUnitCount
    guard word.count >= length else { return false }
    return word.suffix(length).elementsEqual(
      UnsafeBufferPointer(start: ending.utf8Start, count: length))
  }

  private func starts(_ ending: StaticString, behind region: Int) -> Bool {
    word.count - ending.utf8CodeUnitCount >= region
  }

  private func letter(before length: Int) -> UInt8? {
    word.count > length ? word[word.count - length - 1] : nil
  }

  private func isVowel(before length: Int) -> Bool {
    letter(before: length).map(DutchStemmer.isVowel) ?? true
  }

  private mutating func replace(_ ending: StaticString, by other: StaticString) {
    word.removeLast(ending.utf8CodeUnitCount)
    word += UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount)
  }

  /// Takes `en` or `ene` away behind a non-vowel, but not behind `gem`.
  private mutating func removeEn(_ ending: StaticString) {
    let length = ending.utf8CodeUnitCount
    guard starts(ending, behind: r1), !isVowel(before: length),
      !word.dropLast(length).suffix(3).elementsEqual("gem".utf8)
    else { return }
    word.removeLast(length)
    undouble()
  }

  /// Takes `s` or `se` away behind a non-vowel other than `j`.
  private mutating func removeS(_ ending: StaticString) {
    let length = ending.utf8CodeUnitCount
    guard starts(ending, behind: r1), !isVowel(before: length),
      letter(before: length) != UInt8(ascii: "j")
    else { return }
    word.removeLast(length)
  }

  private mutating func undouble() {
    if ends("kk") || ends("dd") || ends("tt") { word.removeLast() }
  }
}
