/// How easily a text is read, by the length of its sentences and words.
///
/// English: 206.835 − 1.015 × words per sentence − 84.6 × syllables per word (Flesch, 1948).
/// Dutch: 206.84 − 0.93 × words per sentence − 77 × syllables per word (Douma, 1960).
struct FleschFormula {
  private let perSentence: Double
  private let perSyllable: Double
  private let isEnglish: Bool

  /// The formula for a language; nil where there is none.
  init?(language: String) {
    switch language {
    case "en": (perSentence, perSyllable, isEnglish) = (1.015, 84.6, true)
    case "nl": (perSentence, perSyllable, isEnglish) = (0.93, 77, false)
    default: return nil
    }
  }

  /// The score of texts together, rounded down; nil where they have too few words to say anything.
  func score(_ passages: [Passage], atLeast fewest: Int) -> Int? {
    var words = 0
    var sentences = 0
    var syllables = 0
    for passage in passages {
      let counted = passage.words.filter { $0.traits.isDisjoint(with: [.digit, .code]) }
      guard let last = counted.last, let first = counted.first else { continue }
      words += counted.count
      sentences += last.sentence - first.sentence + 1
      for word in counted {
        syllables += FleschFormula.syllables(
          passage.bytes[word.start..<word.end], isEnglish: isEnglish)
      }
    }
    guard words >= fewest else { return nil }
    let length = Double(words) / Double(sentences)
    let weight = Double(syllables) / Double(words)
    return Int((206.84 - perSentence * length - perSyllable * weight).rounded(.down))
  }

  /// The syllables of a word: its groups of vowels, with an English silent `e` left out.
  static func syllables(_ word: ArraySlice<UInt8>, isEnglish: Bool) -> Int {
    var count = 0
    var wasVowel = false
    for byte in word {
      // Letters with accents are vowels but for ç and ñ; their second byte continues them.
      let isVowel =
        switch byte | 0x20 {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
        default: byte == 0xC3 || byte & 0xC0 == 0x80 && wasVowel
        }
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    // A word of two groups of vowels has three bytes at least.
    if isEnglish, count > 1 {
      let last = word[word.endIndex - 1] | 0x20
      let second = word[word.endIndex - 2] | 0x20
      let third = word[word.endIndex - 3] | 0x20
      let isSilent = last == 0x65 && second != 0x6C
      let isSilentEd = last == 0x64 && second == 0x65 && third != 0x74 && third != 0x64
      if isSilent || isSilentEd { count -= 1 }
    }
    return max(1, count)
  }
}
