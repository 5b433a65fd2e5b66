internal import Manuscript
internal import Markdown
internal import Marking

/// Gives the part of a body that an audience may read, block by block.
struct BodyRelease {
  let audience: Audience
  let text: TextRelease

  private var marks: Bool { audience.redaction == .mark }
  private func isCleared(_ label: Label) -> Bool { audience.clearance.isCleared(for: label) }

  /// The visible blocks of these parts, with a token for each run of withheld ones.
  func release(_ parts: [BodyPart], ground: String? = nil) -> [VisibleBlock] {
    var result: [VisibleBlock] = []
    for part in parts {
      switch part {
      case .block(let block):
        let visible = release(block, ground)
        // A definition needs a blank line above it, whatever else stood there.
        if visible.contains(where: \.isDefinition) { VisibleBlock.markBlank(&result) }
        result += visible
      case .container(let container):
        var inner = release(container)
        guard !inner.isEmpty else { continue }
        // A container line counts as a blank line, to those who get what is in the container.
        VisibleBlock.markBlank(&result)
        VisibleBlock.markBlank(&inner)
        result += inner
      }
    }
    return BodyRelease.mergingTokens(result)
  }

  private func release(_ container: Container) -> [VisibleBlock] {
    if let audiences = container.audiences, !audiences.contains(audience.id) { return [] }
    for version in container.versions {
      if let label = version.label, !isCleared(label) { continue }
      return release(version.parts, ground: container.ground)
    }
    // Nobody's version: what it holds is withheld, if it holds anything.
    let holdsBlocks = container.versions.contains { BodyRelease.holdsBlocks($0.parts, audience.id) }
    guard holdsBlocks else { return [] }
    return withheld(
      container.ground, container.line, standingFor: container.portionNumbers(for: audience.id))
  }

  /// Whether anything but definitions stands in the parts, for this audience.
  private static func holdsBlocks(_ parts: [BodyPart], _ audience: String) -> Bool {
    parts.contains { part in
      switch part {
      case .block(let block):
        switch block.kind {
        case .definition, .footnote: false
        default: true
        }
      case .container(let inner):
        (inner.audiences?.contains(audience) ?? true)
          && inner.versions.contains { holdsBlocks($0.parts, audience) }
      }
    }
  }

  /// A token for what is withheld, where this audience sees tokens.
  private func withheld(
    _ ground: String?, _ line: Int, standingFor portions: [Int]
  ) -> [VisibleBlock] {
    guard marks else { return [] }
    return [
      VisibleBlock(
        kind: .token(ground: ground), label: Label(level: 0), line: line, portions: portions)
    ]
  }

  /// One token for a run of them; a ground where all agree on it.
  static func mergingTokens(_ blocks: [VisibleBlock]) -> [VisibleBlock] {
    guard blocks.contains(where: \.isToken) else { return blocks }
    var result: [VisibleBlock] = []
    // Definitions are not in the flow of the text: they do not part two tokens.
    var last: Int?
    for block in blocks {
      switch block.kind {
      case .token(let ground):
        if let last, case .token(let other) = result[last].kind {
          if other != ground { result[last].kind = .token(ground: nil) }
          result[last].portions += block.portions
          continue
        }
        last = result.count
      case .definition, .footnote: break
      default: last = result.count
      }
      result.append(block)
    }
    return result
  }

  private func release(_ blocks: [Block], _ ground: String?) -> [VisibleBlock] {
    BodyRelease.mergingTokens(blocks.flatMap { release($0, ground) })
  }

  private func release(_ block: Block, _ ground: String?) -> [VisibleBlock] {
    func visible(
      _ kind: VisibleBlock.Kind, _ label: Label, _ spans: [ReadSpan] = []
    ) -> [VisibleBlock] {
      [
        VisibleBlock(
          kind: kind, label: label, trailsBlank: block.trailsBlank, line: block.line,
          portions: block.number == 0 ? [] : [block.number], spans: spans)
      ]
    }
    func gone() -> [VisibleBlock] {
      withheld(ground, block.line, standingFor: block.portionNumbers)
    }
    switch block.kind {
    // These have no label of their own: their paragraphs, items and cells have.
    case .list(let ordered, let marker, let items):
      return list(items, ordered, marker, block, ground)
    case .quote(let blocks):
      let inner = release(blocks, ground)
      if inner.isEmpty { return [] }
      if inner.allSatisfy(\.isToken) { return inner }
      return visible(.quote(inner), block.label)
    case .table(let table):
      return TableRelease(audience: audience, text: text, ground: ground)
        .release(table, block)
    case .definition(let definition):
      return isCleared(block.label) ? visible(.definition(definition), block.label) : []
    case .footnote(let footnote):
      guard isCleared(block.label), let inner = ownAndNested(footnote.blocks, ground) else {
        return []
      }
      return visible(
        .footnote(written: footnote.writtenLabel, folded: footnote.foldedLabel, inner),
        block.label)
    case .paragraph(let source):
      guard isCleared(block.label), let read = read(source, block.label, ground) else {
        return gone()
      }
      return paragraph(read, block, ground)
    case .heading(let level, let setext, let source):
      guard isCleared(block.label), let read = read(source, block.label, ground) else {
        return gone()
      }
      if Token.isAll(of: read.bytes) { return gone() }
      return visible(.heading(level: level, setext: setext, read.bytes), read.label, read.spans)
    case .code(let info, let source):
      guard isCleared(block.label),
        let read = text.release(source, label: block.label, isCode: true, ground: ground)
      else { return gone() }
      return visible(.code(info: info, read.bytes), read.label, read.spans)
    case .thematicBreak:
      return isCleared(block.label) ? visible(.thematicBreak, block.label) : gone()
    }
  }

  private func read(_ source: InlineText, _ label: Label, _ ground: String?) -> TextRelease.Result?
  {
    text.release(source, label: label, isCode: false, ground: ground)
  }

  /// A paragraph of nothing but tokens is a token.
  private func paragraph(
    _ read: TextRelease.Result, _ block: Block, _ ground: String?
  ) -> [VisibleBlock] {
    if Token.isAll(of: read.bytes) {
      return withheld(ground, block.line, standingFor: block.portionNumbers)
    }
    return [
      VisibleBlock(
        kind: .paragraph(read.bytes), label: read.label, trailsBlank: block.trailsBlank,
        line: block.line, portions: block.number == 0 ? [] : [block.number], spans: read.spans)
    ]
  }

  /// What is in an item or a footnote; nil where its own text, the first in it, has to go and takes
  /// the rest along.
  private func ownAndNested(_ blocks: [Block], _ ground: String?) -> [VisibleBlock]? {
    if let first = blocks.first {
      switch first.kind {
      case .paragraph(let source), .heading(_, _, let source):
        if isCleared(first.label), read(source, first.label, ground) == nil { return nil }
      default: break
      }
    }
    return release(blocks, ground)
  }

  private func list(
    _ items: [Item], _ ordered: Bool, _ marker: UInt8, _ block: Block, _ ground: String?
  ) -> [VisibleBlock] {
    var result: [VisibleItem] = []
    for item in items {
      let inner = isCleared(item.label) ? ownAndNested(item.blocks, ground) : nil
      if let inner, !inner.isEmpty || item.blocks.isEmpty {
        let isToken = !inner.isEmpty && inner.allSatisfy(\.isToken)
        BodyRelease.append(
          VisibleItem(
            label: item.label, task: isToken ? nil : item.task, blocks: inner,
            trailsBlank: item.trailsBlank, isToken: isToken,
            portions: item.blocks.isEmpty && item.number != 0 ? [item.number] : []),
          to: &result)
      } else if inner == nil, marks {
        let token = withheld(ground, item.line, standingFor: item.portionNumbers)
        BodyRelease.append(
          VisibleItem(label: Label(level: 0), blocks: token, isToken: true), to: &result)
      }
    }
    if result.isEmpty { return [] }
    if result.allSatisfy(\.isToken) {
      let portions = result.flatMap { $0.blocks.flatMap(\.portions) }
      return withheld(ground, block.line, standingFor: portions)
    }
    return [
      VisibleBlock(
        kind: .list(ordered: ordered, marker: marker, result), label: block.label,
        line: block.line)
    ]
  }

  /// Puts an item behind the others; a token behind a token is that token.
  private static func append(_ item: VisibleItem, to items: inout [VisibleItem]) {
    guard item.isToken, let last = items.indices.last, items[last].isToken else {
      return items.append(item)
    }
    items[last].blocks[0].portions += item.blocks.flatMap(\.portions)
  }
}
