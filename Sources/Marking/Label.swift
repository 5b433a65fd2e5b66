/// Who may read a portion: a level, compartments that the reader must all hold, and perhaps a list
/// of groups of which the reader must belong to one.
///
/// Levels, compartments and groups are positions in a `MarkingScheme`. Labels form a lattice under
/// `joined(with:)`; two labels can be incomparable, so there is no `<` on them.
public struct Label: Hashable, Sendable {
  /// Position of the level on the ladder, 0 the lowest.
  public var level: Int
  /// Positions of the compartments, ascending, each once.
  public var compartments: [Int]
  /// Positions of the groups it is released to, ascending; nil is no restriction, none is nobody.
  public var release: [Int]?

  /// A label; the positions may be given in any order.
  public init(level: Int, compartments: [Int] = [], release: [Int]? = nil) {
    self.level = level
    self.compartments = Array(Set(compartments)).sorted()
    self.release = release.map { Array(Set($0)).sorted() }
  }

  /// The least restrictive label that is at least as restrictive as both: the higher level, the
  /// union of compartments, the intersection of release lists.
  public func joined(with other: Label) -> Label {
    if compartments == other.compartments, release == other.release {
      return level >= other.level ? self : other
    }
    let both: [Int]?
    switch (release, other.release) {
    case (nil, let list), (let list, nil): both = list
    case (let mine?, let theirs?): both = mine.filter(theirs.contains)
    }
    return Label(
      level: max(level, other.level), compartments: compartments + other.compartments,
      release: both)
  }

  /// Whether level and compartments are at least those of `other`; release lists do not count.
  ///
  /// This is how a document's banner has to cover its portions.
  public func covers(_ other: Label) -> Bool {
    level >= other.level && other.compartments.allSatisfy(compartments.contains)
  }
}
