internal import Yams

/// A YAML value with its line: all scalars are text, whatever they look like.
indirect enum YAMLTree: Sendable {
  case scalar(String, line: Int)
  case list([YAMLTree], line: Int)
  case map([(key: String, line: Int, value: YAMLTree)], line: Int)

  /// Reads one document; nil where it is none.
  ///
  /// - Parameter firstLine: the number of the text's first line in its file.
  static func read(_ bytes: some Collection<UInt8>, firstLine: Int = 1) -> YAMLTree? {
    let text = Bytes.string(bytes)
    guard let node = try? compose(yaml: text, .basic) else { return nil }
    return tree(node, firstLine - 1, depth: 0)
  }

  private static func tree(_ node: Node, _ offset: Int, depth: Int) -> YAMLTree? {
    guard depth < 32 else { return nil }
    let line = (node.mark?.line ?? 1) + offset
    switch node {
    case .scalar(let scalar): return .scalar(scalar.string, line: line)
    case .sequence(let sequence):
      return .list(sequence.compactMap { tree($0, offset, depth: depth + 1) }, line: line)
    case .mapping(let mapping):
      var pairs: [(key: String, line: Int, value: YAMLTree)] = []
      for (key, value) in mapping {
        guard let name = key.scalar?.string, let value = tree(value, offset, depth: depth + 1)
        else { continue }
        pairs.append((name, (key.mark?.line ?? 1) + offset, value))
      }
      return .map(pairs, line: line)
    case .alias: return nil
    }
  }

  /// The line it starts on.
  var line: Int {
    switch self {
    case .scalar(_, let line), .list(_, let line), .map(_, let line): line
    }
  }

  /// The text of a scalar.
  var text: String? {
    if case .scalar(let text, _) = self { text } else { nil }
  }

  /// The values of a list; of a scalar, itself.
  var elements: [YAMLTree] {
    switch self {
    case .list(let values, _): values
    case .scalar: [self]
    case .map: []
    }
  }

  /// The pairs of a mapping.
  var pairs: [(key: String, line: Int, value: YAMLTree)] {
    if case .map(let pairs, _) = self { pairs } else { [] }
  }

  /// The value of a key of a mapping.
  subscript(key: String) -> YAMLTree? { pairs.first { $0.key == key }?.value }

  /// All scalars in it, and, where asked, the keys.
  func texts(in file: String, keys: Bool = false) -> [SourceText] {
    switch self {
    case .scalar(let text, let line):
      return [SourceText(bytes: Array(text.utf8), file: file, line: line)]
    case .list(let values, _): return values.flatMap { $0.texts(in: file, keys: keys) }
    case .map(let pairs, _):
      return pairs.flatMap { pair in
        let name = SourceText(bytes: Array(pair.key.utf8), file: file, line: pair.line)
        return (keys ? [name] : []) + pair.value.texts(in: file, keys: keys)
      }
    }
  }
}
