import Calendar
import Edition

/// Something that changed on a day, as readers are told of it.
struct Change: Sendable {
  /// What it was.
  enum What: Sendable {
    /// A briefing was issued; whether it took the place of another one.
    case issued(replaces: Bool)
    /// It was revised.
    case revised(Revision)
    /// It was withdrawn.
    case withdrawn
    /// Its time was over.
    case expired
  }

  let day: Day
  /// The place of the briefing on the shelf.
  let place: Int
  let what: What

  /// What changed in `entries` up to `day`, newest first; of one day, in the order of the shelf.
  static func all(of entries: [Entry], until day: Day) -> [Change] {
    var changes: [Change] = []
    changes.reserveCapacity(entries.count * 2)
    for (place, entry) in entries.enumerated() {
      let briefing = entry.briefing
      changes += briefing.revisions.map { Change(day: $0.date, place: place, what: .revised($0)) }
      changes.append(
        Change(
          day: briefing.issued, place: place,
          what: .issued(replaces: briefing.supersedes != nil)))
      switch entry.standing {
      case .withdrawn:
        if let day = briefing.withdrawal?.date {
          changes.append(Change(day: day, place: place, what: .withdrawn))
        }
      case .expired(let last):
        changes.append(
          Change(day: Day(ordinal: last.ordinal + 1), place: place, what: .expired))
      case .current, .superseded: break
      }
    }
    // Sorting by place in the list as well keeps the order within a day the same every time.
    return changes.enumerated().filter { $0.element.day <= day }
      .sorted { ($1.element.day, $0.offset) < ($0.element.day, $1.offset) }
      .map(\.element)
  }
}
