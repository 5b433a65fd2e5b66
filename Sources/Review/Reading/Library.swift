internal import Calendar
internal import Diagnostics
internal import Manuscript

/// All briefings of a publication, for rules that look at them beside each other.
struct Library: Sendable {
  /// The policy.
  let policy: Policy
  /// The day for which they are read.
  let asOf: Day
  /// The briefings, by path.
  let briefings: [SourceBriefing]
  /// The briefings of an id, in the order of the policy's languages.
  let byID: [String: [SourceBriefing]]
  /// The ids of briefings that are there and are not looked at.
  let unread: Set<String>
  /// The links of each briefing.
  let links: [[LinkPlace]]
  /// The marks of each briefing, by path.
  let marks: [String: [MarkedText]]
  /// The paths of briefings that say that something was withdrawn.
  let tellingOfWithdrawal: Set<String>
  /// Translations with their originals.
  private(set) var pairs: [TranslationPair] = []
  /// Images with the labels that they are shown at.
  let images: [ShownImage]
  /// The ids that supersede an id.
  let successors: [String: Set<String>]

  init(
    policy: Policy, asOf: Day, briefings: [SourceBriefing], traces: [Trace], unread: Set<String>
  ) {
    self.unread = unread
    self.policy = policy
    self.asOf = asOf
    self.briefings = briefings
    images = traces.flatMap(\.images)
    links = traces.map(\.links)
    marks = Dictionary(
      zip(briefings.map(\.path), traces.map(\.marks)), uniquingKeysWith: { first, _ in first })
    tellingOfWithdrawal = Set(
      zip(briefings, traces).filter { $1.tellsOfWithdrawal }.map { $0.0.path })
    let order = Dictionary(
      uniqueKeysWithValues: policy.languages.enumerated().map { ($1, $0) })
    byID = Dictionary(grouping: briefings, by: \.front.id).mapValues { briefings in
      briefings.sorted {
        (order[$0.front.language] ?? 0, $0.path) < (order[$1.front.language] ?? 0, $1.path)
      }
    }
    var successors: [String: Set<String>] = [:]
    for briefing in briefings where briefing.front.status != .draft {
      for version in briefing.front.supersedes?.versions ?? [] {
        successors[version.value, default: []].insert(briefing.front.id)
      }
    }
    self.successors = successors
    pairs = TranslationPair.all(in: self)
  }

  /// What each briefing refers to, by links and in `related`: with its path and fields.
  var references: [(from: SourceBriefing, to: LinkPlace)] {
    zip(briefings, links).flatMap { briefing, links in
      (links
        + briefing.front.related.map { LinkPlace("briefing:" + $0.value, line: $0.line) })
        .map { (briefing, $0) }
    }
  }

  /// What each briefing supersedes: with its path and fields.
  var superseded: [(from: SourceBriefing, to: LinkPlace)] {
    briefings.flatMap { briefing in
      (briefing.front.supersedes?.versions ?? []).map {
        (briefing, LinkPlace("briefing:" + $0.value, line: $0.line))
      }
    }
  }

  /// The briefing of an id in a language; else in the first there is.
  func briefing(_ id: String, in language: String) -> SourceBriefing? {
    byID[id]?.first { $0.front.language == language } ?? byID[id]?.first
  }
}

/// What is kept of a briefing for comparisons with others, once it has been read.
public struct Trace: Sendable {
  /// The images that it shows.
  var images: [ShownImage]
  /// The links to other briefings in it.
  var links: [LinkPlace]
  /// The marks of its texts.
  var marks: [MarkedText]
  /// Whether it says that something was withdrawn.
  var tellsOfWithdrawal: Bool
  /// Its runs of words.
  var runs: WordRuns
}
