internal import Calendar
internal import Glibc

/// The one place where the clock is read.
enum Today {
  /// Today in UTC; the day of `SOURCE_DATE_EPOCH`, where that is set.
  ///
  /// Source: the specification of SOURCE_DATE_EPOCH of the Reproducible Builds project.
  static var day: Day { Day(ordinal: seconds / 86_400) }

  /// The seconds since 1970 at which the build takes place.
  static var seconds: Int {
    if let text = getenv("SOURCE_DATE_EPOCH"), let seconds = Int(String(cString: text)),
      seconds >= 0, seconds < 253_402_300_800
    {
      return seconds
    }
    return time(nil)
  }
}
