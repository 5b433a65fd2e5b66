/// A value of the front matter or the policy as the audit reads it, and the line it begins at, counted
/// from 1.
enum Field: Sendable {
  case text(String, line: Int)
  case list([Field], line: Int)
  case map(Map, line: Int)

  /// A mapping, in the order it is written.
  struct Map: Sequence, Sendable {
    let entries: [(key: String, value: Field)]

    /// The value of a key.
    subscript(key: String) -> Field? { entries.first { $0.key == key }?.value }

    func makeIterator() -> IndexingIterator<[(key: String, value: Field)]> {
      entries.makeIterator()
    }
  }

  /// The text, where it is one.
  var string: String? { if case .text(let text, _) = self { text } else { nil } }

  /// The elements, where it is a list.
  var list: [Field]? { if case .list(let elements, _) = self { elements } else { nil } }

  /// The keys and values, where it has some.
  var map: Map? { if case .map(let map, _) = self { map } else { nil } }

  var line: Int {
    switch self {
    case .text(_, let line), .list(_, let line), .map(_, let line): line
    }
  }

  /// Every key and value in it.
  var texts: [String] {
    switch self {
    case .text(let text, _): [text]
    case .list(let elements, _): elements.flatMap(\.texts)
    case .map(let map, _): map.flatMap { [$0.key] + $0.value.texts }
    }
  }
}
