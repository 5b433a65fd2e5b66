import Diagnostics

/// What is wrong with one template, in the order it was found; twenty at most, because what follows
/// a broken tag is mostly its echo.
struct Complaints {
  static let limit = 20

  private let source: SourceText
  private(set) var found: [Diagnostic] = []

  init(about source: SourceText) { self.source = source }

  /// Whether no more are taken, so that there is no use in reading on.
  var isFull: Bool { found.count >= Complaints.limit }

  /// The first that keeps the template from being rendered.
  var firstError: Diagnostic? { found.first { $0.severity == .error } }

  /// Adds a finding about the tag at `offset`.
  mutating func add(
    _ code: String, _ severity: Diagnostic.Severity = .error, at offset: Int, _ message: String,
    help: String? = nil
  ) {
    guard !isFull else { return }
    found.append(source.diagnostic(code, severity, at: offset, message, help: help))
  }
}
