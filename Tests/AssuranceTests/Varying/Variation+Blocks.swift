extension Variation {
  /// What stands in for a withheld block.
  mutating func instead(of node: Node, _ sight: Sight, _ around: Around) -> [Node] {
    switch node.kind {
    case .heading(let level, let setext, let text):
      // Its level and mark decide on the labels of what stands below it.
      var result = node
      result.kind = .heading(level: level, setext: setext, fresh(text))
      return [result]
    case .container(let box) where box.ground != nil && sight.reader.seesTokens:
      return [renamed(node)]
    case .container where sight.reader.seesTokens && !node.holdsBlocks(for: sight.reader):
      // It leaves no token, so nothing that leaves one may stand in for it.
      return [renamed(node)]
    default: break
    }
    if !isFree { return [renamed(node)] }
    let isFlat = node.isFlat
    switch maker.dice.below(5) {
    case 0 where !sight.reader.seesTokens: return []
    case 1:
      let others = (0..<maker.dice.among(1...3)).compactMap { _ in withheld(sight, around, isFlat) }
      return others.isEmpty ? [renamed(node)] : others
    case 2: return [renamed(node)] + [withheld(sight, around, isFlat)].compactMap(\.self)
    case 3: return [withheld(sight, around, isFlat)].compactMap(\.self) + [lengthened(node)]
    default: return [lengthened(node)]
    }
  }

  private mutating func lengthened(_ node: Node) -> Node {
    guard case .paragraph(let text) = node.kind else { return renamed(node) }
    var result = node
    result.kind = .paragraph(fresh(text, mayHaveLines: true))
    return result
  }

  /// A block that the reader may not see, of any kind; nil where no mark would hide it.
  mutating func withheld(_ sight: Sight, _ around: Around, _ isFlat: Bool) -> Node? {
    guard let mark = hidingMark(sight, around) else { return nil }
    var bodies = maker(sight)
    bodies.mayHaveTasks = isFlat
    defer { maker = bodies.maker }
    let allowance = Maker.Allowance(top: sight.paper.classification)
    switch bodies.maker.dice.below(isFlat ? 4 : 2) {
    case 0:
      var node = bodies.paragraph(allowance, 0)
      node.mark = mark
      return node
    // Behind a visible list, it would be more of that, with tokens for items.
    case 1 where !sight.reader.seesTokens:
      var items: [Node.Item] = []
      for _ in 0..<bodies.maker.dice.among(1...9) {
        var item = bodies.item(allowance, 0, isTight: true)
        item.mark = mark
        items.append(item)
      }
      return Node(kind: .list(Node.List(isOrdered: false, marker: "-", items: items)))
    case 1, 2:
      var node = bodies.paragraph(allowance, 0)
      node.mark = mark
      return Node(kind: .quote([node]))
    default:
      let nodes = bodies.scope(1...3, depth: 2)
      return Node(
        kind: .container(
          Node.Box(versions: [
            Node.Version(mark: mark, nodes: nodes + [bodies.paragraph(allowance, 0)])
          ])))
    }
  }

  private func maker(_ sight: Sight) -> BodyMaker {
    BodyMaker(
      maker: maker, top: sight.paper.classification, hasUnmarked: sight.paper.unmarked != nil,
      images: [], links: [])
  }

  /// A container for other audiences; nil where there is no other.
  mutating func tailored(_ sight: Sight) -> Node? {
    let others = maker.house.readers.map(\.id).filter { $0 != sight.reader.id }
    if others.isEmpty { return nil }
    var bodies = maker(sight)
    defer { maker = bodies.maker }
    return Node(
      kind: .container(
        Node.Box(
          readers: [bodies.maker.dice.pick(others)],
          versions: [Node.Version(mark: nil, nodes: bodies.scope(1...2, depth: 2))])))
  }

  /// What stands in for a container that is for others.
  mutating func elsewhere(_ node: Node, _ sight: Sight) -> [Node] {
    switch maker.dice.below(3) {
    case 0: []
    case 1: [renamed(node)]
    default: [tailored(sight)].compactMap(\.self)
    }
  }

  /// What stands in for versions above the one that the reader gets.
  mutating func versions(_ versions: ArraySlice<Node.Version>, _ sight: Sight) -> [Node.Version] {
    var result: [Node.Version] = []
    for version in versions where !maker.dice.chance(25) {
      var other = version
      other.nodes = version.nodes.map { renamed($0) }
      result.append(other)
      if maker.dice.chance(20) {
        var bodies = maker(sight)
        result.append(Node.Version(mark: version.mark, nodes: bodies.scope(1...2, depth: 2)))
        maker = bodies.maker
      }
    }
    return result
  }

  /// What stands in for a withheld reference definition.
  mutating func definition(_ node: Node) -> [Node] {
    guard case .definition(let label, _) = node.kind else { return [node] }
    var result = node
    result.kind = .definition(
      label: label, address: "https://example.org/\(maker.mint.word())")
    return [result]
  }

  /// What stands in for a withheld footnote.
  mutating func footnote(_ node: Node) -> [Node] { [renamed(node)] }
}

extension Node {
  /// Whether it is, or holds, a block that a token would stand for.
  func holdsBlocks(for reader: Reader) -> Bool {
    switch kind {
    case .definition, .footnote: false
    case .container(let box):
      (box.readers?.contains(reader.id) ?? true)
        && box.versions.contains { $0.nodes.contains { $0.holdsBlocks(for: reader) } }
    default: true
    }
  }

  /// Whether containers may stand in its place: it is known to stand in no list or quote.
  var isFlat: Bool { if case .container = kind { true } else { false } }
}
