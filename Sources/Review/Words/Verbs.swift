/// Tells text that asks for something from text that only names it, in one language.
///
/// Many words are verb and noun in one (`check`, `patrol`, `plan`): they count as verbs where a
/// verb stands, at the start of a clause. A word that is not known counts as one where a noun's
/// companion follows it at the start of a clause: "harden the fence". No list has every verb, so a
/// text without a known one is held to be a name only where it also begins as names do.
struct Verbs: Sendable {
  private let verbs: WordSet
  private let alsoNouns: WordSet
  private let companions: WordSet
  private let openers: WordSet
  private let links: WordSet
  private let nouns: WordSet
  private let nounEndings: [[UInt8]]

  /// The verbs of a language; nil for a language without a list.
  static func of(_ language: String) -> Verbs? {
    switch language {
    case "en": english
    case "nl": dutch
    default: nil
    }
  }

  /// Whether a verb stands in the text.
  func stand(in words: [Word]) -> Bool {
    var isAtStart = true
    for (index, word) in words.enumerated() {
      if word.traits.contains(.opensClause) { isAtStart = true }
      if verbs.contains(word) { return true }
      if isAtStart || index > 0 && links.contains(words[index - 1]) {
        if alsoNouns.contains(word) { return true }
        let next = index + 1 < words.count ? words[index + 1] : nil
        if let next, companions.contains(next), !next.traits.contains(.opensClause),
          !openers.contains(word), !companions.contains(word), !links.contains(word)
        {
          return true
        }
      }
      if !openers.contains(word), !word.traits.contains(.digit) { isAtStart = false }
    }
    return false
  }

  /// Whether the text begins as the name of a thing does: "extra vigilance", "toezicht op".
  func isNamed(_ passage: Passage) -> Bool {
    guard let first = passage.words.first else { return false }
    if nouns.contains(first) { return true }
    let word = passage.bytes[first.start..<first.end].map { $0 | 0x20 }
    return nounEndings.contains {
      word.count > $0.count + 2 && word.suffix($0.count).elementsEqual($0)
    }
  }

  private static let english = Verbs(
    verbs: WordSet(EnglishVerbs.verbs), alsoNouns: WordSet(EnglishVerbs.alsoNouns),
    companions: WordSet(EnglishVerbs.companions), openers: WordSet(EnglishVerbs.openers),
    links: WordSet("to and or not then but please also always never n't"),
    nouns: WordSet(EnglishVerbs.nouns),
    nounEndings: ["tion", "sion", "ness", "ment", "ity", "ance", "ence", "ship", "ism"].map {
      Array($0.utf8)
    })

  private static let dutch = Verbs(
    verbs: WordSet(DutchVerbs.verbs), alsoNouns: WordSet(DutchVerbs.alsoNouns),
    companions: WordSet(DutchVerbs.companions), openers: WordSet(DutchVerbs.openers),
    links: WordSet("en of niet dan maar ook altijd nooit"), nouns: WordSet(DutchVerbs.nouns),
    nounEndings: ["heid", "ing", "ingen", "tie", "teit", "schap", "isme"].map { Array($0.utf8) })
}
