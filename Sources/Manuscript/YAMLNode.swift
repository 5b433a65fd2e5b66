/// A node of YAML with its place; every scalar is text, to be read against the schema alone, so
/// that no resolver makes `no` a truth value or `1:30` a number.
indirect enum YAMLNode {
  case scalar(Scalar)
  case list([YAMLNode], Position)
  case mapping([Entry], Position)

  /// Line and column in the file, counted from 1.
  struct Position: Hashable {
    var line: Int
    var column: Int
  }

  /// A text.
  struct Scalar {
    var text: String
    /// Written without quotes.
    var isPlain: Bool
    /// Inside `[…]` or `{…}`.
    var isInFlow: Bool
    var position: Position
  }

  /// A key with its value.
  struct Entry {
    var key: String
    var position: Position
    var value: YAMLNode
  }

  var position: Position {
    switch self {
    case .scalar(let scalar): scalar.position
    case .list(_, let position), .mapping(_, let position): position
    }
  }

  /// Whether nothing was written: `key:`, `key: ~`, `key: null`.
  var isEmpty: Bool {
    guard case .scalar(let scalar) = self, scalar.isPlain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
  }

  /// Whether nothing was written, or a mapping of nothing.
  var hasNothing: Bool {
    if case .mapping(let entries, _) = self { return entries.isEmpty }
    return isEmpty
  }

  /// What it is, for messages.
  var shape: String {
    switch self {
    case .scalar: "a text"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}
