/// What became of an inline mark in a text that was let through.
public enum SpanFate: String, Hashable, Sendable {
  /// What it marks is read.
  case text
  /// Its substitute is read instead.
  case substitute
  /// A token stands in its place.
  case token
}

/// An inline mark that the door met, by its number, and what became of it.
struct ReadSpan: Hashable, Sendable {
  var number: Int
  var fate: SpanFate
}
