public import Edition
internal import Manuscript
internal import Markdown
internal import Marking

/// A briefing that the door lets through by itself; links to others are still open.
public struct Candidate: Sendable {
  /// The visible fields; body, banner, related and superseded briefings are still to come.
  var briefing: Briefing
  /// The visible blocks.
  var blocks: [VisibleBlock]
  /// The labels of the visible fields.
  var labels: [Marking.Label]
  /// What is visible of numbered fields, by number; nothing in a build.
  var seen: [Int: SeenField]
  /// What it was made of.
  var source: SourceBriefing

  /// Its id.
  public var id: String { briefing.id }

  /// Anchors of its headings, worked out anew each time: few links lead to one.
  var anchors: Set<String> {
    let document = Parser.parse(MarkdownWriter(mark: nil).write(blocks))
    return Set(HeadingAnchors.names(of: document))
  }
}

/// What a whole edition holds, as far as its briefings need to know of each other.
public struct EditionIndex: Sendable {
  /// The briefings by id, in all their languages.
  private let versions: [String: [Candidate]]

  /// The index of these briefings.
  public init(_ candidates: [Candidate]) { versions = Dictionary(grouping: candidates, by: \.id) }

  /// Whether the edition has a briefing of this id.
  func has(_ id: String) -> Bool { versions[id] != nil }

  /// Whether it has it in this language.
  func has(_ id: String, in language: String) -> Bool {
    versions[id]?.contains { $0.briefing.language == language } ?? false
  }

  /// Whether one of its versions has a heading of this anchor.
  func has(_ id: String, anchor: String) -> Bool {
    versions[id]?.contains { $0.anchors.contains(anchor) } ?? false
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
