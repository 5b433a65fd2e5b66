/// A name as a tag asks for it, cut at its dots.
struct Path: Sendable {
  /// How it is written.
  let spelled: String
  /// The name that is looked up through the contexts; nil for `.`, the innermost of them.
  let first: String?
  /// The names that are then looked up, each in what the one before it gave.
  let rest: [String]

  init(_ spelled: String) {
    self.spelled = spelled
    guard spelled != "." else {
      (first, rest) = (nil, [])
      return
    }
    let parts = spelled.split(separator: ".").map(String.init)
    first = parts.first
    rest = Array(parts.dropFirst())
  }
}
