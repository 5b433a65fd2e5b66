extension Variation {
  /// What stands in for a withheld item: at least one where a token shows its place, and where it is
  /// the last, because the blank line behind the list belongs to it.
  mutating func instead(
    of item: Node.Item, isLast: Bool, _ sight: Sight, _ around: Around
  ) -> [Node.Item] {
    let least = sight.reader.seesTokens || isLast ? 1 : 0
    return (0..<maker.dice.among(least...3)).map { _ in
      var result = item
      result.nodes = item.nodes.map { renamed($0) }
      return result
    }
  }

  /// What stands in for a withheld row.
  mutating func instead(of row: Node.Row, _ sight: Sight, _ around: Around) -> [Node.Row] {
    let least = sight.reader.seesTokens ? 1 : 0
    return (0..<maker.dice.among(least...3)).map { _ in
      var result = row
      result.cells = row.cells.map { cell in Node.Cell(mark: cell.mark, text: renamed(cell.text)) }
      return result
    }
  }

  /// A withheld item that was not there.
  mutating func item(_ sight: Sight, _ around: Around) -> Node.Item? {
    guard maker.dice.chance(12), let mark = hidingMark(sight, around) else { return nil }
    var node = Node(kind: .paragraph(maker.words(1...3)))
    node.blank = maker.dice.chance(30)
    return Node.Item(mark: mark, task: nil, nodes: [node])
  }

  /// A withheld row that was not there, as wide as another.
  mutating func row(_ other: Node.Row, _ sight: Sight, _ around: Around) -> Node.Row? {
    guard maker.dice.chance(12), let mark = hidingMark(sight, around) else { return nil }
    return Node.Row(
      mark: mark, cells: other.cells.map { _ in Node.Cell(text: maker.words(1...2)) })
  }

  /// What stands in for a withheld cell.
  mutating func cell(_ cell: Node.Cell) -> Node.Cell? {
    Node.Cell(mark: cell.mark, text: renamed(cell.text))
  }
}
