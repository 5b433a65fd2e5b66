/// A name as a tag asks for it, cut at its dots.
///
/// A class, because it is looked at for every tag of every page, and a copy of a structure counts up
/// a reference for each of its parts.
final class Path: Sendable {
  /// How it is written.
  let spelled: String
  /// The name that is looked up through the contexts; nil for `.`, the innermost of them.
  let first: Fields.Name?
  /// The names that are then looked up, each in what the one before it gave.
  let rest: [Fields.Name]

  init(_ spelled: String) {
    self.spelled = spelled
    guard spelled != "." else {
      (first, rest) = (nil, [])
      return
    }
    let parts = spelled.split(separator: ".").map { Fields.Name(String($0)) }
    first = parts.first
    rest = Array(parts.dropFirst())
  }
}
