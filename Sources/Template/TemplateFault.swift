public import Diagnostics

/// Why a template could not be rendered: one finding, with the place of the tag that failed.
///
/// Codes: `template/unknown-name`, `template/unknown-template`, `template/wrong-type`,
/// `template/limit`, or the code of the finding that kept the template from being compiled.
public struct TemplateFault: Error, Sendable {
  /// What failed, where, and what to do about it.
  public var diagnostic: Diagnostic

  /// A fault that `diagnostic` explains.
  public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

extension TemplateFault: CustomStringConvertible {
  /// The place and the message, on one line.
  public var description: String { "\(diagnostic.place): \(diagnostic.message)" }
}
