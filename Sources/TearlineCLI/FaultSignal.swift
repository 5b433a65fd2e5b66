internal import Glibc

/// The signals by which the system ends a program that went wrong: it says so, and leaves with the
/// status that is kept for it.
enum FaultSignal {
  /// Ends with `Status.fault` on each of them; to be called before any other thread is started.
  static func hold() {
    // Whoever starts the program can have blocked them.
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in
        // Nothing else may be called here than what a signal does not disturb (signal-safety(7)).
        let text: StaticString = """
          tearline: error: a fault of the program's own
            help: report it with the command that led to it; what is left half done the next build puts right

          """
        _ = write(2, text.utf8Start, text.utf8CodeUnitCount)
        _exit(Status.fault.rawValue)
      }
      action.sa_flags = CInt(bitPattern: UInt32(SA_RESETHAND)) | CInt(SA_NODEFER)
      sigaction(signal, &action, nil)
      sigaddset(&signals, signal)
    }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    // A file that is larger than the user's limit is an error of the call that writes it.
    signal(SIGXFSZ, SIG_IGN)
  }
}
