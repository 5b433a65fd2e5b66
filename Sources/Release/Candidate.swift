public import Edition
internal import Manuscript
internal import Markdown
internal import Marking

/// A briefing that the door lets through by itself; links to others are still open.
///
/// A class with constant fields, as `SourceBriefing` is: lists and indexes of all of them are made.
public final class Candidate: Sendable {
  /// The visible fields; body, banner, related and superseded briefings are still to come.
  public let briefing: Briefing
  /// The visible blocks.
  let blocks: [VisibleBlock]
  /// The labels of the visible fields.
  let labels: [Marking.Label]
  /// What is visible of numbered fields, by number; nothing in a build.
  let seen: [Int: SeenField]
  /// What it was made of.
  let source: SourceBriefing
  private let anchorsOnce = Once<Set<String>>()

  init(
    briefing: Briefing, blocks: [VisibleBlock], labels: [Marking.Label], seen: [Int: SeenField],
    source: SourceBriefing
  ) {
    self.briefing = briefing
    self.blocks = blocks
    self.labels = labels
    self.seen = seen
    self.source = source
  }

  /// Its id.
  public var id: String { briefing.id }

  /// The path of the briefing that it was made of.
  public var path: String { source.path }

  /// Anchors of its headings, worked out when a link leads to one.
  var anchors: Set<String> {
    anchorsOnce {
      let document = Parser.parse(MarkdownWriter(mark: nil).write(blocks))
      return Set(HeadingAnchors.names(of: document))
    }
  }
}

/// What a whole edition holds, as far as its briefings need to know of each other.
public struct EditionIndex: Sendable {
  /// Gives the briefings of an id, in all their languages; none where the edition has none.
  private let versions: @Sendable (String) -> [Candidate]

  /// The index of these briefings.
  public init(_ candidates: [Candidate]) {
    let versions = Dictionary(grouping: candidates, by: \.id)
    self.init { versions[$0] ?? [] }
  }

  /// The index that asks `versions` for the briefings of an id, in all their languages.
  ///
  /// Every question of the door about another briefing goes through it, so it also knows on which
  /// ids a release depends.
  public init(_ versions: @escaping @Sendable (String) -> [Candidate]) { self.versions = versions }

  /// Whether the edition has a briefing of this id.
  func has(_ id: String) -> Bool { !versions(id).isEmpty }

  /// Whether it has it in this language.
  func has(_ id: String, in language: String) -> Bool {
    versions(id).contains { $0.briefing.language == language }
  }

  /// Whether one of its versions has a heading of this anchor.
  func has(_ id: String, anchor: String) -> Bool {
    versions(id).contains { HeadingAnchors.has(anchor, among: $0.anchors) }
  }
}

/// A briefing as it goes into the edition, with what it takes along.
public struct Released: Sendable {
  /// The briefing.
  public var briefing: Briefing
  /// The images that it shows.
  public var assets: [Asset]
  /// The grounds that its tokens name.
  public var grounds: Set<String>
}
