internal import Manuscript
internal import Marking

/// A text of a briefing with all that rules ask about it: where it stands, who sees it, its words.
struct Passage: Sendable {
  /// What the text is.
  enum Kind: Hashable, Sendable {
    case title, summary
    /// The text of the judgement at a position; why it changed.
    case judgement(Int), change(Int)
    /// What the advice at a position asks; who does it or on what ground.
    case advice(Int), adviceDetail(Int)
    case source, revision, vulnerability
    /// Another field: actor, intent, capability, horizon, contact, withdrawal.
    case field
    case heading(Int), paragraph, cell, headerCell, code
  }

  /// What it is.
  var kind: Kind
  /// Its source, with inline marks apart.
  var text: InlineText
  /// Its source as a reader cleared for everything gets it.
  var bytes: [UInt8]
  /// The words in `bytes`.
  var words: [Word]
  /// Its label.
  var label: Label
  /// The line in the file on which it begins.
  var line: Int
  /// The audiences that are cleared for its label.
  var cleared: Readers
  /// The audiences that see it, should the briefing be in their edition.
  var shown: Readers
  /// The audiences that it is for and that get nothing in its place.
  var lost: Readers
  /// The number of the field, container or row of which it is one version.
  var versions: Int?

  /// Whether it is running text of the body.
  var isBodyText: Bool {
    switch kind {
    case .paragraph, .cell: true
    default: false
    }
  }

  /// Whether it stands in the body.
  var isBody: Bool {
    switch kind {
    case .heading, .paragraph, .cell, .headerCell, .code: true
    default: false
    }
  }

  /// Whether it is written in sentences.
  var isProse: Bool {
    switch kind {
    case .summary, .judgement, .change, .advice, .paragraph, .revision: true
    default: false
    }
  }
}
