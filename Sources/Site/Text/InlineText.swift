import Markdown

/// Texts of fields: one paragraph of inline Markdown each.
enum InlineText {
  /// The nodes of `text`. Most fields hold no Markdown at all and then are not parsed.
  static func nodes(of text: String) -> [Node] {
    if let plain = plainOnly(text) { return plain.isEmpty ? [] : [Node(.text(plain))] }
    return Parser.parseInline(text)
  }

  /// `text` without any markup.
  static func plain(_ text: String) -> String {
    if let plain = plainOnly(text) { return plain }
    return plain(Parser.parseInline(text))
  }

  /// `nodes` without any markup.
  static func plain(_ nodes: [Node]) -> String { nodes.map(\.plainText).joined() }

  /// `text` itself where nothing in it can be Markdown.
  private static func plainOnly(_ text: String) -> String? {
    let mayBeMarkdown = text.holds { byte in
      switch byte {
      case 0..<0x20, UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "&"):
        true
      default: false
      }
    }
    if mayBeMarkdown { return nil }
    if text.utf8.first == 0x20 || text.utf8.last == 0x20 { return nil }
    return text
  }
}
