/// Writes the documents of terms, with how much a term says about each.
struct Postings {
  /// What a form of the word counts, against a compound that it is a part of, which counts one.
  private static let formShare = 2

  private let lexicon: Lexicon
  private let weighing: Weighing
  /// How much of the term each document has; nothing between two terms.
  private var counts: [Int32]
  private var found: [Int32] = []

  init(_ lexicon: Lexicon, _ weighing: Weighing) {
    self.lexicon = lexicon
    self.weighing = weighing
    counts = Array(repeating: 0, count: weighing.documentCount)
  }

  /// The list of a term as the index has it.
  mutating func bytes(of term: TermList.Term) -> [UInt8] {
    if term.forms.count == 1, term.compounds.isEmpty { return bytes(of: term.forms[0]) }
    for word in term.forms { add(word, Postings.formShare) }
    for word in term.compounds { add(word, 1) }
    found.sort()
    var bytes: [UInt8] = []
    var next = 0
    for place in found {
      let document = Int(place)
      let count = (Int(counts[document]) + Postings.formShare - 1) / Postings.formShare
      let weight = weighing.weight(count, in: document)
      SignCode.append((document - next) * Weighing.steps + weight, to: &bytes)
      next = document + 1
      counts[document] = 0
    }
    found.removeAll(keepingCapacity: true)
    return bytes
  }

  private mutating func add(_ word: Lexicon.Word, _ share: Int) {
    lexicon.parts[word.part].readDocuments(of: word.place) { document, weight in
      if counts[document] == 0 { found.append(Int32(document)) }
      counts[document] += Int32(weight * share)
    }
  }

  /// The list of a term that is one word.
  private func bytes(of word: Lexicon.Word) -> [UInt8] {
    var bytes: [UInt8] = []
    var next = 0
    lexicon.parts[word.part].readDocuments(of: word.place) { document, count in
      let weight = weighing.weight(count, in: document)
      SignCode.append((document - next) * Weighing.steps + weight, to: &bytes)
      next = document + 1
    }
    return bytes
  }
}
