/// A label as the audit reads it: a step of the ladder, compartments, and perhaps a release list.
struct ReadLabel: Hashable, Sendable {
  /// Position on the ladder, 0 the lowest.
  var level: Int
  /// Positions in the policy's list of compartments; the reader needs all of them.
  var compartments: Set<Int> = []
  /// Positions in the policy's list of groups; the reader needs one of them. Nil is no restriction.
  var groups: Set<Int>?

  /// The label of what stands inside both: the higher level, all compartments, common groups.
  func joined(with other: ReadLabel) -> ReadLabel {
    var result = ReadLabel(level: max(level, other.level))
    result.compartments = compartments.union(other.compartments)
    switch (groups, other.groups) {
    case (let mine?, let theirs?): result.groups = mine.intersection(theirs)
    case (let mine, let theirs): result.groups = mine ?? theirs
    }
    return result
  }
}

/// What a kind of reader is cleared for.
struct ReadClearance: Hashable, Sendable {
  var level: Int
  var compartments: Set<Int>
  var groups: Set<Int>

  /// Whether a reader with this clearance may read what has that label.
  func covers(_ label: ReadLabel) -> Bool {
    guard label.level <= level, label.compartments.isSubset(of: compartments) else { return false }
    guard let wanted = label.groups else { return true }
    return !wanted.isDisjoint(with: groups)
  }
}
