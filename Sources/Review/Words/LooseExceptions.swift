/// Where a loose word means something else: the month of May, leave to do something, what could not
/// be done, `zo snel mogelijk`, `mogelijk maken`.
struct LooseExceptions {
  private static let may = Word.hash("may")
  private static let might = Word.hash("might")
  private static let could = Word.hash("could")
  private static let possibly = Word.hash("possibly")
  private static let not = Word.hash("not")
  private static let cannot = Word.hash("cannot")
  private static let zo = Word.hash("zo")
  private static let mogelijk = Word.hash("mogelijk")
  private static let zou: Set<UInt64> = [Word.hash("zou"), Word.hash("zouden")]
  private static let kunnen = Word.hash("kunnen")
  private static let makes = WordSet(
    "maak maakt maakte maakten maken gemaakt blijkt bleek blijft bleef wordt werd worden werden")
  private static let beforeMogelijk = WordSet(
    "zo zoveel waar indien voorzover niet nauwelijks vrijwel alleen is was zijn waren weer wel "
      + "alles alle best beste")
  private static let states = WordSet("is was zijn waren wel weer")
  private static let owners = WordSet("the military economic political naval its their his her")
  /// What follows the noun: "might is right", "the might of the fleet".
  private static let afterNoun = WordSet("is was are were of alone has had does makes and")
  /// What stands before the month of May, where it is written small; days stand there too.
  private static let beforeMonth = WordSet(
    "in on by since until till from before after during early late mid this next last through "
      + "between and to")
  private static let nobodyAtAll = WordSet("nobody none never hardly barely")
  private static let asSoon = Word.hash("as")
  private static let possible = Word.hash("possible")
  private static let that = Word.hash("that")
  private static let excludes: Set<UInt64> = [Word.hash("sluit"), Word.hash("sluiten")]
  private static let niet = Word.hash("niet")
  private static let uit = Word.hash("uit")
  private static let mayGive = WordSet("you u")
  /// Who is given leave, and what to; what is done with a text.
  private static let servants = WordSet(
    "officials officers officer police authorities municipalities mayors mayor guards guard "
      + "council councils commander director minister visitors")
  private static let others = WordSet(
    "members staff employees readers recipients residents citizens operators companies "
      + "journalists teams services partners crews colleagues")
  private static let anybody = WordSet("nobody whoever whatever wherever")
  private static let leave = WordSet(
    "use share read ask call request order apply keep show tell inform pass forward quote publish "
      + "refuse report copy print release consult contact take enter close shut decide issue stop "
      + "search check forbid grant impose demand park bring fly arrest lift extend")
  private static let everybodysLeave = WordSet(
    "use share read ask call request keep show tell forward quote publish copy print consult "
      + "contact")
  private static let handled = WordSet(
    "shared forwarded passed quoted published copied printed released distributed disclosed "
      + "read shown told")
  private static let texts = WordSet(
    "this it briefing report document summary text alert notice version warning "
      + "advice page assessment bulletin advisory paragraph details")
  private static let only = Word.hash("only")
  private static let to = Word.hash("to")
  private static let asked = WordSet("asked told given")
  private static let be = Word.hash("be")
  private static let addressees = WordSet("u je jij jullie")
  private static let becomes = WordSet("worden zijn raken")
  private static let afterMogelijk = WordSet(
    "via tot met bij voor vanaf op in om aan zonder binnen tussen na te maken maakt gemaakt "
      + "maakte maakten en of")

  /// Whether the words mean something else here.
  func allow(_ range: Range<Int>, in passage: Passage) -> Bool {
    let words = passage.words
    let first = words[range.lowerBound]
    guard range.count == 1 else {
      return allowPossible(range, words) || allowAddress(range, words)
    }
    let before = range.lowerBound > 0 ? words[range.lowerBound - 1] : nil
    let after =
      range.upperBound < words.count && words[range.upperBound].sentence == first.sentence
      ? words[range.upperBound] : nil
    switch first.hash {
    case Self.may:
      return first.traits.contains(.capital) || isMonth(before)
        || givesLeave(range.lowerBound, words, passage.isJudgement)
    case Self.might:
      return before.map(Self.owners.contains) ?? false
        || after.map(Self.afterNoun.contains) ?? false
    case Self.could:
      return after?.hash == Self.not || after?.hash == Self.to
        || before.map(Self.nobodyAtAll.contains) ?? false
        || after == nil && range.lowerBound > 1 && words[range.lowerBound - 2].hash == Self.asSoon
    case Self.possibly: return before.map { $0.hash == Self.cannot } ?? false
    case Self.mogelijk:
      return allowMogelijk(
        range.lowerBound, before, after, words, isJudgement: passage.isJudgement)
    default: return false
    }
  }

  /// "In may", "3 may".
  private func isMonth(_ before: Word?) -> Bool {
    before.map { Self.beforeMonth.contains($0) || $0.traits.contains(.digit) } ?? false
  }

  /// "You may", "officials may use", "this may be shared with".
  private func givesLeave(_ index: Int, _ words: [Word], _ isJudgement: Bool) -> Bool {
    let sentence = words[index].sentence
    let before = words[..<index].reversed().prefix { $0.sentence == sentence }
    let rest = words[(index + 1)...].prefix { $0.sentence == sentence }
    let after = rest.drop { $0.hash == Self.not }.prefix(2)
    guard let subject = before.first, let verb = after.first else { return false }
    if verb.hash == Self.only || Self.anybody.contains(subject) { return true }
    if Self.mayGive.contains(subject) {
      return verb.hash != Self.be || after.last.map(Self.asked.contains) ?? false
    }
    // A judgement gives nobody leave: it says what will happen.
    if isJudgement { return false }
    if Self.servants.contains(subject) { return Self.leave.contains(verb) }
    if Self.others.contains(subject) { return Self.everybodysLeave.contains(verb) }
    guard verb.hash == Self.be, let done = after.last, after.count == 2 else { return false }
    return Self.handled.contains(done) && before.contains(where: Self.texts.contains)
  }

  /// "U zou dit kunnen herkennen" speaks to the reader; "u zou slachtoffer kunnen worden" leaves
  /// something open.
  private func allowAddress(_ range: Range<Int>, _ words: [Word]) -> Bool {
    guard Self.zou.contains(words[range.lowerBound].hash),
      words[range.upperBound - 1].hash == Self.kunnen
    else { return false }
    return isAddress(range.lowerBound, kunnen: range.upperBound - 1, words)
  }

  private func isAddress(_ zou: Int, kunnen: Int, _ words: [Word]) -> Bool {
    // "De dader zou u kunnen bellen" is about the caller; "zou u … kunnen?" is not.
    let asks = words[zou].traits.contains(.opensClause)
    let subject = asks ? zou + 1 : zou - 1
    guard words.indices.contains(subject), words[subject].sentence == words[zou].sentence,
      Self.addressees.contains(words[subject]), kunnen + 1 < words.count
    else { return false }
    return !Self.becomes.contains(words[kunnen + 1])
  }

  /// "A return is possible" leaves it open; "it is possible to call" does not.
  private func allowPossible(_ range: Range<Int>, _ words: [Word]) -> Bool {
    guard range.count == 2, words[range.upperBound - 1].hash == Self.possible,
      range.upperBound < words.count
    else { return false }
    let after = words[range.upperBound]
    return after.sentence == words[range.lowerBound].sentence && after.hash != Self.that
      && after.traits.isDisjoint(with: .opensClause)
  }

  private func allowMogelijk(
    _ index: Int, _ before: Word?, _ after: Word?, _ words: [Word], isJudgement: Bool
  ) -> Bool {
    let isSuperlative = index > 1 && words[index - 2].hash == Self.zo
    if isSuperlative { return true }
    let sentence = words.filter { $0.sentence == words[index].sentence }
    if sentence.contains(where: { Self.makes.contains($0) }) { return true }
    guard let before, Self.beforeMogelijk.contains(before) else { return false }
    // "Het is mogelijk dat" leaves it open; "melden is mogelijk via" does not, nor "zo mogelijk".
    guard Self.states.contains(before) else { return true }
    guard let after else { return !isJudgement }
    return after.traits.contains(.opensClause) || Self.afterMogelijk.contains(after)
  }

  /// "zou de actor … kunnen", "sluiten een aanval niet uit": with other words in between.
  func partedPhrases(in words: [Word]) -> [Int] {
    words.indices.filter { index in
      if Self.excludes.contains(words[index].hash) { return excludesNothing(index, words) }
      guard Self.zou.contains(words[index].hash), !words[index].traits.contains(.quoted) else {
        return false
      }
      let rest = words[(index + 1)...].prefix(8).prefix {
        $0.sentence == words[index].sentence && !$0.traits.contains(.opensClause)
      }
      guard let kunnen = rest.dropFirst().firstIndex(where: { $0.hash == Self.kunnen }) else {
        return false
      }
      return !isAddress(index, kunnen: kunnen, words)
    }
  }

  private func excludesNothing(_ index: Int, _ words: [Word]) -> Bool {
    let rest = words[(index + 1)...].prefix(8).prefix { $0.sentence == words[index].sentence }
    return words[index].traits.isDisjoint(with: .quoted)
      && zip(rest, rest.dropFirst()).contains { $0.hash == Self.niet && $1.hash == Self.uit }
  }
}
