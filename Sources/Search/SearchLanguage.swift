/// What the search knows of a language: its stems, the words that say nothing, whether it joins
/// words. Of a language it does not know it knows nothing, and finds words as they are written.
public struct SearchLanguage: Sendable {
  /// The language code.
  public let code: String
  /// Words that are left out of the index.
  private let stopWords: Set<UInt64>
  /// Whether words are joined to longer ones.
  let joinsWords: Bool
  private let stemmer: Stemmer?

  private enum Stemmer { case dutch, english }

  /// The language of this code.
  public init(_ code: String) {
    self.code = code
    let primary = code.prefix { $0 != "-" }
    switch primary {
    case "nl":
      stemmer = .dutch
      stopWords = StopWords.dutchHashes
    case "en":
      stemmer = .english
      stopWords = StopWords.englishHashes
    default:
      stemmer = nil
      stopWords = []
    }
    joinsWords = stemmer == .dutch
  }

  /// Whether the word of this hash is left out of the index.
  func isStopWord(_ hash: UInt64) -> Bool { stopWords.contains(hash) }

  /// What the forms of `word`, folded, have in common; the word itself where it is not of the
  /// letters a to z alone.
  public func stem(_ word: ArraySlice<UInt8>) -> [UInt8] {
    guard let stemmer, word.count > 2, word.allSatisfy({ $0 &- 0x61 < 26 }) else {
      return Array(word)
    }
    return switch stemmer {
    case .dutch: DutchStemmer.stem(word)
    case .english: EnglishStemmer.stem(word)
    }
  }
}
