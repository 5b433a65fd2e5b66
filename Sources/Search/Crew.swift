/// Lends its threads: whoever builds the index says how many things happen at once.
public protocol Crew: Sendable {
  /// The results of `work` on each element, in the elements' order whatever thread did which.
  func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ work: @Sendable (Element) -> Result
  ) -> [Result]
}

/// A crew of one.
public struct Alone: Crew {
  /// One that works by itself.
  public init() {}

  /// The results of `work` on each element.
  public func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ work: @Sendable (Element) -> Result
  ) -> [Result] { elements.map(work) }
}
