/// A label as the audit reads it: what a reader has to have.
struct AuditLabel: Hashable, Sendable {
  /// The step of the ladder, the lowest is 0.
  var level = 0
  var compartments: Set<String> = []
  /// The groups of which the reader has to be in one; nil for no such list.
  var groups: Set<String>?

  /// What a reader has to have for both.
  func joined(_ other: AuditLabel) -> AuditLabel {
    var result = self
    result.level = max(level, other.level)
    result.compartments.formUnion(other.compartments)
    if let others = other.groups {
      result.groups = groups.map { $0.intersection(others) } ?? others
    }
    return result
  }

  /// What a reader has to have for both, where there may be no label on one side.
  static func join(_ a: AuditLabel?, _ b: AuditLabel?) -> AuditLabel? {
    guard let a else { return b }
    guard let b else { return a }
    return a.joined(b)
  }
}

/// An audience as the audit reads it.
struct AuditReader: Sendable {
  let id: String
  let level: Int
  let compartments: Set<String>
  let groups: Set<String>
  /// Whether a token may stand in a sentence, in place of a part of it.
  let keepsSentences: Bool

  /// Whether this reader may read what has the label.
  func mayRead(_ label: AuditLabel) -> Bool {
    level >= label.level && label.compartments.isSubset(of: compartments)
      && (label.groups.map { !$0.isDisjoint(with: groups) } ?? true)
  }
}
