/// The smallest thing that the audit judges: a paragraph, a heading, a cell, a field.
struct Passage: Sendable {
  /// What it is, as far as it matters to whether anything of a document is left.
  enum Kind: Sendable {
    case text, heading, headerCell, field, summary, title, withdrawal
  }

  /// Text between two inline marks, or inside one.
  struct Piece: Sendable {
    var text: [UInt8]
    var stand: Stand
    /// Whether it stands in for withheld text.
    var isSubstitute = false
    /// Whether a token may stand where it is withheld.
    var isHole = false
  }

  /// An inline mark without a substitute: who is not cleared for it loses the whole portion.
  struct Bare: Sendable {
    var label: Int
    /// The mark with a substitute around it: who is not cleared for that never comes to this one.
    var inside: Int?
    /// Whether an audience with inline tokens gets a token in its place instead.
    var mayBeToken: Bool
  }

  var kind: Kind
  var line: Int
  var stand: Stand
  var pieces: [Piece]
  var bare: [Bare] = []
  /// The definition it belongs to: `^name` of a footnote, `name` of a link.
  var definition: [UInt8]?
  /// Passages of which one must be visible for this one to be: the note of a revision, the text of
  /// a judgement.
  var needs: Range<Int>?
}
