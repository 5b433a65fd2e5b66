/// Tells text that asks for something from text that only names it, in one language.
///
/// Many words are verb and noun in one (`check`, `patrol`, `plan`): they count as verbs where a
/// verb stands, at the start of a clause. A word that is not known counts as one where a noun's
/// companion follows it at the start of a clause: "harden the fence". Elsewhere they count before
/// an article: "the mayor plans a meeting". No list has every verb, so a text without a known one is
/// held to be a name only where it also begins as names do.
struct Verbs: Sendable {
  private let verbs: WordSet
  private let alsoNouns: WordSet
  private let companions: WordSet
  private let articles: WordSet
  private let openers: WordSet
  /// Words before a noun that open no clause: `more`, `geen`.
  private let modifiers: WordSet
  private let links: WordSet
  private let nouns: WordSet
  private let nounEndings: [[UInt8]]
  /// Endings of a first word that names a thing before a preposition: "patrols at the gate".
  private let thingEndings: [[UInt8]]
  private let prepositions: WordSet
  /// Words that are a verb and an adjective, and what they describe: "close cooperation".
  private let adjectives: WordSet
  private let described: WordSet
  /// `is`, and what with it says no more than that a thing is wanted.
  private let being: WordSet
  private let wishes: WordSet
  /// The ending of a verb of the third person, and whether nouns in the plural have it too.
  private let personEnding: UInt8?
  private let pluralsEndAlike: Bool

  /// The verbs of a language; nil for a language without a list.
  static func of(_ language: String) -> Verbs? {
    switch language {
    case "en": english
    case "nl": dutch
    default: nil
    }
  }

  /// Whether a verb stands in the text.
  func stand(in passage: Passage) -> Bool {
    let words = passage.words
    var isAtStart = true
    for (index, word) in words.enumerated() {
      if word.traits.contains(.opensClause) { isAtStart = true }
      if verbs.contains(word), !isWish(index, words) { return true }
      if index > 0, namesWhatSomebodyDoes(word, passage) || isDoneByMany(index, passage) {
        return true
      }
      let next = index + 1 < words.count ? words[index + 1] : nil
      let direct = next.flatMap { $0.traits.contains(.opensClause) ? nil : $0 }
      if let direct, articles.contains(direct),
        alsoNouns.contains(word) || index > 0 && isThirdPerson(word, passage)
      {
        return true
      }
      if isAtStart || index > 0 && links.contains(words[index - 1]) {
        let isDescribing =
          adjectives.contains(word) && direct.map(described.contains) ?? false
        if alsoNouns.contains(word), !isDescribing { return true }
        if let direct, companions.contains(direct), !isPluralName(word, passage),
          !openers.contains(word), !companions.contains(word), !links.contains(word)
        {
          return true
        }
      }
      if modifiers.contains(word) || !openers.contains(word) && !word.traits.contains(.digit) {
        isAtStart = false
      }
    }
    return false
  }

  /// `backups`, `camera's`.
  private func isPluralName(_ word: Word, _ passage: Passage) -> Bool {
    nouns.contains(word) && passage.bytes[word.end - 1] == UInt8(ascii: "s")
  }

  /// "Caution is required" asks nobody for anything.
  private func isWish(_ index: Int, _ words: [Word]) -> Bool {
    guard being.contains(words[index]) else { return false }
    let rest = words[(index + 1)...].prefix { $0.sentence == words[index].sentence }
    return rest.prefix(2).contains(where: wishes.contains)
  }

  /// "Two guards stay", "residents report": in a language whose plurals end in `s`.
  private func isDoneByMany(_ index: Int, _ passage: Passage) -> Bool {
    guard pluralsEndAlike, alsoNouns.contains(passage.words[index]) else { return false }
    let before = passage.words[index - 1]
    return !alsoNouns.contains(before) && passage.bytes[before.end - 1] == personEnding
  }

  /// `belt`, `controleert`: in a language whose ending of the third person is no plural.
  private func namesWhatSomebodyDoes(_ word: Word, _ passage: Passage) -> Bool {
    guard !pluralsEndAlike, let personEnding else { return false }
    let bytes = passage.bytes[word.start..<word.end]
    return bytes.last == personEnding
      && verbs.contains(hash: Word.hash(String(decoding: bytes.dropLast(), as: UTF8.self)))
  }

  /// `closes`, `checks`: a verb with the ending of the third person.
  private func isThirdPerson(_ word: Word, _ passage: Passage) -> Bool {
    let bytes = passage.bytes[word.start..<word.end]
    guard let personEnding, bytes.last == personEnding else { return false }
    let stem = Word.hash(String(decoding: bytes.dropLast(), as: UTF8.self))
    return verbs.contains(hash: stem) || alsoNouns.contains(hash: stem)
  }

  /// Whether the text begins as the name of a thing does: "extra vigilance", "toezicht op".
  func isNamed(_ passage: Passage) -> Bool {
    guard let first = passage.words.first else { return false }
    if nouns.contains(first) { return true }
    if passage.words.count > 1, adjectives.contains(first), described.contains(passage.words[1]) {
      return true
    }
    let word = passage.bytes[first.start..<first.end].map { $0 | 0x20 }
    if ends(word, in: nounEndings) { return true }
    guard passage.words.count > 1, prepositions.contains(passage.words[1]) else { return false }
    return ends(word, in: thingEndings)
  }

  private func ends(_ word: [UInt8], in endings: [[UInt8]]) -> Bool {
    endings.contains { word.count > $0.count + 2 && word.suffix($0.count).elementsEqual($0) }
  }

  private static let english = Verbs(
    verbs: WordSet(EnglishVerbs.verbs), alsoNouns: WordSet(EnglishVerbs.alsoNouns),
    companions: WordSet(EnglishVerbs.companions), articles: WordSet(EnglishVerbs.articles),
    openers: WordSet(EnglishVerbs.openers + EnglishVerbs.modifiers),
    modifiers: WordSet(EnglishVerbs.modifiers),
    links: WordSet("to and or not then but please also always never n't"),
    nouns: WordSet(EnglishVerbs.nouns),
    nounEndings: ["tion", "sion", "ness", "ment", "ity", "ance", "ence", "ship", "ism", "ing"].map {
      Array($0.utf8)
    }, thingEndings: ["ts", "rs", "ls", "ks", "ns", "es", "as"].map { Array($0.utf8) },
    prepositions: WordSet("at on in around near for of with without by to between along before"),
    adjectives: WordSet("close clear secure open access staff"),
    described: WordSet(EnglishVerbs.described), being: WordSet("is are"),
    wishes: WordSet(EnglishVerbs.wishes), personEnding: UInt8(ascii: "s"), pluralsEndAlike: true)

  private static let dutch = Verbs(
    verbs: WordSet(DutchVerbs.verbs), alsoNouns: WordSet(DutchVerbs.alsoNouns),
    companions: WordSet(DutchVerbs.companions), articles: WordSet(DutchVerbs.articles),
    openers: WordSet(DutchVerbs.openers + DutchVerbs.modifiers),
    modifiers: WordSet(DutchVerbs.modifiers),
    links: WordSet("en of niet dan maar ook altijd nooit"), nouns: WordSet(DutchVerbs.nouns),
    nounEndings: ["heid", "ing", "ingen", "tie", "teit", "schap", "isme"].map { Array($0.utf8) },
    thingEndings: ["a's", "o's", "rs", "ls"].map { Array($0.utf8) },
    prepositions: WordSet("op bij rond voor tegen met van over tussen langs in aan naar zonder"),
    adjectives: WordSet(""), described: WordSet(""), being: WordSet("is zijn"),
    wishes: WordSet(DutchVerbs.wishes), personEnding: UInt8(ascii: "t"), pluralsEndAlike: false)
}
