/// Words that stand in every text and so tell none from another.
///
/// The script of the search page has the same lists, so that it asks for none of them; a test
/// compares the two.
enum StopWords {
  static let dutch = words(
    """
    aan al alle als altijd andere ben bij bijvoorbeeld dan dat de deze die dit doe doen door dus een
    en er gaan gaat geen had heb hebben heeft het hier hoe hun ik in is ja je kan kunnen kunt maar
    me meer met mij mijn moet moeten mogen na naar nee niet niets nog nu of om omdat onder ons onze
    ook op over te tegen toch toen tot uit uw van veel via voor waar waarom wanneer waren was wat we
    welke werd wie wij wil word worden wordt zal ze zelf zich zij zijn zo zoals zonder zou
    """)

  static let english = words(
    """
    about after all also am an and any are as at be because been before being but by can could did
    do does doing for from had has have he her here him his how if in into is it its just me more
    most must my no not now of off on only or other our out over own she should so some such than
    that the their them then there these they this those through to too under until up us was we
    were what when where which who why will with would you your
    """)

  static let dutchHashes = Set(dutch.map { WordHash.of($0) })
  static let englishHashes = Set(english.map { WordHash.of($0) })

  private static func words(_ text: StaticString) -> Set<[UInt8]> {
    Set(
      text.description.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Array($0.utf8) })
  }
}
