internal import Diagnostics
internal import Glibc
internal import Pipeline

/// Standard output and standard error.
enum Console {
  /// Whether standard error is a terminal.
  static var isTerminal: Bool { isatty(2) == 1 }

  /// Whether colours may be used: on a terminal, unless `NO_COLOR` is set.
  static var usesColor: Bool {
    isTerminal && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
  }

  /// Writes bytes to standard output.
  static func out(_ bytes: [UInt8]) { write(bytes, to: 1) }

  /// Writes a line to standard output.
  static func out(_ line: String) { write(Array((line + "\n").utf8), to: 1) }

  /// Writes a line to standard error.
  static func error(_ line: String) { write(Array((line + "\n").utf8), to: 2) }

  /// Writes findings to standard error; on a terminal, or where it was asked for, with the lines
  /// of the source.
  static func report(
    _ diagnostics: [Diagnostic], _ options: PublicationOptions, terse: Bool = false
  ) {
    let showsExcerpts = !terse && (options.excerpts || isTerminal)
    var shown = diagnostics
    if showsExcerpts {
      var excerpts = Excerpts(root: options.publication)
      shown = excerpts.adding(to: diagnostics)
    }
    let report = TextReport(excerpts: showsExcerpts, color: usesColor, terse: terse)
    write(Array(report.text(shown).utf8), to: 2)
  }

  /// Replaces the current line of the terminal.
  static func inPlace(_ text: String) { write(Array("\r\u{1B}[K\(text)".utf8), to: 2) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if written < 0, errno == EINTR { continue }
        if written <= 0 { return }
        rest = rest.dropFirst(written)
      }
    }
  }
}

extension Slice where Base == UnsafeRawBufferPointer {
  fileprivate var baseAddress: UnsafeRawPointer? {
    UnsafeRawBufferPointer(rebasing: self).baseAddress
  }
}
