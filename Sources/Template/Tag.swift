/// A tag as it stands in the source.
struct Tag: Sendable {
  enum Kind: Sendable {
    /// `{{name}}`
    case variable
    /// `{{{name}}}` or `{{&name}}`
    case raw
    /// `{{#name}}`
    case section
    /// `{{^name}}`
    case inverted
    /// `{{/name}}`
    case close
    /// `{{! … }}`
    case comment
    /// `{{>name}}`
    case partial
    /// `{{<name}}`
    case parent
    /// `{{$name}}`
    case block
  }

  var kind: Kind
  /// What it names; empty for a comment.
  var name: String
  /// Its bytes in the source, from the first brace to the last.
  var range: Range<Int>

  /// Whether a `{{/name}}` has to follow.
  var opens: Bool {
    switch kind {
    case .section, .inverted, .parent, .block: true
    case .variable, .raw, .close, .comment, .partial: false
    }
  }

  /// How it is written, without padding.
  var spelled: String {
    switch kind {
    case .variable: "{{\(name)}}"
    case .raw: "{{{\(name)}}}"
    case .section: "{{#\(name)}}"
    case .inverted: "{{^\(name)}}"
    case .close: "{{/\(name)}}"
    case .comment: "{{!}}"
    case .partial: "{{>\(name)}}"
    case .parent: "{{<\(name)}}"
    case .block: "{{$\(name)}}"
    }
  }
}

extension Tag.Kind {
  /// The kind that a character after the braces stands for.
  init?(sigil: UInt8) {
    switch sigil {
    case UInt8(ascii: "#"): self = .section
    case UInt8(ascii: "^"): self = .inverted
    case UInt8(ascii: "/"): self = .close
    case UInt8(ascii: "!"): self = .comment
    case UInt8(ascii: ">"): self = .partial
    case UInt8(ascii: "<"): self = .parent
    case UInt8(ascii: "$"): self = .block
    case UInt8(ascii: "&"): self = .raw
    default: return nil
    }
  }

  /// Why `name` cannot stand in a tag of this kind, as help for its author; nil if it can.
  func objection(to name: Substring.UTF8View) -> String? {
    switch self {
    case .comment, .close: return nil
    case .partial, .parent:
      let rule = "the name of a template is letters, digits, '-', '_', '.' and '/'"
      return name.allSatisfy { isWord($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }
        ? nil : rule
    case .block:
      return name.allSatisfy(isWord) ? nil : "the name of a block is letters, digits, '-' and '_'"
    case .variable, .raw, .section, .inverted:
      if name.elementsEqual(".".utf8) { return nil }
      let parts = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      return parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isWord) }
        ? nil : "a name is letters, digits, '-' and '_', with '.' between its parts"
    }
  }

  private func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...:
      true
    default: false
    }
  }
}
