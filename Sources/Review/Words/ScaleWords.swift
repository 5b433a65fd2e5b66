internal import Edition

/// The words of a policy's scales in one language, and words beside them that mean no band.
struct ScaleWords: Sendable {
  /// A word of likelihood in a text.
  struct Term: Sendable {
    /// Positions of its words.
    var words: Range<Int>
    /// The id of its value; nil where the scale has no such value.
    var value: String?
  }

  private let terms: Phrases
  private let values: [String]
  private let others: Phrases
  private let othersInJudgements: Phrases
  private let noLikelihood: Phrases
  private let loose: Phrases
  private let looseInJudgements: Phrases
  private let confidence: ConfidenceWords
  /// Words that make another band of a term, and are no part of one: `highly`, `most`.
  private let degrees: WordSet
  /// Words that compare, in a judgement no part of a term either.
  private let comparisons: WordSet
  private let negations: WordSet

  /// The words of the version of the scale `likelihood` that a briefing is written by; nil where
  /// there is none, or no list of words for the language.
  init?(_ scale: ScaleVersion?, confidence: ScaleVersion?, language: String) {
    guard let scale, let lists = HedgeWords.of(language) else { return nil }
    var phrases: [String] = []
    var values: [String] = []
    for value in scale.values {
      let name = value.name[language]
      phrases.append(name)
      values.append(value.id)
      if language == "nl" {
        phrases.append(name + "e")
        values.append(value.id)
      }
    }
    self.values = values
    terms = Phrases(phrases)
    others = Phrases(lines: lists.otherLikelihood)
    othersInJudgements = Phrases(lines: lists.otherLikelihood + "\n" + lists.inJudgements)
    comparisons = WordSet(lists.comparisons)
    noLikelihood = Phrases(lines: lists.noLikelihood)
    let events = lists.looseOf.events.split(whereSeparator: \.isWhitespace)
    let looseEvents = events.map { "\n\(lists.looseOf.adjective) \($0)" }.joined()
    loose = Phrases(lines: lists.loose + looseEvents)
    looseInJudgements = Phrases(
      lines: lists.loose + looseEvents + "\n" + lists.looseInJudgements)
    degrees = WordSet(lists.degrees)
    negations = WordSet(lists.negations)
    self.confidence = ConfidenceWords(
      lists.confidence, grades: confidence?.values.map { $0.name[language] } ?? [])
  }

  /// The words of likelihood in a text, those of the scale and others.
  ///
  /// - Parameter strictly: as in a judgement, where "more likely" and "a good chance" are none of
  ///   the scale's words either.
  func likelihoods(in words: [Word], strictly: Bool) -> [Term] {
    var result: [Term] = []
    var index = 0
    while index < words.count {
      if words[index].traits.isDisjoint(with: [.quoted, .code]),
        let term = term(in: words, at: index, strictly)
      {
        result.append(term)
        index = term.words.upperBound
      } else {
        index += 1
      }
    }
    return result
  }

  private func term(in words: [Word], at index: Int, _ strictly: Bool) -> Term? {
    let own = terms.match(words, at: index)
    let other = (strictly ? othersInJudgements : others).match(words, at: index)
    if noLikelihood.match(words, at: index) != nil { return nil }
    if let other, other.words.count > own?.words.count ?? 0 {
      return Term(words: other.words, value: nil)
    }
    guard let own else { return nil }
    let isChanged = index > 0 && changes(words[index - 1], words[index], strictly)
    return Term(
      words: isChanged ? index - 1..<own.words.upperBound : own.words,
      value: isChanged ? nil : values[own.phrase])
  }

  /// Whether a word makes another band of the term behind it.
  private func changes(_ word: Word, _ term: Word, _ strictly: Bool) -> Bool {
    guard word.sentence == term.sentence, !term.traits.contains(.opensClause) else { return false }
    return degrees.contains(word) || negations.contains(word)
      || strictly && comparisons.contains(word)
  }

  /// The words at which a confidence is stated.
  func confidences(in words: [Word]) -> [Int] { confidence.statements(in: words) }

  /// Where a word leaves open how likely something is, outside quotations.
  ///
  /// - Parameter strictly: as in a judgement, where "a return is possible" does so too.
  func looseWords(in words: [Word], strictly: Bool) -> [Phrases.Match] {
    let taken = Set(likelihoods(in: words, strictly: true).flatMap(\.words))
    return (strictly ? looseInJudgements : loose).matches(in: words).filter { match in
      words[match.words.lowerBound].traits.isDisjoint(with: [.quoted, .code])
        && taken.isDisjoint(with: match.words)
    }
  }
}
