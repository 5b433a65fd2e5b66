public import Calendar

/// Why a briefing is not in an audience's edition: the first condition that it does not meet.
public enum Absence: Hashable, Sendable {
  /// It is a draft.
  case draft
  /// `audiences:` does not name the audience.
  case notNamed
  /// Its embargo for the audience ends on that day.
  case embargo(until: Day)
  /// It is a compilation whose classification the audience is not cleared for.
  case compilation
  /// The audience is cleared for no version of its title.
  case noTitle
  /// Nothing of its summary or body is left.
  case nothingLeft
}
