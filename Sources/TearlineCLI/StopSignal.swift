internal import Diagnostics
internal import Glibc
internal import Synchronization

/// The signals by which a terminal or a supervisor asks a long run to end.
enum StopSignal {
  /// Keeps SIGINT and SIGTERM from ending the program, for this thread and those that it starts:
  /// `wait` receives them. To be called before any other thread is started.
  static func hold() {
    var signals = set
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Waits for one of them.
  static func wait() {
    var signals = set
    var received: CInt = 0
    while sigwait(&signals, &received) != 0 {}
  }

  /// Ends `wait` from another thread.
  private static func send() { kill(getpid(), SIGTERM) }

  private static var set: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    return signals
  }

  /// Why a run ends by itself, set by another thread.
  final class Reason: Sendable {
    /// The reasons there are.
    enum Why: Sendable {
      /// The publication cannot be read.
      case refused(Findings)
      /// It was not used as it has to be.
      case unusable(String)
    }

    private let reason = Mutex<Why?>(nil)

    /// The reason; nil where a signal came from outside.
    var why: Why? { reason.withLock { $0 } }

    /// Sets the reason, and ends `wait`.
    func set(_ why: Why) {
      reason.withLock { $0 = why }
      StopSignal.send()
    }
  }
}
