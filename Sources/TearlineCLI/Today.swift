internal import Calendar
internal import Glibc

/// The one place where the clock is read.
enum Today {
  /// Today in UTC; the day of `SOURCE_DATE_EPOCH`, where that is set.
  ///
  /// Source: the specification of SOURCE_DATE_EPOCH of the Reproducible Builds project.
  static var day: Day { Day(ordinal: seconds / 86_400) }

  /// The seconds since 1970 at which the build takes place.
  static var seconds: Int { fixed.flatMap(number) ?? time(nil) }

  /// Refuses a `SOURCE_DATE_EPOCH` that is no number: with the clock in its place, what was to be the
  /// same each time would silently not be, and an embargo could end early.
  static func validate() throws {
    guard let fixed, number(fixed) == nil else { return }
    try Failure.unusable("SOURCE_DATE_EPOCH is no number of seconds")
  }

  private static var fixed: String? { getenv("SOURCE_DATE_EPOCH").map { String(cString: $0) } }

  /// Digits, for a day that has a year of four of them.
  private static func number(_ text: String) -> Int? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let seconds = Int(text),
      seconds < 253_402_300_800
    else { return nil }
    return seconds
  }
}
