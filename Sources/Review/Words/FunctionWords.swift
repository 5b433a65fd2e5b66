/// Words of English and Dutch that say little by themselves: articles, pronouns, prepositions,
/// auxiliary verbs, and the words with which judgements begin.
enum FunctionWords {
  private static let english = WordSet(englishWords)
  private static let dutch = WordSet(dutchWords)
  private static let none = WordSet("")

  /// Those of a language.
  static func of(_ language: String) -> WordSet {
    switch language {
    case "en": english
    case "nl": dutch
    default: none
    }
  }

  private static let englishWords = """
    a about after again all also am an and any are as at be because been before being between both
    but by can could did do does down during each either else even ever every few for from further
    had has have he her here him his how i if in into is it its itself just least less like likely
    unlikely may me might more most much must my near neither no nor not now of off on once one only
    or other our out over own per rather roughly same shall she should since so some still such than
    that the their them themselves then there these they this those through to too two under until
    up upon us very was we were what when where whether which while who whom whose why will with
    within without would yet you your almost certain certainty chance confidence even high moderate
    low assess assessed judge judged expect expected actor group new
    """

  private static let dutchWords = """
    aan af al alle alleen als ander andere anders ben bent bij binnen bijna dan dat de deze die dit
    doch doen door dus een eén één elk elke en er ergens even geen geweest had hadden heb hebben
    heeft hem hen het hier hij hoe hun iemand iets ik in is ja je jij jou jouw kan kon konden kunnen
    maar me mee meer men met mij mijn moet moeten mogen na naar nee niemand niet niets nog nu of om
    omdat onder ons onze ook op over per reeds te tegen ten ter terwijl tijdens toch toen tot tussen
    u uit uw van vanaf veel vele voor vooral vrijwel waar waarin waarom waarschijnlijk
    onwaarschijnlijk wanneer want waren was wat we weer wel werd werden wie wij wil willen word
    worden wordt zal ze zeer zekerheid zelf zich zij zijn zo zoals zonder zou zouden zulke kans
    ongeveer inschatting verwachten verwacht actor groep nieuwe
    """
}
