/// Takes Dutch compounds apart: `dreigingsniveau` is `dreiging` and `niveau`.
///
/// Both parts must be words that the documents have by themselves, of four letters or more; stop words
/// are none of these. Between them may stand the linking elements `s`, `en` and `e`. A part that is a
/// compound is taken apart too.
struct CompoundSplitter {
  private static let shortest = 4
  private static let links: [[UInt8]] = [[], [UInt8(ascii: "s")], Array("en".utf8), [0x65]]

  let lexicon: Lexicon

  /// The parts of `word`; none where it cannot be taken apart.
  func parts(of word: ArraySlice<UInt8>) -> [Lexicon.Word] {
    guard word.count >= 2 * CompoundSplitter.shortest, word.allSatisfy({ $0 &- 0x61 < 26 }) else {
      return []
    }
    // The longest tail tells best where the parts meet.
    for start in (word.startIndex + CompoundSplitter.shortest)...(word.endIndex - 4) {
      guard let tail = part(word[start...]), let head = head(word[..<start]) else { continue }
      return [head, tail] + parts(of: lexicon.letters(of: head))
        + parts(of: lexicon.letters(of: tail))
    }
    return []
  }

  /// The word that `letters` are, with or without a linking element behind it.
  private func head(_ letters: ArraySlice<UInt8>) -> Lexicon.Word? {
    for link in CompoundSplitter.links where letters.suffix(link.count).elementsEqual(link) {
      if let head = part(letters.dropLast(link.count)) { return head }
    }
    return nil
  }

  private func part(_ letters: ArraySlice<UInt8>) -> Lexicon.Word? {
    letters.count >= CompoundSplitter.shortest ? lexicon.word(letters) : nil
  }
}
