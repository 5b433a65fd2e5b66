internal import ArgumentParser
internal import Diagnostics

/// Reports how a command failed and leaves with its exit status.
enum Failure {
  /// The publication has errors. A run limited to an audience names file, line and code alone: the
  /// rest could quote what that audience may not see.
  static func refused(
    _ findings: Findings, isLimited: Bool, _ options: PublicationOptions
  ) throws -> Never {
    let all = findings.sorted
    let shown = isLimited || options.quiet ? all.filter { $0.severity == .error } : all
    Console.report(shown, options, terse: isLimited)
    if !isLimited, !options.quiet, let summary = TextReport.summary(all) { Console.error(summary) }
    throw Status.errors
  }

  /// The command asks for something that is not there. The message says all; the command's usage
  /// would only stand between it and the reader.
  static func unusable(_ message: String) throws -> Never {
    Console.error("tearline: error: \(message)")
    throw Status.usage
  }

  /// The output could not be written.
  static func unwritable(_ message: String, _ help: String?) throws -> Never {
    Console.error("tearline: error: \(message)")
    if let help { Console.error("  help: \(help)") }
    throw Status.unwritable
  }
}
