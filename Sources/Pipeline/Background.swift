internal import Dispatch

/// A piece of work on a thread of its own, and its result when that is wanted.
final class Background<Value: Sendable>: Sendable {
  private let group = DispatchGroup()
  private let result: Guarded<Value?>

  /// Begins the work.
  init(_ work: @escaping @Sendable () -> Value) {
    let result = Guarded<Value?>(nil)
    self.result = result
    DispatchQueue.global().async(group: group) {
      let value = work()
      result.withLock { $0 = value }
    }
  }

  /// Waits for the work to end.
  func wait() -> Value? {
    group.wait()
    return result.withLock { $0 }
  }
}
