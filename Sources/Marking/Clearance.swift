/// What a reader may know: a level, compartments held and groups belonged to.
public struct Clearance: Hashable, Sendable {
  /// Position of the level on the ladder.
  public var level: Int
  /// Positions of the compartments held.
  public var compartments: Set<Int>
  /// Positions of the groups belonged to.
  public var groups: Set<Int>

  /// A clearance.
  public init(level: Int, compartments: Set<Int> = [], groups: Set<Int> = []) {
    self.level = level
    self.compartments = compartments
    self.groups = groups
  }

  /// Whether it is no clearance at all: the lowest level, and nothing that others have not.
  public var isEverybodys: Bool { level == 0 && compartments.isEmpty && groups.isEmpty }

  /// Whether the holder may read what carries `label`: its level is at least the label's, it holds
  /// every compartment and, where there is a release list, it is in one of the groups.
  public func isCleared(for label: Label) -> Bool {
    guard level >= label.level, label.compartments.allSatisfy(compartments.contains) else {
      return false
    }
    guard let release = label.release else { return true }
    return release.contains(where: groups.contains)
  }

  /// A label as the holder may see it: without groups that it is not in. Two labels that differ in
  /// nothing else are one to it.
  public func seen(_ label: Label) -> Label {
    var result = label
    result.release = label.release.map { $0.filter(groups.contains) }
    return result
  }
}
