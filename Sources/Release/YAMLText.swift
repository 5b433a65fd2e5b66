/// Writes YAML that every reader takes the same way: block style, texts in double quotes.
struct YAMLText {
  private(set) var bytes: [UInt8] = []
  private var depth = 0
  private var isItemPending = false

  /// `key: "value"`.
  mutating func text(_ key: String, _ value: String?) {
    guard let value else { return }
    line("\(key): \(YAMLText.quoted(value))")
  }

  /// `key: value`, for words, dates and numbers that need no quotes, but the one that YAML takes for nothing.
  mutating func word(_ key: String, _ value: String?) {
    guard let value else { return }
    line("\(key): \(value.lowercased() == "null" ? YAMLText.quoted(value) : value)")
  }

  /// `key:` and a nested mapping.
  mutating func mapping(_ key: String, _ write: (inout YAMLText) -> Void) {
    var inner = YAMLText()
    inner.depth = depth + 1
    write(&inner)
    guard !inner.bytes.isEmpty else { return }
    line("\(key):")
    bytes += inner.bytes
  }

  /// `key:` and a list of quoted texts.
  mutating func texts(_ key: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    line("\(key):")
    for value in values {
      bytes += repeatElement(0x20, count: (depth + 1) * 2)
      bytes += "- \(YAMLText.quoted(value))\n".utf8
    }
  }

  /// `key:` and a list of mappings.
  mutating func list<Element>(
    _ key: String, _ elements: [Element], _ write: (inout YAMLText, Element) -> Void
  ) {
    guard !elements.isEmpty else { return }
    line("\(key):")
    for element in elements {
      var inner = YAMLText()
      inner.depth = depth + 2
      inner.isItemPending = true
      write(&inner, element)
      bytes += inner.bytes
    }
  }

  private mutating func line(_ text: String) {
    if isItemPending {
      isItemPending = false
      bytes += repeatElement(0x20, count: (depth - 1) * 2)
      bytes += "- ".utf8
    } else {
      bytes += repeatElement(0x20, count: depth * 2)
    }
    bytes += text.utf8
    bytes.append(0x0A)
  }

  /// A text in double quotes (YAML 1.1, section 5.7).
  static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }
    if isPlain { return "\"" + text + "\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
