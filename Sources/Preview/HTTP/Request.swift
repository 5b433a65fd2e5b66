/// A request, as far as the preview needs to know it.
struct Request: Hashable, Sendable {
  /// What is asked for: `GET`, `HEAD`, or something that is refused.
  var method: String
  /// The path and query as they were sent.
  var target: String
  /// Header fields by name in lower case; a field that was sent twice has two values.
  var fields: [String: [String]] = [:]

  /// The value of a field that was sent once; nil where it was not sent, or sent more than once.
  func value(_ name: String) -> String? {
    guard let values = fields[name], values.count == 1 else { return nil }
    return values[0]
  }
}
