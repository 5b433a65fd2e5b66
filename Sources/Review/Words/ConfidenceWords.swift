/// How sure the service says that it is, in one language: "with high confidence", "our confidence in
/// this is low", "we are confident".
///
/// Confidence is a word of everyday language too: "little confidence in the mayor" states none.
struct ConfidenceWords: Sendable {
  /// The words and phrases of a language.
  struct Lists: Sendable {
    /// Phrases that state a confidence by themselves.
    var phrases: [String]
    var nouns: String
    /// Grades besides those of the policy.
    var grades: String
    /// What stands between a grade and the noun: a degree of confidence.
    var between: String
    /// Who is sure, before the noun.
    var owners: String
    /// What leads to what the confidence is in.
    var about: String
    /// What a service is sure of.
    var objects: String
    /// What stands between the noun and a grade behind it.
    var copulas: String
  }

  private let phrases: Phrases
  private let nouns: WordSet
  private let grades: WordSet
  private let between: WordSet
  private let owners: WordSet
  private let about: WordSet
  private let objects: WordSet
  private let copulas: WordSet

  /// The words of a language, with the names of the policy's grades.
  init(_ lists: Lists, grades: [String]) {
    phrases = Phrases(lists.phrases)
    nouns = WordSet(lists.nouns)
    self.grades = WordSet(([lists.grades] + grades).joined(separator: " "))
    between = WordSet(lists.between)
    owners = WordSet(lists.owners)
    about = WordSet(lists.about)
    objects = WordSet(lists.objects)
    copulas = WordSet(lists.copulas)
  }

  /// The words at which a confidence is stated, outside quotations and code.
  func statements(in words: [Word]) -> [Int] {
    let stated = phrases.matches(in: words).map(\.words.lowerBound)
    let graded = words.indices.filter { nouns.contains(words[$0]) && isStatement($0, words) }
    return (stated + graded).filter { words[$0].traits.isDisjoint(with: [.quoted, .code]) }
  }

  private func isStatement(_ noun: Int, _ words: [Word]) -> Bool {
    let sentence = words[noun].sentence
    let before = words[..<noun].suffix(5).filter { $0.sentence == sentence }
    let after = words[(noun + 1)...].prefix(10).prefix { $0.sentence == sentence }
    let isOwn = before.contains(where: owners.contains)
    let leads = after.first.map(about.contains) ?? false
    let isOfJudgement =
      after.first.map(objects.contains) ?? false
      || leads && after.dropFirst().prefix(3).contains(where: objects.contains)
    let direct = before.last { !between.contains($0) }
    if let direct, grades.contains(direct) { return !leads || isOfJudgement || isOwn }
    let rest = after.drop(while: copulas.contains)
    if let next = rest.first, grades.contains(next) { return true }
    return (isOwn || isOfJudgement) && after.contains(where: grades.contains)
  }
}

extension ConfidenceWords.Lists {
  static let english = Self(
    phrases: [
      "we are confident", "we remain confident", "highly confident", "very confident",
      "fairly confident", "moderately confident", "reasonably confident", "we are sure",
      "fairly sure", "quite sure", "we are certain", "low-confidence", "moderate-confidence",
      "medium-confidence", "high-confidence",
    ],
    nouns: "confidence certainty",
    grades: "low moderate medium high little limited some great full strong",
    between: "level degree of a", owners: "we our with", about: "in of about",
    objects: "judgement judgment assessment estimate finding conclusion this that it",
    copulas: "is was are as")

  static let dutch = Self(
    phrases: [
      "redelijk zeker", "vrij zeker", "zeer zeker van", "er zeker van", "wij zijn zeker",
      "we zijn zeker", "ervan overtuigd",
    ],
    nouns: "zekerheid vertrouwen betrouwbaarheid",
    grades: """
      laag lage gemiddeld gemiddelde matig matige redelijk redelijke hoog hoge groot grote beperkt
      beperkte weinig veel volle
      """,
    between: "mate van een", owners: "wij we ons onze met", about: "in van over",
    objects:
      "oordeel inschatting beoordeling conclusie dit deze dat hierin daarin hierover daarover",
    copulas: "is was als")
}
