/// The words of the interface in one language: data of the theme, `key = text` a line.
///
/// A text may hold `{names}` in braces that are filled in. Lines that start with `#` are notes.
struct Words: Sendable {
  /// The language code.
  let language: String
  private let texts: [String: String]

  /// Words of `language`; where `texts` lacks one, it is taken from `fallback`.
  init(language: String, texts: [String: String], fallback: [String: String] = [:]) {
    self.language = language
    self.texts = fallback.merging(texts) { _, own in own }
  }

  /// The text called `key`; the key itself where there is none.
  subscript(key: String) -> String { texts[key] ?? key }

  /// The text called `key`, if there is one.
  func text(ifAny key: String) -> String? { texts[key] }

  /// The name of `id`, a value that the program does not know by name, such as a kind.
  func name(of id: String, in group: String) -> String {
    texts["\(group).\(id)"] ?? id
  }

  /// The text called `key` with values for the names in it.
  func fill(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
    var result = ""
    var rest = self[key][...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      guard let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}")) else { break }
      result += rest[..<open]
      let name = rest[rest.utf8.index(after: open)..<close]
      result += values.first { $0.key == name }?.value ?? ""
      rest = rest[rest.utf8.index(after: close)...]
    }
    return result + rest
  }

  /// `key.one` or `key.many` with the number `n` filled in.
  func count(_ key: String, _ n: Int) -> String {
    fill(n == 1 ? "\(key).one" : "\(key).many", ["n": String(n)])
  }

  /// The texts that templates can name: those whose key has no dot.
  var forTemplates: [String: String] {
    texts.filter { !$0.key.utf8.contains(UInt8(ascii: ".")) }
  }

  /// Reads `key = text` lines.
  static func parse(_ bytes: [UInt8]) -> [String: String] {
    var result: [String: String] = [:]
    for line in bytes.split(separator: 0x0A) where line.first != UInt8(ascii: "#") {
      guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let key = String(decoding: trim(line[..<equals]), as: UTF8.self)
      let text = String(decoding: trim(line[line.index(after: equals)...]), as: UTF8.self)
      if !key.isEmpty { result[key] = text }
    }
    return result
  }

  private static func trim(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    var slice = bytes
    while let first = slice.first, isSpace(first) { slice.removeFirst() }
    while let last = slice.last, isSpace(last) { slice.removeLast() }
    return slice
  }
}
