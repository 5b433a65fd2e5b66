/// Told by long work what it is doing and how far it is; silent unless somebody listens.
public struct Progress: Sendable {
  /// What is told.
  public enum Event: Sendable {
    /// What comes next.
    case step(String)
    /// How much of it is done, of how much in all.
    case part(Int, of: Int)
  }

  private let listener: (@Sendable (Event) -> Void)?

  /// Progress that goes to `listener`, from any thread; nil for none.
  public init(_ listener: (@Sendable (Event) -> Void)? = nil) { self.listener = listener }

  /// Says what comes next.
  func step(_ name: String) { listener?(.step(name)) }

  /// Says how much of it is done.
  func part(_ done: Int, of all: Int) { listener?(.part(done, of: all)) }
}
