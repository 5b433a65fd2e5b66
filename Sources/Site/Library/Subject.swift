import Edition

/// A topic, sector or region with its briefings.
struct Subject: Sendable {
  let vocabulary: Vocabulary
  let term: Term
  /// The places of its briefings on the shelf, newest change first.
  let entries: [Int]
  /// Those that hold today.
  let current: [Int]
  /// Of those that hold today, the one with the highest level; the one that was issued last, if several.
  let highest: Int?

  /// The name of its folder, seen from the language's folder.
  var path: String { "\(vocabulary.rawValue)/\(Address.pathPart(term.id))/" }

  /// Its briefings cut into pages.
  var paging: Paging { Paging(folder: path, total: entries.count) }

  /// The subjects of `vocabulary` that have briefings, in the order of the policy.
  static func all(
    of vocabulary: Vocabulary, in policy: EditionPolicy, entries: [Entry]
  ) -> [Subject] {
    var places: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      for id in Set(vocabulary.ids(of: entry.briefing).map(\.value)) {
        places[id, default: []].append(index)
      }
    }
    return vocabulary.terms(of: policy).compactMap { term in
      guard let all = places[term.id] else { return nil }
      let current = all.filter { entries[$0].isCurrent }
      return Subject(
        vocabulary: vocabulary, term: term, entries: all, current: current,
        highest: highest(of: current, entries))
    }
  }

  /// Of the places `candidates`, the one with the highest level, as `LevelHistory` orders them; the first
  /// where several are alike.
  static func highest(of candidates: [Int], _ entries: [Entry]) -> Int? {
    var best: (place: Int, level: GivenLevel)?
    for place in candidates {
      guard let level = GivenLevel(entries[place]) else { continue }
      if best.map({ $0.level < level }) ?? true { best = (place, level) }
    }
    return best?.place
  }
}
