/// A block of a body, with the mark that its author gave it.
struct Node {
  /// Its own mark, where its kind can carry one.
  var mark: Mark?
  /// Whether a blank line follows; it belongs to this block. In lists the last block of an item
  /// has it.
  var blank = true
  var kind: Kind

  indirect enum Kind {
    case paragraph([Run])
    case heading(level: Int, setext: Bool, [Run])
    case list(List)
    case quote([Node])
    case table(Grid)
    case code(info: String, [Run])
    case rule
    case footnote(label: String, [Node])
    case definition(label: String, address: String)
    case container(Box)
  }

  /// A list. The mark of an item stands before its first block, which has none of its own.
  struct List {
    var isOrdered: Bool
    var marker: String
    var start = 1
    var items: [Item]
  }

  struct Item {
    var mark: Mark?
    var task: Bool?
    var nodes: [Node]
  }

  /// A table: a row's mark stands in its first cell, a column's in its header.
  struct Grid {
    var columns: [Cell]
    var rows: [Row]
  }

  struct Cell {
    var mark: Mark?
    var text: [Run]
  }

  struct Row {
    var mark: Mark?
    var cells: [Cell]
  }

  /// A container: tailored, labelled or both, with the versions of its tear lines.
  struct Box {
    var readers: [String]?
    var ground: String?
    var versions: [Version]
  }

  struct Version {
    var mark: Mark?
    var nodes: [Node]
  }
}

extension Node {
  /// Blocks in which lists of one kind that stand next to each other are one list, as every reader of
  /// Markdown has them.
  static func joiningLists(_ nodes: [Node]) -> [Node] {
    nodes.reduce(into: []) { result, node in
      if case .list(let more) = node.kind, case .list(var list)? = result.last?.kind,
        list.isOrdered == more.isOrdered, list.marker == more.marker
      {
        list.items += more.items
        result[result.count - 1].kind = .list(list)
      } else {
        result.append(node)
      }
    }
  }
}
