internal import Glibc
internal import Pipeline

/// One line on a terminal that says what is being done; nothing anywhere else.
enum ProgressLine {
  /// Progress for a command: a line that replaces itself on a terminal, lines with `--verbose`.
  static func progress(quiet: Bool, verbose: Bool) -> Progress {
    if quiet { return Progress() }
    if verbose { return Progress { Console.error("tearline: \($0)") } }
    guard Console.isTerminal else { return Progress() }
    return Progress { step in Console.inPlace("\(step) …") }
  }

  /// Clears the line.
  static func clear() {
    if Console.isTerminal { Console.inPlace("") }
  }
}
