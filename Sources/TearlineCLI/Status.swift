internal import ArgumentParser

/// The exit statuses that the commands promise.
enum Status {
  /// The publication has errors; nothing was published.
  static let errors = ExitCode(1)
  /// `view`: the briefing is not in that edition.
  static let absent = ExitCode(2)
  /// The audit found something; nothing was published.
  static let audited = ExitCode(3)
  /// The site could not be written; the old one stays.
  static let unwritable = ExitCode(4)
  /// The command was not used as it has to be (EX_USAGE of sysexits.h).
  static let usage = ExitCode(64)
  /// A fault of the program's own (EX_SOFTWARE).
  static let fault = ExitCode(70)
}
