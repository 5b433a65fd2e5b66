public import Edition
internal import Manuscript
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
  /// Anchors of its headings.
  var anchors: Set<String>
  /// What it was made of.
  var source: SourceBriefing

  /// Its id.
  public var id: String { briefing.id }
}

/// What a whole edition holds, as far as its briefings need to know of each other.
public struct EditionIndex: Sendable {
  /// Anchors by id, of all languages.
  var anchors: [String: Set<String>]
  /// The languages by id.
  var languages: [String: Set<String>]

  /// The index of these briefings.
  public init(_ candidates: [Candidate]) {
    anchors = [:]
    languages = [:]
    for candidate in candidates {
      anchors[candidate.id, default: []].formUnion(candidate.anchors)
      languages[candidate.id, default: []].insert(candidate.briefing.language)
    }
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
