internal import Yams

/// YAML as the audit takes it: no alias that is followed without end, and no shape that the library
/// takes long for.
///
/// The audit can be asked about sources that nothing has read before it.
enum StrictYAML {
  /// Levels of brackets, and of lists and mappings in general.
  private static let levels = 100
  /// Keys that are themselves lists or mappings; the library compares those in time that doubles
  /// with each level of them.
  private static let collections = 8
  /// Aliases, of which a few can make thousands of levels.
  private static let names = 16

  /// The root; nil where it cannot be read or is not taken.
  ///
  /// Why it cannot is for `check` to say: the library's messages quote the source.
  static func root(_ bytes: [UInt8]) -> Field? { PlainYAML.root(bytes) ?? composed(bytes) }

  /// The root, as the library reads it.
  static func composed(_ bytes: [UInt8]) -> Field? {
    guard isTame(bytes), let text = String(validating: bytes, as: UTF8.self),
      let root = try? Yams.compose(yaml: text, .basic, .default, .utf8)
    else { return nil }
    // Each field takes a byte at least, unless it is an alias's.
    var left = bytes.count + 1
    return field(root, &left)
  }

  private static func isTame(_ bytes: [UInt8]) -> Bool {
    var depth = 0
    var keys = 0
    var aliases = 0
    for line in bytes.split(separator: 0x0A) {
      var indent = 0
      // What stands before, but for spaces; an indicator if nothing else does.
      var before = UInt8(ascii: "-")
      for (index, byte) in zip(line.indices, line) {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): continue
        case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
        case UInt8(ascii: ":") where before == UInt8(ascii: "]") || before == UInt8(ascii: "}"),
          UInt8(ascii: "?") where "-?:[{,".utf8.contains(before):
          keys += 1
        case UInt8(ascii: "*") where "-?:[{,".utf8.contains(before):
          if index + 1 < line.endIndex, line[index + 1] > 0x20 { aliases += 1 }
        // The library ends a line at U+000D, U+0085, U+2028 and U+2029 too.
        case 0x0D, 0x85, 0xA8, 0xA9:
          before = UInt8(ascii: "-")
          continue
        default: break
        }
        before = byte
      }
      for byte in line {
        guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") else { break }
        indent += 1
      }
      if depth > levels || indent > 2 * levels || keys > collections || aliases > names {
        return false
      }
    }
    return true
  }

  /// A node and what is in it; nil where that is more than `left` fields, which aliases make it, or
  /// where a key is no text.
  private static func field(_ node: Node, _ left: inout Int) -> Field? {
    left -= 1
    guard left >= 0, node.anchor == nil else { return nil }
    let line = node.mark?.line ?? 1
    switch node {
    case .scalar(let scalar): return .text(scalar.string, line: line)
    case .alias: return nil
    case .sequence(let nodes):
      var elements: [Field] = []
      for node in nodes {
        guard let element = field(node, &left) else { return nil }
        elements.append(element)
      }
      return .list(elements, line: line)
    case .mapping(let pairs):
      var entries: [(key: String, value: Field)] = []
      for (key, value) in pairs {
        guard case .text(let name, _) = field(key, &left), let value = field(value, &left)
        else { return nil }
        entries.append((name, value))
      }
      return .map(Field.Map(entries: entries), line: line)
    }
  }
}
