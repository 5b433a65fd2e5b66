/// A label in the tests' own model, written from section 1 of `docs/marking-language.md` alone: it
/// shares nothing with the product, so that both have to be wrong in one way to agree on a fault.
struct Mark: Hashable {
  /// Position on the ladder, from 0.
  var level: Int
  /// Positions of the compartments.
  var compartments: Set<Int> = []
  /// Positions of the groups that it may go to; nil for no restriction.
  var groups: Set<Int>?

  /// The label that restricts as both do.
  func joined(_ other: Mark) -> Mark {
    var result = Mark(
      level: max(level, other.level), compartments: compartments.union(other.compartments))
    switch (groups, other.groups) {
    case (let mine?, let theirs?): result.groups = mine.intersection(theirs)
    case (let some, nil), (nil, let some): result.groups = some
    }
    return result
  }

  /// Whether level and compartments of `other` are within these, as a banner's have to be.
  func covers(_ other: Mark) -> Bool {
    level >= other.level && compartments.isSuperset(of: other.compartments)
  }

  /// The label as an author writes it.
  func text(in house: House) -> String {
    var text = house.levels[level].id
    let names = compartments.sorted().map { house.compartments[$0].id }
    if !names.isEmpty { text += "//" + names.joined(separator: "/") }
    if let groups {
      text += "//REL TO " + groups.sorted().map { house.groups[$0].id }.joined(separator: ", ")
    }
    return text
  }
}
