internal import Glibc
internal import Pipeline
internal import Synchronization

/// One line on a terminal that says what is being done, how far it is and how long it has taken;
/// nothing anywhere else.
enum ProgressLine {
  /// Progress for a command: a line that replaces itself on a terminal, lines with `--verbose`.
  static func progress(quiet: Bool, verbose: Bool) -> Progress {
    if quiet { return Progress() }
    if verbose {
      return Progress { event in
        if case .step(let name) = event { Console.error("tearline: \(name)") }
      }
    }
    guard Console.isTerminal else { return Progress() }
    let line = Mutex(Line(start: milliseconds()))
    return Progress { event in
      let text = line.withLock { $0.text(of: event, at: milliseconds()) }
      if let text { Console.inPlace(text) }
    }
  }

  /// Clears the line.
  static func clear() {
    if Console.isTerminal { Console.inPlace("") }
  }

  /// What stands in the line, at times in milliseconds from any beginning.
  struct Line: Sendable {
    /// How long a text stays at least, so that it can be read.
    private static let least = 100

    private let start: Int
    private var name = ""
    private var last = 0

    init(start: Int) { self.start = start }

    /// The text for an event; nil where that before it stays.
    mutating func text(of event: Progress.Event, at now: Int) -> String? {
      var part = ""
      switch event {
      case .step(let step): name = step
      case .part(let done, let all):
        guard now - last >= Line.least, all > 0 else { return nil }
        part = " \(100 * done / all) %"
      }
      last = now
      let seconds = (now - start) / 1000
      return name + part + (seconds > 0 ? ", \(seconds) s" : "") + " …"
    }
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
