internal import Calendar
internal import Diagnostics

/// A word or a run of words that may show in an edition all the same, for a reason and for a time.
struct AuditException: Sendable {
  var audience: String
  /// The code of the findings that it is about.
  var code: String
  /// The first hexadecimal digits, 12 or more, of the digest of the words.
  var digest: String
  /// The last day it holds.
  var expires: Day
  /// Its line in the file.
  var line: Int

  /// Whether it is about this finding.
  func allows(_ finding: AuditFinding) -> Bool {
    finding.code == code && finding.digest?.hasPrefix(digest) ?? false
  }

  /// What is wrong with it on that day, if anything.
  func diagnostic(asOf: Day, isUsed: Bool) -> Diagnostic? {
    let place = Place(ExceptionFile.name, line: line)
    if expires < asOf {
      return Diagnostic(
        "audit/exception-expired", at: place, "the exception expired on \(expires)",
        help: "take it out, or find out whether it still holds and give it a new date")
    }
    if isUsed { return nil }
    return Diagnostic(
      "audit/exception-unused", at: place, "nothing in the edition needs this exception",
      help: "take it out")
  }
}
