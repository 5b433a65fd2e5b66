internal import Diagnostics

/// Findings that somebody has looked at and lets pass, from `audit.yml`.
struct AuditExceptions {
  static let file = "audit.yml"

  private struct Exception {
    var finding: String
    var expires: String
    var line: Int
  }

  private var exceptions: [Exception] = []
  private var used: Set<String> = []
  private(set) var findings: [Diagnostic] = []

  /// Reads the exceptions, as of a day `YYYY-MM-DD`.
  init(_ bytes: [UInt8]?, asOf: String) {
    guard let bytes else { return }
    guard let map = StrictYAML.root(bytes)?.map, map.entries.count == 1,
      let list = map["exceptions"]?.list
    else {
      add(
        "audit/exceptions", 1, "not a list 'exceptions'", "write 'exceptions:' and '- finding: …'")
      return
    }
    for node in list { read(node, asOf) }
  }

  private mutating func read(_ node: Field, _ asOf: String) {
    let line = node.line
    guard let map = node.map,
      Set(map.entries.map(\.key)) == ["finding", "reason", "expires"],
      let finding = map["finding"]?.string, let expires = map["expires"]?.string,
      let reason = map["reason"]?.string,
      !["", "~", "null"].contains(reason.trimmingSpaces.lowercased()),
      DayAfter.of(expires) != nil
    else {
      add(
        "audit/exceptions", line, "an exception without 'finding', 'reason' and 'expires'",
        "give the finding's number, why it is no leak, and a day YYYY-MM-DD")
      return
    }
    if exceptions.contains(where: { $0.finding == finding }) {
      add("audit/exceptions", line, "a finding that is excepted twice", "keep one")
      return
    }
    if expires < asOf {
      add(
        "audit/expired-exception", line, "an exception that has expired",
        "look at the finding again; then remove the exception or give it a new day")
      return
    }
    exceptions.append(Exception(finding: finding, expires: expires, line: line))
  }

  /// Whether a finding may pass.
  mutating func allow(_ finding: String) -> Bool {
    guard exceptions.contains(where: { $0.finding == finding }) else { return false }
    used.insert(finding)
    return true
  }

  /// Adds a finding for each exception that let nothing pass.
  mutating func reportUnused() {
    for exception in exceptions where !used.contains(exception.finding) {
      add(
        "audit/unused-exception", exception.line, "an exception that no finding needs",
        "remove it: what it let pass is no longer there, or is another text now")
    }
  }

  private mutating func add(_ code: String, _ line: Int, _ message: String, _ help: String) {
    findings.append(Diagnostic(code, at: Place(Self.file, line: line), message, help: help))
  }
}
