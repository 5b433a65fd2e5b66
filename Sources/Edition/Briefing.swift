public import Calendar

/// A value and the mark that stands before it, where the audience is shown marks.
public struct Marked<Value: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
  /// The value. A text is one paragraph of inline Markdown.
  public var value: Value
  /// The portion mark for display, such as `S//BRAVO`, without parentheses.
  public var mark: String?

  /// A value, perhaps with a mark.
  public init(_ value: Value, mark: String? = nil) {
    self.value = value
    self.mark = mark
  }
}

/// A text with its mark.
public typealias MarkedText = Marked<String>

/// One briefing in one language, as an audience gets it.
public struct Briefing: Hashable, Sendable, Codable {
  /// Whether it stands.
  public enum Status: String, Hashable, Sendable, Codable {
    /// It stands.
    case published
    /// It was withdrawn; only title, dates and `withdrawal` are there.
    case withdrawn
    /// It is a draft, in a preview alone.
    case draft
  }

  /// Its id, such as `TA-2026-7K3F`.
  public var id: String
  /// Its kind, one of the policy's.
  public var kind: String
  /// Its language code.
  public var language: String
  /// Whether it stands.
  public var status: Status
  /// The day it was issued.
  public var issued: Day
  /// From the day after this one it is no longer current.
  public var expires: Day?
  /// The banner, a label for display such as `S//BRAVO`.
  public var banner: String
  /// Its title.
  public var title: MarkedText
  /// What it says, in short.
  public var summary: MarkedText?
  /// The threat in fields.
  public var threat = Threat()
  /// Ids of the interests threatened.
  public var interests: [MarkedText] = []
  /// What makes it possible.
  public var vulnerabilities: [MarkedText] = []
  /// Ids of topics.
  public var topics: [MarkedText] = []
  /// Ids of sectors.
  public var sectors: [MarkedText] = []
  /// Ids of regions.
  public var regions: [MarkedText] = []
  /// Key judgements.
  public var judgements: [Judgement] = []
  /// What this audience can do.
  public var advice: [Advice] = []
  /// Sources.
  public var sources: [Source] = []
  /// Ids of related briefings of the same edition.
  public var related: [String] = []
  /// The id of the briefing that this one supersedes, where that is in the edition.
  public var supersedes: String?
  /// The notice of a withdrawn briefing.
  public var withdrawal: Withdrawal?
  /// What changed, newest first.
  public var revisions: [Revision] = []
  /// Of which version of which language it is a translation.
  public var translation: Translation?
  /// Where to reach the desk.
  public var contact: MarkedText?
  /// The body: visible Markdown, and tokens.
  public var body: String

  /// A briefing with what every briefing has; the other fields are set after it.
  public init(
    id: String, kind: String, language: String, status: Status, issued: Day, banner: String,
    title: MarkedText, body: String
  ) {
    self.id = id
    self.kind = kind
    self.language = language
    self.status = status
    self.issued = issued
    self.banner = banner
    self.title = title
    self.body = body
  }
}

/// The threat in fields; what is not known or not released is nil.
public struct Threat: Hashable, Sendable, Codable {
  /// Id of a value of the scale `threat-level`.
  public var level: MarkedText?
  /// Who.
  public var actor: MarkedText?
  /// What they want.
  public var intent: MarkedText?
  /// What they can.
  public var capability: MarkedText?
  /// Id of a value of the scale `likelihood`.
  public var likelihood: MarkedText?
  /// Id of a value of the scale `confidence`.
  public var confidence: MarkedText?
  /// Id of a value of the scale `impact`.
  public var impact: MarkedText?
  /// How far ahead the assessment looks.
  public var horizon: MarkedText?

  /// Nothing known.
  public init() {}
}

/// A key judgement.
public struct Judgement: Hashable, Sendable, Codable {
  /// Its id within the briefing.
  public var id: String?
  /// The judgement, a sentence.
  public var text: MarkedText
  /// Id of a value of the scale `likelihood`.
  public var likelihood: MarkedText?
  /// Id of a value of the scale `confidence`.
  public var confidence: MarkedText?
  /// Ids of sources of this briefing that are in the edition.
  public var sources: [String] = []
  /// The likelihood it had before, id of a value.
  public var changedFrom: MarkedText?
  /// Why it changed.
  public var changedBecause: MarkedText?

  /// A judgement.
  public init(id: String?, text: MarkedText) {
    self.id = id
    self.text = text
  }
}

/// Something that this audience can do.
public struct Advice: Hashable, Sendable, Codable {
  /// What to do.
  public var action: MarkedText
  /// `now`, `this-week` or `later`.
  public var when: MarkedText?
  /// Who does it.
  public var by: MarkedText?
  /// On what ground: a law, a protocol.
  public var basis: MarkedText?
  /// Ids of the judgements it follows from, of those in the edition.
  public var judgements: [String] = []

  /// An advice.
  public init(action: MarkedText) { self.action = action }
}

/// A source.
public struct Source: Hashable, Sendable, Codable {
  /// Its id within the briefing.
  public var id: String?
  /// `human`, `technical`, `open`, `partner` or `regional`.
  public var kind: MarkedText?
  /// Reliability and credibility, such as `B2`.
  public var grade: MarkedText?
  /// What it is.
  public var description: MarkedText?

  /// A source.
  public init(id: String?) { self.id = id }
}

/// The notice of a withdrawn briefing.
public struct Withdrawal: Hashable, Sendable, Codable {
  /// When it was withdrawn.
  public var date: Day?
  /// Why.
  public var reason: MarkedText?
  /// What to do now.
  public var action: MarkedText?

  /// An empty notice.
  public init() {}
}

/// A change of a briefing that its readers are told of.
public struct Revision: Hashable, Sendable, Codable {
  /// When.
  public var date: Day
  /// What changed.
  public var note: MarkedText
  /// `substantial`, `minor`, or nil.
  public var change: String?

  /// A revision.
  public init(date: Day, note: MarkedText, change: String? = nil) {
    self.date = date
    self.note = note
    self.change = change
  }
}

/// Of which version of which language a briefing is a translation.
public struct Translation: Hashable, Sendable, Codable {
  /// The source's language code.
  public var of: String
  /// The date of the source's version that it follows.
  public var revision: Day?

  /// A translation.
  public init(of: String, revision: Day? = nil) {
    self.of = of
    self.revision = revision
  }
}
