public import JSON

/// A document as the search knows it.
public struct SearchDocument: Sendable {
  /// What tells it from all others.
  public var key: String
  /// Its words.
  public var words: WordBag
  /// What a list of results shows of it.
  public var card: JSON
  /// The day by which it is found, as a number of days.
  public var day: Int
  /// Whether it no longer holds; it then stands behind those that do.
  public var isPast: Bool
  /// For each filter, the values that it is found by.
  public var filters: [String: [String]]

  /// A document.
  public init(
    key: String, words: WordBag, card: JSON, day: Int, isPast: Bool, filters: [String: [String]]
  ) {
    self.key = key
    self.words = words
    self.card = card
    self.day = day
    self.isPast = isPast
    self.filters = filters
  }
}
