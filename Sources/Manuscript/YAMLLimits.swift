/// How much nesting the lines of a YAML text may have.
///
/// The library goes down a level of its stack for each level of the tree, and aliases of aliases can
/// make thousands of them. And it compares keys that are lists or mappings in time that doubles with
/// each level of them: a text of 600 bytes can take it more than a second. No field has an alias or
/// such a key, so they are counted, wherever something looks like one, before the library reads
/// anything.
struct YAMLLimits {
  /// Levels of brackets that may be open at once.
  private static let brackets = 100
  /// Columns of spaces and hyphens at the start of a line.
  private static let indent = 200
  /// Keys that are lists or mappings; the first is refused for what it is.
  private static let keys = 8

  /// Aliases; the first is refused for what it is.
  private static let aliases = 16

  private var openBrackets = 0
  private var aliases = 0
  private var collectionKeys = 0

  /// What is too much, and what to do about it.
  enum Excess {
    case levels
    case keys
    case aliases

    var message: String {
      switch self {
      case .levels: "YAML that is nested too deep"
      case .aliases: "more than \(YAMLLimits.aliases) aliases"
      case .keys: "more than \(YAMLLimits.keys) keys that are lists or mappings"
      }
    }

    var help: String {
      switch self {
      case .levels: "flatten it"
      case .aliases: "write the values out where they are wanted"
      case .keys: "write 'key: value', and put texts with ']:' or '? ' in other words"
      }
    }
  }

  /// Takes in the next line.
  mutating func add(_ line: ArraySlice<UInt8>) -> Excess? {
    // What stands before a byte, apart from spaces. Nothing is like a hyphen: a key may follow.
    var before = UInt8(ascii: "-")
    for (index, byte) in zip(line.indices, line) {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): continue
      case UInt8(ascii: "["), UInt8(ascii: "{"): openBrackets += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): openBrackets = max(0, openBrackets - 1)
      // '{a: b}: c', '[a]: c'
      case UInt8(ascii: ":"):
        if before == UInt8(ascii: "]") || before == UInt8(ascii: "}") { collectionKeys += 1 }
      // '? a', '- ? a', '{? a'
      case UInt8(ascii: "?"):
        if "-?:[{,".utf8.contains(before) { collectionKeys += 1 }
      // '*a', '- *a', '[*a'
      case UInt8(ascii: "*"):
        let isName = index + 1 < line.endIndex && line[index + 1] > 0x20
        if isName, "-?:[{,".utf8.contains(before) { aliases += 1 }
      // What the library takes for the end of a line besides a line feed: U+000D, U+0085 and,
      // of the same last byte, any other letter, U+2028, U+2029.
      case 0x0D, 0x85, 0xA8, 0xA9:
        before = UInt8(ascii: "-")
        continue
      default: break
      }
      before = byte
    }
    let indent = line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }.count
    if openBrackets > Self.brackets || indent > Self.indent { return .levels }
    if aliases > Self.aliases { return .aliases }
    return collectionKeys > Self.keys ? .keys : nil
  }
}
