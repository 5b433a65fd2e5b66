/// Likely stems of a word: what is left without the endings that English and Dutch stemmers take.
enum Stems {
  /// The stems of a word, of four letters or more.
  static func of(_ letters: [UInt32]) -> [ArraySlice<UInt32>] {
    guard letters.count >= 6 else { return [] }
    return endings.compactMap { ending in
      let stem = letters.dropLast(ending.count)
      return stem.count >= 4 && letters.suffix(ending.count).elementsEqual(ending) ? stem : nil
    }
  }

  private static let endings = [
    "s", "e", "en", "es", "ed", "er", "ers", "ing", "ings", "ingen", "ly", "ation", "ations",
    "ment",
    "heid", "heden", "lijk", "lijke", "ie", "ies", "t", "y",
  ].map { $0.utf8.map(UInt32.init) }
}
