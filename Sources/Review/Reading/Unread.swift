internal import Manuscript
internal import Marking

/// Why no audience can see a portion.
enum Unread: Hashable, Sendable {
  /// Its release lists have no group in common.
  case emptyRelease
  /// A compartment, by its position, that no audience holds.
  case compartment(Int)
  /// No audience is in any of its groups.
  case groups
  /// No audience is cleared for all of it, or tailoring leaves it to none that is.
  case others

  /// The portions that nobody can see, and why; of those that one mark governs, the first.
  ///
  /// - Parameter addressed: the audiences that the briefing is for; nil for all.
  static func portions(
    of portions: [ListedPortion], for addressed: [String]?, _ policy: Policy
  ) -> [Portion] {
    var seen: Set<ListedPortion> = []
    return portions.compactMap { portion in
      var portion = portion
      if let addressed {
        portion.audiences = portion.audiences?.intersection(addressed) ?? Set(addressed)
      }
      guard let reason = reason(portion, policy) else { return nil }
      var mark = portion
      mark.line = portion.markLine
      mark.origin = .ownMark
      return seen.insert(mark).inserted ? Portion(portion: mark, reason: reason) : nil
    }
  }

  /// A portion that nobody can see, on the line of the mark that makes it so.
  struct Portion: Sendable {
    var portion: ListedPortion
    var reason: Unread
  }

  /// The reason, or nil where somebody can see it.
  static func reason(_ portion: ListedPortion, _ policy: Policy) -> Unread? {
    let isRead = policy.audiences.contains { audience in
      portion.audiences?.contains(audience.id) ?? true
        && audience.clearance.isCleared(for: portion.label)
    }
    if isRead { return nil }
    let clearances = policy.audiences.map(\.clearance)
    if let release = portion.label.release {
      if release.isEmpty { return .emptyRelease }
      if !clearances.contains(where: { !$0.groups.isDisjoint(with: release) }) { return .groups }
    }
    for compartment in portion.label.compartments
    where !clearances.contains(where: { $0.compartments.contains(compartment) }) {
      return .compartment(compartment)
    }
    return .others
  }
}
