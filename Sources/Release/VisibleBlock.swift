internal import Markdown
internal import Marking

/// A block that an audience gets, or a token where it gets none.
struct VisibleBlock: Sendable {
  var kind: Kind
  /// Its label, its visible inline spans joined in: what its mark shows and its banner counts.
  var label: Label
  /// Whether a blank line of the source belongs to it.
  var trailsBlank = false
  /// Its line in the source, for messages.
  var line = 0
  /// The numbers of the portions that it is, or stands for as a token; none in a build.
  var portions: [Int] = []
  /// What became of the numbered spans in its text; none in a build.
  var spans: [ReadSpan] = []

  indirect enum Kind: Sendable {
    case paragraph([UInt8])
    case heading(level: Int, setext: Bool, [UInt8])
    case code(info: String, [UInt8])
    case thematicBreak
    case list(ordered: Bool, marker: UInt8, [VisibleItem])
    case quote([VisibleBlock])
    case table(VisibleTable)
    case footnote(written: String, folded: String, [VisibleBlock])
    case definition(ReferenceDefinition)
    /// Stands for a run of withheld blocks; the ground is shown where all of them have it.
    case token(ground: String?)
  }

  var isToken: Bool {
    if case .token = kind { true } else { false }
  }

  var isDefinition: Bool {
    switch kind {
    case .definition, .footnote: true
    default: false
    }
  }

  /// Gives the innermost block at the end of `blocks` a blank line.
  static func markBlank(_ blocks: inout [VisibleBlock]) {
    guard let last = blocks.indices.last else { return }
    guard case .list(let ordered, let marker, var items) = blocks[last].kind,
      let item = items.indices.last
    else {
      blocks[last].trailsBlank = true
      return
    }
    if items[item].blocks.isEmpty {
      items[item].trailsBlank = true
    } else {
      markBlank(&items[item].blocks)
    }
    blocks[last].kind = .list(ordered: ordered, marker: marker, items)
  }
}

/// An item that an audience gets; a token where `blocks` is one token and `isToken` is set.
struct VisibleItem: Sendable {
  var label: Label
  var task: Bool?
  var blocks: [VisibleBlock]
  var trailsBlank = false
  var isToken = false
  /// The number of an item that has no blocks; none in a build.
  var portions: [Int] = []
}

/// A table that an audience gets.
struct VisibleTable: Sendable {
  var alignments: [Node.Alignment]
  var header: [VisibleCell]
  var rows: [VisibleRow]
}

/// A row that an audience gets; a token stands in its first cell where `isToken` is set.
struct VisibleRow: Sendable {
  var label: Label
  var cells: [VisibleCell]
  var isToken = false
}

/// A cell that an audience gets.
struct VisibleCell: Sendable {
  var text: [UInt8]
  /// The label to show and to count; nil where there is nothing to show.
  var label: Label?
  /// Whether its mark is shown: it says more than those of row and column.
  var showsMark = false
  /// Whether a token stands in it.
  var isToken = false
  /// The numbers of the portions that it is, or stands for as a token; none in a build.
  var portions: [Int] = []
  /// What became of the numbered spans in its text; none in a build.
  var spans: [ReadSpan] = []
}
