/// The terms of an index: what the forms of a word have in common.
struct TermList: Sendable {
  /// One term.
  struct Term: Sendable {
    /// What decides in which shard it is.
    var stem: [UInt8]
    /// The shortest of its forms; it stands in the index for all of them.
    var name: [UInt8] = []
    /// Its forms.
    var forms: [Lexicon.Word] = []
    /// Compounds that it is a part of.
    var compounds: [Lexicon.Word] = []
  }

  /// The terms, ordered by stem.
  let terms: [Term]

  init(_ lexicon: Lexicon, in language: SearchLanguage, on crew: some Crew) {
    let splitter = CompoundSplitter(lexicon: lexicon)
    let analysed = crew.map(Array(lexicon.parts.indices)) { part in
      let table = lexicon.parts[part].table
      return (0..<table.count).map { place in
        let word = table.word(place)
        let parts = language.joinsWords ? splitter.parts(of: word) : []
        return (stem: language.stem(word), parts: parts)
      }
    }
    var stems = WordTable()
    var terms: [Term] = []
    for (part, words) in analysed.enumerated() {
      for (place, word) in words.enumerated() {
        let term = stems.add(word.stem)
        if term == terms.count { terms.append(Term(stem: word.stem)) }
        terms[term].add(Lexicon.Word(part: part, place: place), of: lexicon)
      }
    }
    for (part, words) in analysed.enumerated() {
      for (place, word) in words.enumerated() {
        for piece in Set(word.parts) {
          let stem = analysed[piece.part][piece.place].stem
          terms[stems.add(stem)].compounds.append(Lexicon.Word(part: part, place: place))
        }
      }
    }
    self.terms = terms.sorted { $0.stem.lexicographicallyPrecedes($1.stem) }
  }
}

extension WordTable {
  /// The place of a word, which is added if it is not there.
  fileprivate mutating func add(_ word: [UInt8]) -> Int {
    word.withUnsafeBufferPointer { add($0, hash: WordHash.of($0)) }
  }
}

extension TermList.Term {
  fileprivate mutating func add(_ form: Lexicon.Word, of lexicon: Lexicon) {
    forms.append(form)
    let letters = lexicon.letters(of: form)
    let isFirst =
      letters.count == name.count
      ? letters.lexicographicallyPrecedes(name) : letters.count < name.count
    if name.isEmpty || isFirst { name = Array(letters) }
  }
}
