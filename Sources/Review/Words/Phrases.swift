/// Words and phrases to be found in texts, by the numbers of their words.
struct Phrases: Sendable {
  /// A phrase that was found: words of the text, and which phrase it is.
  struct Match: Sendable {
    /// Positions of its words in the list of words.
    var words: Range<Int>
    /// Which phrase, by its position in the list that the phrases were made of.
    var phrase: Int
  }

  private var byFirst: [UInt64: [(rest: [UInt64], phrase: Int)]] = [:]
  /// The words that a phrase begins with: few words of a text do.
  private let firsts: WordSet

  /// These phrases; a phrase is words with spaces between them.
  init(_ phrases: [String]) {
    for (number, phrase) in phrases.enumerated() {
      let words = WordScanner.words(of: Array(phrase.utf8)).map(\.hash)
      guard let first = words.first else { continue }
      byFirst[first, default: []].append((Array(words.dropFirst()), number))
    }
    firsts = WordSet(byFirst.keys)
    for key in byFirst.keys {
      byFirst[key]?.sort { ($0.rest.count, $1.phrase) > ($1.rest.count, $0.phrase) }
    }
  }

  /// Phrases, one a line.
  init(lines: String) { self.init(lines.split(separator: "\n").map(String.init)) }

  /// The longest phrase that begins at a word.
  func match(_ words: [Word], at index: Int) -> Match? {
    let first = words[index].hash
    guard firsts.contains(hash: first), let candidates = byFirst[first] else { return nil }
    for (rest, phrase) in candidates {
      let end = index + 1 + rest.count
      guard end <= words.count, words[end - 1].sentence == words[index].sentence else { continue }
      if zip(rest, words[(index + 1)..<end]).allSatisfy({ $0 == $1.hash }) {
        return Match(words: index..<end, phrase: phrase)
      }
    }
    return nil
  }

  /// All phrases in a text, longest first, none within another.
  func matches(in words: [Word]) -> [Match] {
    var result: [Match] = []
    var index = 0
    while index < words.count {
      if let match = match(words, at: index) {
        result.append(match)
        index = match.words.upperBound
      } else {
        index += 1
      }
    }
    return result
  }
}
