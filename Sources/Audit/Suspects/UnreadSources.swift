internal import Diagnostics
internal import Synchronization

/// The sources that an audit could not read as they are, each told once, as several threads find them.
final class UnreadSources: Sendable {
  private let changed = Mutex<[String: Bool]>([:])

  /// Notes that a source was not read.
  func note(_ path: String, _ source: AuditedSource) {
    let isChanged = if case .changed = source { true } else { false }
    changed.withLock { $0[path] = isChanged }
  }

  /// What is to be said of them, by path.
  var findings: [Diagnostic] {
    changed.withLock { $0 }.sorted { $0.key.precedesInBytes($1.key) }.map { path, isChanged in
      isChanged
        ? AuditedSource.changeFinding(at: path)
        : Diagnostic(
          "audit/unreadable", at: Place(path), "a source that the audit cannot read",
          help: "make it readable, then build again")
    }
  }
}
