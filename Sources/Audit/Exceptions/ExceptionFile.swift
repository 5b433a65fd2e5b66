internal import Calendar
internal import Diagnostics

/// `audit-exceptions.yml`: a list of words and runs that may show, each with its reason.
///
/// ```yaml
/// - audience: public
///   token: 9f86d081884c7d65    # or run: …; SHA-256 as the finding gives it
///   reason: the name of a street in a photo caption
///   expires: 2027-01-01
/// ```
struct ExceptionFile: Sendable {
  static let name = "audit-exceptions.yml"
  private static let keys: Set<String> = ["audience", "token", "run", "reason", "expires"]

  private(set) var exceptions: [AuditException] = []

  /// The exceptions in `bytes`; what is wrong with them is among the findings.
  init(_ bytes: [UInt8]?, audiences: Set<String>, findings: inout Findings) {
    guard let bytes, bytes.contains(where: { !Bytes.isSpace($0) }) else { return }
    guard case .list(let entries, _)? = YAMLTree.read(bytes) else {
      findings.add(
        Diagnostic(
          "audit/exception", at: Place(Self.name), "the file is not a list of exceptions",
          help: "write '- audience: …' with token or run, reason and expires"))
      return
    }
    for entry in entries {
      if let problem = add(entry, audiences) {
        findings.add(
          Diagnostic(
            "audit/exception", at: Place(Self.name, line: entry.line), problem,
            help: "an exception has audience, token or run, reason, and expires: YYYY-MM-DD"))
      }
    }
  }

  private mutating func add(_ entry: YAMLTree, _ audiences: Set<String>) -> String? {
    for pair in entry.pairs where !Self.keys.contains(pair.key) { return "unknown key '\(pair.key)'" }
    guard let audience = entry["audience"]?.text, audiences.contains(audience) else {
      return "the exception names no audience of the policy"
    }
    guard let reason = entry["reason"]?.text, !reason.isEmpty else {
      return "the exception has no reason"
    }
    guard let expires = entry["expires"]?.text.flatMap({ Day($0) }) else {
      return "the exception has no day on which it expires"
    }
    let token = entry["token"]?.text
    let run = entry["run"]?.text
    guard let digest = token ?? run, token == nil || run == nil, digest.utf8.count >= 12,
      digest.utf8.allSatisfy({ "0123456789abcdef".utf8.contains($0) })
    else { return "the exception gives no digest of 12 hexadecimal digits or more" }
    exceptions.append(
      AuditException(
        audience: audience, code: token == nil ? "audit/words" : "audit/token", digest: digest,
        expires: expires, line: entry.line))
    return nil
  }
}
