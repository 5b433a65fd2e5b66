/// Takes out what nothing is left of.
///
/// *Nothing left* means: no visible text but headings, tokens, thematic breaks, definitions and
/// header rows. In an edition that omits, a heading whose section has nothing left goes, and so
/// does a list, quote or table.
enum Pruning {
  /// Whether something is left of these blocks.
  static func isAnythingLeft(of blocks: [VisibleBlock]) -> Bool {
    blocks.contains(where: isAnythingLeft)
  }

  private static func isAnythingLeft(of block: VisibleBlock) -> Bool {
    switch block.kind {
    case .paragraph(let text), .code(_, let text): Token.hasText(text)
    case .list(_, _, let items): items.contains { isAnythingLeft(of: $0.blocks) }
    case .quote(let blocks): isAnythingLeft(of: blocks)
    case .table(let table): table.rows.contains(where: \.hasText)
    case .heading, .thematicBreak, .footnote, .definition, .token: false
    }
  }

  /// The blocks without what nothing is left of.
  static func pruned(_ blocks: [VisibleBlock]) -> [VisibleBlock] {
    droppingHeadings(blocks.compactMap(pruned))
  }

  private static func pruned(_ block: VisibleBlock) -> VisibleBlock? {
    var result = block
    switch block.kind {
    case .list(let ordered, let marker, var items):
      for index in items.indices { items[index].blocks = pruned(items[index].blocks) }
      items.removeAll { $0.blocks.isEmpty }
      result.kind = .list(ordered: ordered, marker: marker, items)
    case .quote(let blocks): result.kind = .quote(pruned(blocks))
    case .footnote(let written, let folded, let blocks):
      result.kind = .footnote(written: written, folded: folded, pruned(blocks))
      return result
    case .table, .paragraph: break
    default: return result
    }
    return isAnythingLeft(of: result) ? result : nil
  }

  /// In an edition that marks: a list, quote or table with tokens in it, of which nothing is left, is one
  /// token, and so is a paragraph that holds nothing else.
  static func collapsed(_ blocks: [VisibleBlock]) -> [VisibleBlock] {
    BodyRelease.mergingTokens(blocks.compactMap(collapsed))
  }

  private static func collapsed(_ block: VisibleBlock) -> VisibleBlock? {
    var result = block
    switch block.kind {
    case .list(let ordered, let marker, var items):
      for index in items.indices { items[index].blocks = collapsed(items[index].blocks) }
      result.kind = .list(ordered: ordered, marker: marker, items)
    case .quote(let blocks): result.kind = .quote(collapsed(blocks))
    case .paragraph(let text):
      if text.allSatisfy({ $0 <= 0x20 }) { return nil }
    case .table: break
    default: return result
    }
    if isAnythingLeft(of: result) { return result }
    let tokens = tokens(in: result)
    guard let first = tokens.first else { return result }
    result.portions = result.allPortions
    result.kind = .token(ground: tokens.allSatisfy { $0 == first } ? first : nil)
    return result
  }

  /// The grounds of all tokens in a block.
  private static func tokens(in block: VisibleBlock) -> [String?] {
    switch block.kind {
    case .token(let ground): [ground]
    case .list(_, _, let items): items.flatMap { $0.blocks.flatMap(tokens) }
    case .quote(let blocks): blocks.flatMap(tokens)
    case .paragraph(let text): Token.removed(from: text) == nil ? [] : [nil]
    case .table(let table):
      (table.header + table.rows.flatMap(\.cells)).contains(where: \.hasToken) ? [nil] : []
    default: []
    }
  }

  /// A section runs to the next heading of the same level or a higher one.
  private static func droppingHeadings(_ blocks: [VisibleBlock]) -> [VisibleBlock] {
    var kept: [VisibleBlock] = []
    // For each level: whether something stands below, before the next heading that ends a section
    // of that level.
    var isLeft = Array(repeating: false, count: 7)
    for block in blocks.reversed() {
      if case .heading(let level, _, _) = block.kind {
        if isLeft[level] { kept.append(block) }
        for lower in level...6 { isLeft[lower] = false }
      } else {
        if isAnythingLeft(of: block) { isLeft = isLeft.map { _ in true } }
        kept.append(block)
      }
    }
    return kept.reversed()
  }
}
