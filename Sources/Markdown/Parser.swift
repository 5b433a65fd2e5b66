internal import CCMarkGFM

/// Parses Markdown with cmark-gfm and gives a tree of plain values.
///
/// The extensions `table` and `tasklist` are attached, `strikethrough` and `autolink` never are:
/// with these two the library gives wrong trees when several threads parse at once. Callers check
/// `Limits` first, because some inputs take the library quadratic time.
public enum Parser {
  /// The document tree of `text`.
  ///
  /// - Parameter inlines: false leaves out what stands inside paragraphs, headings and cells.
  public static func parse(_ text: some Sequence<UInt8>, inlines: Bool = true) -> Node {
    Extensions.register()
    let options = CMARK_OPT_FOOTNOTES
    guard let parser = cmark_parser_new(options) else { return Node(.document) }
    defer { cmark_parser_free(parser) }
    for name in ["table", "tasklist"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    feed(text, to: parser)
    guard let root = cmark_parser_finish(parser) else { return Node(.document) }
    defer { cmark_node_free(root) }
    let reader = Reader(inlines: inlines)
    guard var tree = reader.node(root) else { return Node(.document) }
    if reader.met.hasCheckedBox {
      tree.readBoxes(in: Array(text).split(separator: 0x0A, omittingEmptySubsequences: false))
    }
    return tree
  }

  /// The inline nodes of a text that is one paragraph by decree: a leading `#`, `-` or `1.` in it
  /// is text, and line ends are spaces.
  public static func parseInline(_ text: String) -> [Node] {
    // A letter and a space in front keep every block construct from starting.
    var bytes: [UInt8] = [0x78, 0x20]
    for byte in text.utf8 { bytes.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte) }
    guard var first = parse(bytes).children.first?.children,
      case .text(let head)? = first.first?.kind
    else { return [] }
    first[0].kind = .text(String(head.dropFirst(2)))
    if head.count == 2 { first.removeFirst() }
    return first
  }

  private static func feed(_ text: some Sequence<UInt8>, to parser: OpaquePointer) {
    func feed(_ buffer: UnsafeBufferPointer<UInt8>) {
      guard let base = buffer.baseAddress else { return }
      base.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
        cmark_parser_feed(parser, $0, buffer.count)
      }
    }
    if text.withContiguousStorageIfAvailable(feed) == nil {
      Array(text).withUnsafeBufferPointer(feed)
    }
  }
}

/// Registers cmark-gfm's extensions once: its registry is global and unguarded.
private enum Extensions {
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()
  static func register() { registered }
}

extension Node {
  /// Reads the boxes of tasks anew: the library takes one for checked if `[x]` stands anywhere in its
  /// line, be it in text that is withheld.
  fileprivate mutating func readBoxes(in lines: [ArraySlice<UInt8>]) {
    if case .item(task: true) = kind, lines.indices.contains(self.lines.lowerBound) {
      let box = lines[self.lines.lowerBound].dropFirst(column).drop { $0 != UInt8(ascii: "[") }
      kind = .item(task: box.dropFirst().first != 0x20)
    }
    for index in children.indices { children[index].readBoxes(in: lines) }
  }
}

/// Turns cmark's nodes into values.
private struct Reader {
  let inlines: Bool
  let met = Met()

  /// What was met on the way.
  final class Met { var hasCheckedBox = false }

  func node(_ node: OpaquePointer) -> Node? {
    guard let kind = kind(of: node) else { return nil }
    let isBlock = isBlock(node)
    let start = Int(cmark_node_get_start_line(node)) - 1
    // A heading or an item may end at column 0 of the line after it.
    let overrun = cmark_node_get_end_column(node) == 0 ? 1 : 0
    let end = max(start + 1, Int(cmark_node_get_end_line(node)) - overrun)
    return Node(
      kind, children: children(of: node), lines: isBlock && start >= 0 ? start..<end : 0..<0,
      column: isBlock ? max(0, Int(cmark_node_get_start_column(node)) - 1) : 0)
  }

  private func isBlock(_ node: OpaquePointer) -> Bool {
    Int32(cmark_node_get_type(node).rawValue) & CMARK_NODE_TYPE_MASK == CMARK_NODE_TYPE_BLOCK
  }

  private func children(of node: OpaquePointer) -> [Node] {
    var result: [Node] = []
    var child = cmark_node_first_child(node)
    while let current = child {
      child = cmark_node_next(current)
      if !inlines, !isBlock(current) { continue }
      guard let value = self.node(current) else { continue }
      // Neighbouring texts are one text: where the library splits it says nothing.
      if case .text(let more) = value.kind, case .text(let text)? = result.last?.kind {
        result[result.count - 1].kind = .text(text + more)
      } else {
        result.append(value)
      }
    }
    return numberingFootnotes(result)
  }

  /// The library puts definitions last, in the order of their first reference.
  private func numberingFootnotes(_ nodes: [Node]) -> [Node] {
    var result = nodes
    var number = 0
    for index in result.indices {
      guard case .footnote = result[index].kind else { continue }
      number += 1
      result[index].kind = .footnote(number: number)
    }
    return result
  }

  private func kind(of node: OpaquePointer) -> Node.Kind? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list(style(of: node))
    case CMARK_NODE_ITEM: .item(task: task(of: node))
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading(Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_CODE_BLOCK: code(of: node)
    case CMARK_NODE_HTML_BLOCK: .htmlBlock(literal(of: node))
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnote(number: 0)
    case CMARK_NODE_TEXT: .text(literal(of: node))
    case CMARK_NODE_CODE: .codeSpan(literal(of: node))
    case CMARK_NODE_HTML_INLINE: .inlineHTML(literal(of: node))
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link(url: url(of: node), title: title(of: node))
    case CMARK_NODE_IMAGE: .image(url: url(of: node), title: title(of: node))
    case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference(Int(literal(of: node)) ?? 0)
    default: extensionKind(of: node)
    }
  }

  private func extensionKind(of node: OpaquePointer) -> Node.Kind? {
    switch String(cString: cmark_node_get_type_string(node)) {
    case "table": .table(alignments(of: node))
    case "table_header": .row(header: true)
    case "table_row": .row(header: false)
    case "table_cell": .cell
    case "tasklist": .item(task: task(of: node))
    default: nil
    }
  }

  private func task(of node: OpaquePointer) -> Bool? {
    guard String(cString: cmark_node_get_type_string(node)) == "tasklist" else { return nil }
    let isChecked = cmark_gfm_extensions_get_tasklist_item_checked(node)
    if isChecked { met.hasCheckedBox = true }
    return isChecked
  }

  private func style(of node: OpaquePointer) -> Node.ListStyle {
    Node.ListStyle(
      ordered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
      start: Int(cmark_node_get_list_start(node)),
      tight: cmark_node_get_list_tight(node) != 0)
  }

  private func code(of node: OpaquePointer) -> Node.Kind {
    var length: CInt = 0
    var offset: CInt = 0
    var character: CChar = 0
    let fenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0
    let info = cmark_node_get_fence_info(node).map { String(cString: $0) } ?? ""
    return .code(info: info, text: literal(of: node), fenced: fenced)
  }

  private func alignments(of node: OpaquePointer) -> [Node.Alignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    guard let bytes = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
    return (0..<count).map { index in
      switch bytes[index] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
  }

  private func literal(of node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  private func url(of node: OpaquePointer) -> String {
    cmark_node_get_url(node).map { String(cString: $0) } ?? ""
  }

  private func title(of node: OpaquePointer) -> String {
    cmark_node_get_title(node).map { String(cString: $0) } ?? ""
  }
}
