/// An audience in the tests' own model.
struct Reader: Hashable {
  /// Its id, which no other audience may learn.
  var id: String
  /// Its name, a canary.
  var name: String
  /// How high it is cleared.
  var level: Int
  /// The compartments it holds.
  var compartments: Set<Int> = []
  /// The groups it belongs to.
  var groups: Set<Int> = []
  /// Whether tokens stand in the place of what it may not see.
  var seesTokens = false
  /// Whether a token stands in the sentence.
  var keepsSentences = false
  /// Whether portions carry their marks.
  var seesMarks = false
  /// Whether its site has an address.
  var hasAddress = false

  /// Whether it is cleared for a label.
  func mayRead(_ mark: Mark) -> Bool {
    level >= mark.level && compartments.isSuperset(of: mark.compartments)
      && mark.groups.map { !$0.isDisjoint(with: groups) } ?? true
  }

  /// Whether it is cleared for all that `other` is cleared for.
  func isCleared(asFarAs other: Reader) -> Bool {
    level >= other.level && compartments.isSuperset(of: other.compartments)
      && groups.isSuperset(of: other.groups)
  }
}
