import Calendar
import Edition

/// Whether a briefing holds today.
enum Standing: Hashable, Sendable {
  /// It holds.
  case current
  /// It held until that day.
  case expired(Day)
  /// The briefing of that id took its place, or the last of several, the first of them on that day.
  case superseded(by: String, since: Day)
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
  ///
  /// - Parameter superseding: `superseded` where another briefing took its place.
  init(_ briefing: Briefing, superseding: Standing?, on day: Day) {
    if briefing.status == .withdrawn {
      self = .withdrawn
    } else if let superseding {
      self = superseding
    } else if let expires = briefing.expires, expires < day {
      self = .expired(expires)
    } else {
      self = .current
    }
  }
}
