import Calendar
import Edition

/// Whether a briefing holds today.
enum Standing: Hashable, Sendable {
  /// It holds.
  case current
  /// It held until that day.
  case expired(Day)
  /// The briefing of that id took its place.
  case superseded(by: String)
  /// It was withdrawn.
  case withdrawn

  /// What readers are told of it in a word; nil where it holds.
  func word(in words: Words) -> String? {
    switch self {
    case .current: nil
    case .expired: words["stateExpired"]
    case .superseded: words["stateSuperseded"]
    case .withdrawn: words["stateWithdrawn"]
    }
  }

  /// The standing of `briefing` on `day`.
  init(_ briefing: Briefing, supersededBy: String?, on day: Day) {
    if briefing.status == .withdrawn {
      self = .withdrawn
    } else if let supersededBy {
      self = .superseded(by: supersededBy)
    } else if let expires = briefing.expires, expires < day {
      self = .expired(expires)
    } else {
      self = .current
    }
  }
}
