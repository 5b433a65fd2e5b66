/// Words of likelihood and confidence beside those of the policy's scales, in one language.
struct HedgeWords: Sendable {
  /// Words of likelihood, wherever an analyst writes them; one a line.
  var otherLikelihood: String
  /// Words and phrases of likelihood that only a judgement may be held to.
  var inJudgements: String
  /// Words that leave open how likely something is.
  var loose: String
  /// Words that make another band of a term.
  var degrees: String
  /// Words that compare: a judgement alone may be held to them.
  var comparisons: String
  var negations: String
  /// Grades of confidence, besides those of the policy.
  var confidenceGrades: [String]
  /// What follows a grade.
  var confidence: [String]
  /// Phrases that state a confidence without a grade before them.
  var confidenceWords: [String]

  /// The lists for a language; nil where there are none.
  static func of(_ language: String) -> HedgeWords? {
    switch language {
    case "en": english
    case "nl": dutch
    default: nil
    }
  }

  private static let english = HedgeWords(
    otherLikelihood: """
      probable
      probably
      improbable
      improbably
      presumably
      doubtless
      undoubtedly
      in all likelihood
      """,
    inJudgements: """
      plausible
      plausibly
      conceivable
      certainly
      surely
      no doubt
      doubtful
      odds are
      chances are
      good chance
      fair chance
      real chance
      small chance
      slim chance
      high chance
      low chance
      remote chance
      high probability
      low probability
      realistic probability
      realistic possibility
      real possibility
      high likelihood
      low likelihood
      chance
      chances
      probability
      likelihood
      likelier
      likeliest
      as likely as not
      more likely than not
      """,
    loose: """
      may
      might
      could
      possibly
      perhaps
      maybe
      conceivably
      possible that
      cannot be ruled out
      can't be ruled out
      not be ruled out
      not ruled out
      cannot rule out
      not rule out
      cannot be excluded
      can't be excluded
      not be excluded
      cannot exclude
      not impossible
      not inconceivable
      """,
    degrees: "highly extremely quite fairly rather somewhat increasingly reasonably very",
    comparisons: "more most less least equally",
    negations: "not",
    confidenceGrades: ["low", "moderate", "medium", "high"],
    confidence: ["confidence", "level of confidence", "degree of confidence"],
    confidenceWords: ["confidence is", "level of confidence", "we are confident"])

  private static let dutch = HedgeWords(
    otherLikelihood: """
      vermoedelijk
      vermoedelijke
      hoogstwaarschijnlijk
      ongetwijfeld
      zo goed als zeker
      naar alle waarschijnlijkheid
      """,
    inJudgements: """
      aannemelijk
      aannemelijke
      voorstelbaar
      voorstelbare
      denkbaar
      denkbare
      zonder twijfel
      vast en zeker
      twijfelachtig
      grote kans
      kleine kans
      reële kans
      goede kans
      geringe kans
      hoge kans
      lage kans
      kans is groot
      kans is klein
      kans is reëel
      kans
      waarschijnlijkheid
      waarschijnlijker
      waarschijnlijkst
      waarschijnlijkste
      """,
    loose: """
      mogelijk
      mogelijkerwijs
      misschien
      wellicht
      zou kunnen
      zouden kunnen
      niet uit te sluiten
      niet uitgesloten
      niet worden uitgesloten
      niet uitsluiten
      niet ondenkbaar
      niet onmogelijk
      """,
    degrees: "hoogst uiterst erg heel vrij tamelijk redelijk zeer",
    comparisons: "meer meest minder minst steeds",
    negations: "niet",
    confidenceGrades: [
      "laag", "lage", "gemiddeld", "gemiddelde", "matig", "matige", "redelijke", "hoog", "hoge",
      "grote", "beperkte",
    ],
    confidence: [
      "zekerheid", "vertrouwen", "betrouwbaarheid", "mate van zekerheid", "mate van vertrouwen",
      "mate van betrouwbaarheid",
    ],
    confidenceWords: ["zekerheid is", "betrouwbaarheid is", "mate van zekerheid"])
}
