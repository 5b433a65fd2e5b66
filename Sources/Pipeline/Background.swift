internal import Dispatch

/// Work that nobody waits for.
enum Background {
  /// Lets go of a large value, which is taken apart on a thread of its own.
  static func letGo<Value: Sendable>(_ value: Value) {
    DispatchQueue.global().async { _ = value }
  }
}
