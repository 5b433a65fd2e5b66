/// Rewrites a briefing where a reader may not see it: takes that out, as though it had never been
/// written, or puts something else in its place.
///
/// What the reader sees is left as it is. The result is a source again.
struct Redactor {
  let sight: Sight
  /// Makes what stands in for withheld portions; nil to take them out.
  var variation: Variation?
  /// Whether a row and what comes to be its first cell show two marks, where a source has room for one.
  var cannotBeWritten = false

  init(_ reader: Reader, _ paper: Paper, _ variation: Variation? = nil) {
    sight = Sight(reader: reader, paper: paper)
    self.variation = variation
  }

  var reader: Reader { sight.reader }

  /// The briefing; nil where it is not in the reader's edition.
  mutating func paper() -> Paper? {
    guard sight.isOpen else { return nil }
    var result = sight.paper
    guard isSeen(result.fields["title"], nil) else { return nil }
    var bare = Redactor(reader, sight.paper)
    var around = Around()
    let seen = bare.nodes(result.body, &around, isFlat: true)
    guard isSeen(result.fields["summary"], nil) || Left.isAnything(of: seen) else { return nil }
    result.fields = mapping(result.fields, nil, gate: []) ?? result.fields
    around = Around()
    result.body = nodes(result.body, &around, isFlat: true)
    if variation == nil {
      result.body = Definitions.withoutDangling(result.body, before: sight.paper.body)
      result.fields = Redactor.withoutDangling(result.fields)
    }
    return result
  }

  /// The blocks of a scope.
  ///
  /// - Parameters:
  ///   - isFlat: whether containers may stand among them.
  ///   - first: the block that stands before them.
  mutating func nodes(
    _ nodes: [Node], _ around: inout Around, isFlat: Bool, after first: Node? = nil
  ) -> [Node] {
    var result: [Node] = []
    for node in nodes {
      // A blank line that a stranger needs before it would belong to a visible block.
      variation?.isFree = (result.last ?? first)?.endsWithBlank ?? true
      if variation != nil { result += strangers(around, isFlat) }
      result += self.node(node, &around)
    }
    return result
  }

  /// Withheld blocks that were not there before: anything in an edition that omits; in one that
  /// marks, only what is tailored to others.
  private mutating func strangers(_ around: Around, _ isFlat: Bool) -> [Node] {
    guard var variation, variation.isFree, variation.maker.dice.chance(12) else { return [] }
    defer { self.variation = variation }
    if isFlat, variation.maker.dice.chance(30), let box = variation.tailored(sight) { return [box] }
    if reader.seesTokens { return [] }
    return variation.withheld(sight, around, isFlat).map { [$0] } ?? []
  }

  private mutating func node(_ node: Node, _ around: inout Around) -> [Node] {
    var result = node
    // A heading stands in no section that it ends.
    if case .heading(let level, _, _) = node.kind { around.leaveSections(of: level) }
    let label = sight.label(node.mark, around)
    switch node.kind {
    case .heading(let level, _, let text):
      let gone = !sight.mayRead(label) || seen(text, label) == nil
      if gone {
        let instead = withheld(node, around)
        around.pass(heading: level, mark: node.mark)
        return instead
      }
      around.pass(heading: level, mark: node.mark)
      result.kind = rewritten(node.kind, label)
    case .paragraph(let text), .code(_, let text):
      guard sight.mayRead(label), seen(text, label, isCode: node.isCode) != nil else {
        return withheld(node, around)
      }
      result.kind = rewritten(node.kind, label)
    case .rule: if !sight.mayRead(label) { return withheld(node, around) }
    case .definition:
      if !sight.mayRead(label) { return variation?.definition(node) ?? [] }
    case .footnote(let name, let inner):
      guard sight.mayRead(label),
        let kept = own(inner, around.inNewScope.inside(label, isMarked: node.mark != nil))
      else {
        return variation?.footnote(node) ?? []
      }
      result.kind = .footnote(label: name, kept)
    case .list(var list):
      list.items = items(list.items, around)
      if list.items.isEmpty { return [] }
      result.kind = .list(list)
    case .quote(let inner):
      var scope = around.inNewScope
      let kept = nodes(inner, &scope, isFlat: false)
      if kept.isEmpty { return [] }
      result.kind = .quote(kept)
    case .table(let grid):
      guard let kept = table(grid, around) else { return [] }
      result.kind = .table(kept)
    case .container(let box): return container(box, node, around)
    }
    return [result]
  }

  /// A withheld block, or what stands in for it.
  mutating func withheld(_ node: Node, _ around: Around) -> [Node] {
    variation?.instead(of: node, sight, around) ?? []
  }

  func seen(_ text: [Run], _ label: Mark, isCode: Bool = false) -> [Run]? {
    sight.seen(text, label, mayHaveHoles: !isCode)
  }

  /// What is in an item or a footnote; nil where its own text takes the rest along.
  mutating func own(_ nodes: [Node], _ around: Around) -> [Node]? {
    switch nodes.first?.kind {
    case .paragraph(let text)?, .heading(_, _, let text)?:
      if let label = around.enclosing, seen(text, label) == nil { return nil }
    default: break
    }
    var scope = around
    var rest = nodes
    let first = rest.removeFirst()
    // Nothing comes to stand before the text that carries the mark.
    return node(first, &scope) + self.nodes(rest, &scope, isFlat: false, after: first)
  }

  private mutating func items(_ items: [Node.Item], _ around: Around) -> [Node.Item] {
    var result: [Node.Item] = []
    for (index, item) in items.enumerated() {
      let isLast = index == items.count - 1
      let label = sight.label(item.mark, around)
      if sight.mayRead(label),
        let kept = own(item.nodes, around.inNewScope.inside(label, isMarked: item.mark != nil))
      {
        if !reader.seesTokens, let more = variation?.item(sight, around) { result.append(more) }
        result.append(Node.Item(mark: item.mark, task: item.task, nodes: kept))
      } else if let instead = variation?.instead(of: item, isLast: isLast, sight, around) {
        result += instead
      }
    }
    return result
  }

  private mutating func container(_ box: Node.Box, _ node: Node, _ around: Around) -> [Node] {
    if let readers = box.readers, !readers.contains(reader.id) {
      return variation?.elsewhere(node, sight) ?? []
    }
    var result = node
    var kept = box
    for (index, version) in box.versions.enumerated() {
      var scope = around.inNewScope
      if version.mark != nil {
        let label = sight.label(version.mark, around)
        if !sight.mayRead(label) { continue }
        scope = around.inside(label)
      }
      kept.versions[index].nodes = nodes(version.nodes, &scope, isFlat: true)
      kept.versions.removeFirst(index)
      kept.versions = (variation?.versions(box.versions[..<index], sight) ?? []) + kept.versions
      if variation == nil, kept.versions[0].nodes.isEmpty { return [] }
      result.kind = .container(kept)
      return [result]
    }
    return withheld(node, around)
  }

  private mutating func rewritten(_ kind: Node.Kind, _ label: Mark) -> Node.Kind {
    switch kind {
    case .paragraph(let text): .paragraph(rewritten(text, label))
    case .heading(let level, let setext, let text):
      .heading(level: level, setext: setext, rewritten(text, label))
    case .code(let info, let text): .code(info: info, rewritten(text, label, isCode: true))
    default: kind
    }
  }

  /// A visible text without its withheld spans, or with others.
  mutating func rewritten(_ text: [Run], _ label: Mark, isCode: Bool = false) -> [Run] {
    guard variation != nil else { return seen(text, label, isCode: isCode) ?? [] }
    return variation?.spans(text, label, sight) ?? text
  }
}

extension Node {
  /// Whether it is a code block.
  var isCode: Bool { if case .code = kind { true } else { false } }
}
