internal import Synchronization

/// A value that several threads change in turn.
final class Guarded<Value: Sendable>: Sendable {
  private let mutex: Mutex<Value>

  init(_ value: Value) { mutex = Mutex(value) }

  /// Works on the value while no other thread does.
  func withLock<Result: Sendable>(_ work: (inout sending Value) -> sending Result) -> Result {
    mutex.withLock(work)
  }
}
