internal import Diagnostics
internal import Glibc
internal import Pipeline

/// Standard output and standard error.
enum Console {
  /// Whether standard error is a terminal.
  static var isTerminal: Bool { isatty(2) == 1 }

  /// Whether colours may be used: on a terminal that has them, unless `NO_COLOR` is set.
  static var usesColor: Bool { isTerminal && mayColor }

  /// Whether standard output may be coloured: it is such a terminal, and `NO_COLOR` is not set.
  static var colorsOutput: Bool { isatty(1) == 1 && mayColor }

  private static var mayColor: Bool {
    let isDumb = getenv("TERM").map { String(cString: $0) == "dumb" } ?? false
    return !isDumb && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
  }

  /// The columns of the terminal that standard output is; else those that `COLUMNS` names, or 100.
  static var width: Int { knownWidth ?? 100 }

  /// The columns of the terminal that standard output is; else those that `COLUMNS` names; nil where
  /// nothing says, as in a pipe, whose reader wants all of a line.
  static var knownWidth: Int? {
    var size = winsize()
    if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return getenv("COLUMNS").flatMap { Int(String(cString: $0)) }.map { max(40, $0) }
  }

  /// Writes bytes to standard output.
  static func out(_ bytes: [UInt8]) { write(bytes, to: 1) }

  /// Writes a line to standard output.
  static func out(_ line: String) { write(Array((line + "\n").utf8), to: 1) }

  /// Writes a line to standard error: one line, whatever stands in the names that it tells.
  static func error(_ line: String) { write(Array((line.visible + "\n").utf8), to: 2) }

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

  /// Writes findings that have no source to show to standard error.
  static func report(_ diagnostics: [Diagnostic]) {
    write(Array(TextReport(color: usesColor).text(diagnostics).utf8), to: 2)
  }

  /// Replaces the current line of the terminal.
  static func inPlace(_ text: String) { write(Array("\r\u{1B}[K\(text)".utf8), to: 2) }

  /// Ends the program where its output is lost, unless nobody reads it.
  private static func stop(_ fault: Int32) {
    guard fault != EPIPE, fault != EBADF else { return }
    let reason = String(cString: strerror(fault)).lowercased()
    error("tearline: error: standard output: \(reason)")
    Glibc.exit(Status.unwritable.rawValue)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if written < 0, errno == EINTR { continue }
        guard written > 0 else {
          if descriptor == 1 { stop(errno) }
          return
        }
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
