/// Makes random bodies.
struct BodyMaker {
  var maker: Maker
  /// The document's classification as written, which covers all marks.
  let top: Mark
  /// Whether the document declares a label for what is unmarked.
  let hasUnmarked: Bool
  var images: [String]
  var links: [String]
  /// Words that headings are still to be made of, because links lead there.
  var anchors: [String] = []
  /// Whether items may have boxes; the parser knows none in quotes.
  var mayHaveTasks = true

  /// A scope: the body, or a version of a container.
  ///
  /// - Parameter depth: how many containers are around it.
  mutating func scope(
    _ range: ClosedRange<Int>, footnotes: [String] = [], definitions: [String] = [], depth: Int = 0
  ) -> [Node] {
    var allowance = Maker.Allowance(top: top, footnotes: footnotes, definitions: definitions)
    allowance.images = images
    allowance.links = links
    let notes = maker.dice.chance(30) ? [maker.mint.word()] : []
    let defined = maker.dice.chance(20) ? [maker.mint.word()] : []
    allowance.footnotes += notes
    allowance.definitions += defined
    var nodes: [Node] = []
    for _ in 0..<maker.dice.among(range) { nodes.append(block(allowance, depth)) }
    if hasUnmarked, maker.dice.chance(25) { nodes += chapter(allowance) }
    for label in notes { insert(footnote(label, allowance), &nodes) }
    for label in defined {
      let address = "https://example.org/\(maker.mint.word())"
      insert(Node(kind: .definition(label: label, address: address)), &nodes)
    }
    return Node.joiningLists(nodes)
  }

  /// A section in a section, with unmarked text: the marks of both headings govern it.
  private mutating func chapter(_ allowance: Maker.Allowance) -> [Node] {
    var level = 0
    let headings = (0..<2).map { _ in
      level += maker.dice.among(1...2)
      return Node(
        mark: maker.someMark(within: top, 80),
        kind: .heading(level: level, setext: false, maker.words(1...2)))
    }
    return headings + [paragraph(allowance, 0)]
  }

  private mutating func insert(_ node: Node, _ nodes: inout [Node]) {
    nodes.insert(node, at: maker.dice.below(nodes.count + 1))
  }

  private mutating func block(_ allowance: Maker.Allowance, _ depth: Int) -> Node {
    switch maker.dice.below(depth > 2 ? 80 : 100) {
    case ..<34: return paragraph(allowance)
    case ..<46: return heading(allowance)
    case ..<58: return list(allowance, 0)
    case ..<64: return quote(allowance)
    case ..<72: return Node(kind: .table(table(allowance)))
    case ..<77: return code(allowance)
    case ..<80: return Node(kind: .rule)
    default: return container(allowance, depth)
    }
  }

  /// A paragraph.
  mutating func paragraph(_ allowance: Maker.Allowance, _ percent: Int = 60) -> Node {
    var allowance = allowance
    allowance.mayHaveLines = true
    return Node(
      mark: maker.someMark(within: top, percent), kind: .paragraph(maker.text(allowance)))
  }

  private mutating func heading(_ allowance: Maker.Allowance) -> Node {
    var allowance = allowance
    allowance.images = []
    // A heading that a span takes along would leave its mark's section behind.
    if hasUnmarked { allowance.mayHaveHoles = false }
    let setext = maker.dice.chance(20)
    let level = setext ? maker.dice.among(1...2) : maker.dice.among(1...4)
    var text = maker.dice.chance(50) ? maker.words(1...3) : maker.text(allowance)
    if let anchor = anchors.popLast() { text = [.word(anchor)] }
    var node = Node(
      mark: maker.someMark(within: top, 50),
      kind: .heading(level: level, setext: setext, text))
    node.blank = setext || maker.dice.chance(70)
    return node
  }

  private mutating func code(_ allowance: Maker.Allowance) -> Node {
    var bare = Maker.Allowance(top: top)
    bare.mayHaveHoles = allowance.mayHaveHoles
    var runs = maker.words(1...2)
    if maker.dice.chance(40) {
      runs += [.mark(maker.mark(within: top), maker.words(1...1), instead: maker.words(1...1))]
    }
    if maker.dice.chance(40) { runs += [.lineEnd] + maker.words(1...2) }
    return Node(kind: .code(info: maker.dice.chance(50) ? "" : "text", runs))
  }

  private mutating func list(_ allowance: Maker.Allowance, _ depth: Int) -> Node {
    let isOrdered = maker.dice.chance(40)
    var list = Node.List(
      isOrdered: isOrdered,
      marker: isOrdered ? maker.dice.pick([".", ")"]) : maker.dice.pick(["-", "*", "+"]),
      start: isOrdered ? maker.dice.pick([1, 1, 3]) : 1, items: [])
    let isTight = maker.dice.chance(60)
    for _ in 0..<maker.dice.among(1...4) {
      list.items.append(item(allowance, depth, isTight: isTight && maker.dice.chance(90)))
    }
    return Node(kind: .list(list))
  }

  /// An item.
  mutating func item(_ allowance: Maker.Allowance, _ depth: Int, isTight: Bool) -> Node.Item {
    var first = paragraph(allowance, 0)
    if maker.dice.chance(6) {
      first = Node(kind: .heading(level: 3, setext: false, maker.words(1...2)))
    }
    first.blank = !isTight
    var item = Node.Item(
      mark: maker.someMark(within: top, 60),
      task: mayHaveTasks && maker.dice.chance(15) ? maker.dice.chance(50) : nil,
      nodes: [first])
    if case .heading = first.kind {
      // An item of a heading alone would be nothing, with nothing withheld from it.
      item.task = nil
      var more = paragraph(allowance)
      more.blank = !isTight
      item.nodes.append(more)
    }
    if depth < 2, maker.dice.chance(25) {
      var more: Node
      switch maker.dice.below(4) {
      case 0: more = paragraph(allowance)
      case 1: more = code(allowance)
      case 2: more = quote(allowance)
      default: more = list(allowance, depth + 1)
      }
      if case .list = more.kind {} else { more.blank = !isTight }
      item.nodes.append(more)
    }
    return item
  }

  private mutating func quote(_ allowance: Maker.Allowance) -> Node {
    var nodes = [paragraph(allowance)]
    if maker.dice.chance(30) { nodes.append(heading(allowance)) }
    if maker.dice.chance(50) { nodes.append(paragraph(allowance)) }
    return Node(kind: .quote(nodes))
  }

  private mutating func footnote(_ label: String, _ allowance: Maker.Allowance) -> Node {
    var nodes = [paragraph(allowance, 0)]
    if maker.dice.chance(20) { nodes.append(paragraph(allowance)) }
    return Node(
      mark: maker.someMark(within: top, 60), kind: .footnote(label: label, nodes))
  }

  private mutating func container(_ allowance: Maker.Allowance, _ depth: Int) -> Node {
    var box = Node.Box(versions: [])
    if maker.dice.chance(35) {
      let ids = maker.house.readers.map(\.id)
      box.readers = maker.dice.some(ids, 50)
      if box.readers == [] { box.readers = [maker.dice.pick(ids)] }
    }
    let isLabelled = box.readers == nil || maker.dice.chance(50)
    let count = isLabelled && maker.dice.chance(40) ? maker.dice.among(2...3) : 1
    if isLabelled, maker.dice.chance(30) { box.ground = maker.dice.pick(maker.house.grounds).id }
    for _ in 0..<count {
      let nodes = scope(
        1...3, footnotes: allowance.footnotes, definitions: allowance.definitions,
        depth: depth + 1)
      box.versions.append(
        Node.Version(mark: isLabelled ? maker.mark(within: top) : nil, nodes: nodes))
    }
    return Node(kind: .container(box))
  }

  private mutating func table(_ allowance: Maker.Allowance) -> Node.Grid {
    var allowance = allowance
    allowance.mayHaveLines = false
    let count = maker.dice.among(1...4)
    // A hole in the first cell takes the row from those who see the cell, and from them alone: one
    // who gets the column may then see less than one who does not, which is no G6. So the first
    // column has holes below or in its head, and not where its mark withholds it.
    var (head, first) = (allowance, allowance)
    if maker.dice.chance(50) { head.mayHaveHoles = false } else { first.mayHaveHoles = false }
    let columns = (0..<count).map { index in
      Node.Cell(
        mark: maker.someMark(within: top, 25), text: maker.text(index == 0 ? head : allowance))
    }
    // Where the first column may go, a cell's mark would come to stand for its row.
    let mayMarkCells = columns[0].mark == nil && !head.mayHaveHoles
    if columns[0].mark != nil { first.mayHaveHoles = false }
    let rows = (0..<maker.dice.among(1...4)).map { _ in
      Node.Row(
        mark: maker.someMark(within: top, 50),
        cells: (0..<count).map { index in
          Node.Cell(
            mark: index > 0 && mayMarkCells ? maker.someMark(within: top, 20) : nil,
            text: maker.text(index == 0 ? first : allowance))
        })
    }
    return Node.Grid(columns: columns, rows: rows)
  }
}
