internal import Synchronization

/// A value that is worked out when it is first asked for, and once, whatever threads ask.
public final class Once<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  /// Nothing yet.
  public init() {}

  /// The value; `make` gives it to whoever asks first.
  public func callAsFunction(_ make: () -> Value) -> Value {
    value.withLock { value in
      if let value { return value }
      let made = make()
      value = made
      return made
    }
  }
}
