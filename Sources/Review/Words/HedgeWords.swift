/// Words of likelihood and confidence beside those of the policy's scales, in one language.
struct HedgeWords: Sendable {
  /// Words of likelihood, wherever an analyst writes them; one a line.
  var otherLikelihood: String
  /// Words and phrases of likelihood that only a judgement may be held to.
  var inJudgements: String
  /// Phrases with such a word in them that mean no likelihood: a chance to do something.
  var noLikelihood: String
  /// Words that leave open how likely something is.
  var loose: String
  /// Such words and phrases that only a judgement may be held to.
  var looseInJudgements: String
  /// What a loose adjective leaves open: a possible attack is loose, a possible route is not.
  var looseOf: (adjective: String, events: String)
  /// Words that make another band of a term.
  var degrees: String
  /// Words that compare: a judgement alone may be held to them.
  var comparisons: String
  var negations: String
  /// Words and phrases for how sure the service is.
  var confidence: ConfidenceWords.Lists

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
      remote possibility
      little doubt
      nearly certain
      bound to
      is expected to
      are expected to
      is expected that
      chance
      chances
      probability
      likelihood
      likelier
      likeliest
      as likely as not
      more likely than not
      """,
    noLikelihood: """
      chance to
      chances to
      """,
    loose: """
      may
      might
      could
      possibly
      perhaps
      maybe
      conceivably
      potentially
      possible that
      cannot be ruled out
      can't be ruled out
      not be ruled out
      not ruled out
      cannot rule out
      can't rule out
      not rule out
      cannot be excluded
      can't be excluded
      not be excluded
      cannot exclude
      can't exclude
      not exclude
      not impossible
      not out of the question
      not inconceivable
      """,
    looseInJudgements: """
      is possible
      are possible
      remains possible
      possibility of
      possibility that
      possibility exists
      potential for
      potential to
      it seems
      it appears
      """,
    looseOf: (
      "possible",
      """
      attack attacks sabotage threat espionage intrusion breach leak incident explosion involvement
      link cause return damage interference target theft disruption
      """
    ),
    degrees: "highly extremely nearly quite fairly rather somewhat increasingly reasonably very",
    comparisons: "more most less least equally",
    negations: "not",
    confidence: .english)

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
      gerede kans
      weinig twijfel
      bijna zeker
      nagenoeg zeker
      haast zeker
      naar verwachting
      lijn der verwachting
      lijn der verwachtingen
      te verwachten
      voor de hand
      kans
      waarschijnlijkheid
      waarschijnlijker
      waarschijnlijkst
      waarschijnlijkste
      """,
    noLikelihood: """
      kans om
      kans greep
      kans grijpt
      kans kreeg
      kans krijgt
      kans zag
      kans ziet
      """,
    loose: """
      mogelijk
      mogelijkerwijs
      misschien
      wellicht
      allicht
      het kan zijn dat
      zou kunnen
      zouden kunnen
      niet uit te sluiten
      niet uitgesloten
      niet worden uitgesloten
      niet uitsluiten
      niet kan worden uitgesloten
      niet kan uitsluiten
      niet kunnen uitsluiten
      niet valt uit te sluiten
      niet ondenkbaar
      niet onmogelijk
      """,
    looseInJudgements: """
      mogelijkheid bestaat
      mogelijkheid dat
      tot de mogelijkheden
      lijkt erop
      eventueel
      potentieel
      """,
    looseOf: (
      "mogelijke",
      """
      aanslag aanslagen aanval aanvallen sabotage dreiging spionage inbraak lek incident explosie
      betrokkenheid oorzaak terugkeer schade inmenging doel diefstal verstoring
      """
    ),
    degrees: "hoogst uiterst erg heel weinig vrij tamelijk redelijk zeer",
    comparisons: "meer meest minder minst steeds",
    negations: "niet",
    confidence: .dutch)
}
