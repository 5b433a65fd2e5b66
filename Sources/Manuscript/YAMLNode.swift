internal import Markdown

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

extension YAMLNode.Scalar {
  /// How many columns behind its position its text begins: none where it is plain, one where it is in
  /// quotation marks. Nil where the text does not stand like that on its line, being folded, escaped or
  /// on lines of its own: then an offset in it is no column.
  ///
  /// - Parameter lines: the lines that were read.
  func shift(in lines: ArraySlice<SourceLine>) -> Int? {
    let index = lines.startIndex + position.line - (lines.first?.number ?? 0) - 1
    guard lines.indices.contains(index) else { return nil }
    let written = String(decoding: lines[index].bytes, as: UTF8.self).unicodeScalars
      .dropFirst(position.column - 1)
    return [0, 1].first { written.dropFirst($0).starts(with: text.unicodeScalars) }
  }
}
