import Synchronization

/// What other threads want of the server's.
final class Mailbox: Sendable {
  /// What is in it.
  struct Contents {
    /// The last state that was published, as an event.
    var state: [UInt8] = []
    /// Whether `state` is new.
    var isNew = false
    var mustStop = false
  }

  private let contents = Mutex(Contents())

  /// Puts a state in.
  func put(state: [UInt8]) {
    contents.withLock { contents in
      contents.state = state
      contents.isNew = true
    }
  }

  /// Asks the server to stop.
  func putStop() { contents.withLock { $0.mustStop = true } }

  /// The contents, of which nothing is new any more.
  func take() -> Contents {
    contents.withLock { contents in
      defer { contents.isNew = false }
      return contents
    }
  }
}
