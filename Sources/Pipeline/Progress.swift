/// Told by long work what it is doing; silent unless somebody listens.
public struct Progress: Sendable {
  private let listener: (@Sendable (String) -> Void)?

  /// Progress that goes to `listener`; nil for none.
  public init(_ listener: (@Sendable (String) -> Void)? = nil) { self.listener = listener }

  /// Says what comes next.
  func step(_ name: String) { listener?(name) }
}
