/// The tables of the English stemming algorithm; longer endings stand before shorter ones.
enum EnglishEndings {
  static let step2: [(StaticString, StaticString)] = [
    ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"),
    ("ousness", "ous"), ("biliti", "ble"), ("lessli", "less"), ("tional", "tion"),
    ("alism", "al"), ("aliti", "al"), ("ation", "ate"), ("entli", "ent"), ("fulli", "ful"),
    ("iviti", "ive"), ("ogist", "og"), ("ousli", "ous"), ("abli", "able"), ("alli", "al"),
    ("anci", "ance"), ("ator", "ate"), ("enci", "ence"), ("izer", "ize"), ("bli", "ble"),
    ("ogi", "og"), ("li", ""),
  ]

  static let step3: [(StaticString, StaticString)] = [
    ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("ative", ""), ("icate", "ic"),
    ("iciti", "ic"), ("ical", "ic"), ("ness", ""), ("ful", ""),
  ]

  static let step4: [StaticString] = [
    "ement", "able", "ance", "ence", "ible", "ment", "ant", "ate", "ent", "ion", "ism", "iti",
    "ive", "ize", "ous", "al", "er", "ic",
  ]

  /// Beginnings behind which the first region starts.
  static let prefixes = words("commun gener arsen univers emerg organ inter later past")

  /// Words whose stem is given.
  static let special: [[UInt8]: [UInt8]] = Dictionary(
    uniqueKeysWithValues: pairs(
      """
      skis ski, skies sky, idly idl, gently gentl, ugly ugli, early earli, only onli, singly singl,
      sky sky, news news, howe howe, atlas atlas, cosmos cosmos, bias bias, andes andes
      """))

  /// Words that stay as they are once their plural is gone.
  static let invariantAfter1a = Set(
    words("inning outing canning herring earring evening"))

  /// What stands before an `eed` that belongs to the word.
  static let beforeEed = words("proc exc succ")

  private static func words(_ text: StaticString) -> [[UInt8]] {
    text.description.split(separator: " ").map { Array($0.utf8) }
  }

  private static func pairs(_ text: StaticString) -> [([UInt8], [UInt8])] {
    text.description.split(whereSeparator: { $0 == "," || $0 == "\n" }).map { pair in
      let parts = pair.split(separator: " ").map { Array($0.utf8) }
      return (parts[0], parts[parts.count - 1])
    }
  }
}
