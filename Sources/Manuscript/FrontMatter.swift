public import Calendar
public import Marking

/// A value of front matter with its label.
public struct Portion<Value: Sendable>: Sendable {
  /// The value.
  public var value: Value
  /// Who may read it, everything around it joined in.
  public var label: Label
  /// Which rule gave the label.
  public var origin: LabelOrigin
  /// Its line in the file, counted from 1.
  public var line: Int
  /// Its own mark as written, where it has one.
  public var written: Label?
  /// Its number among the portions, where they were numbered; 0 elsewhere.
  public var number = 0
}

/// A field with one value, perhaps in versions: a reader gets the first that it is cleared for.
public struct Field<Value: Sendable>: Sendable {
  /// The versions, top to bottom. Never empty.
  public var versions: [Portion<Value>]
}

/// The front matter of a briefing: what is for the machine, and what is released.
public struct FrontMatter: Sendable {
  /// Whether a briefing is published.
  public enum Status: String, Sendable, CaseIterable { case draft, published, withdrawn }

  /// From a day on, a written level stands for another one.
  public struct Downgrade: Sendable {
    /// The first day.
    public var date: Day
    /// The level as written, by its position on the ladder.
    public var from: Int
    /// The level that it stands for.
    public var to: Int
    /// Its line in the file, counted from 1.
    public var line: Int
  }

  /// Who gets a compilation that together says more than each portion alone.
  public struct Compilation: Sendable {
    /// Audiences named in `release-to`.
    public var releaseTo: [String] = []
  }

  // MARK: Administrative fields, released where the document is

  /// The briefing's id.
  public var id = ""
  /// Its kind, one of the policy's.
  public var kind = ""
  /// Its language code.
  public var language = ""
  /// Whether it is published.
  public var status = Status.draft
  /// The day of issue.
  public var issued = Day(ordinal: 0)
  /// The last day on which it is current.
  public var expires: Day?

  // MARK: Administrative fields that reach no edition

  /// The classification in force, after downgrades.
  public var classification: Label
  /// The classification as written.
  public var writtenClassification: Label
  /// Its downgrades, those to come too, as they are written.
  public var downgrades: [Downgrade] = []
  /// The level in force by written level, where a downgrade has changed it.
  public var downgraded: [Int: Int] = [:]
  /// The label of what carries no mark, where the front matter declares one.
  public var unmarked: Label?
  /// Who gets it as a whole, where it is a compilation.
  public var compilation: Compilation?
  /// Audiences that the briefing is for; nil for all.
  public var audiences: [String]?
  /// The first day for all audiences.
  public var embargo: Day?
  /// The first day for some audiences, by their ids.
  public var embargoes: [String: Day] = [:]

  /// The line of each key of the first level, counted from 1.
  public var lines: [String: Int] = [:]

  /// A place to speak of a field: the line of the first of `keys` that is there; else the first.
  public func line(of keys: String...) -> Int {
    keys.lazy.compactMap { lines[$0] }.first ?? 1
  }

  // MARK: Fields with labels

  /// Its title.
  public var title: Field<InlineText>?
  /// What it says, in short.
  public var summary: Field<InlineText>?
  /// The threat in fields.
  public var threat = ThreatFields()
  /// Ids of what is threatened.
  public var interests: [Portion<String>] = []
  /// What makes it possible.
  public var vulnerabilities: [Portion<InlineText>] = []
  /// Ids of topics.
  public var topics: [Portion<String>] = []
  /// Ids of sectors.
  public var sectors: [Portion<String>] = []
  /// Ids of regions.
  public var regions: [Portion<String>] = []
  /// Key judgements.
  public var judgements: [JudgementFields] = []
  /// What each audience can do.
  public var advice: [AdviceFields] = []
  /// Sources.
  public var sources: [SourceFields] = []
  /// Ids of related briefings.
  public var related: [Portion<String>] = []
  /// The id of the briefing that it supersedes.
  public var supersedes: Field<String>?
  /// The notice of a withdrawn briefing.
  public var withdrawal = WithdrawalFields()
  /// What changed, and when.
  public var revisions: [RevisionFields] = []
  /// Of what it is a translation.
  public var translation = TranslationFields()
  /// Where to reach the desk.
  public var contact: Field<InlineText>?
  /// In a released publication: the banner for display.
  public var banner: String?
}

/// `threat:`.
public struct ThreatFields: Sendable {
  /// Id of a value of the scale `threat-level`.
  public var level: Field<String>?
  /// Who.
  public var actor: Field<InlineText>?
  /// What they want.
  public var intent: Field<InlineText>?
  /// What they can.
  public var capability: Field<InlineText>?
  /// Id of a value of the scale `likelihood`.
  public var likelihood: Field<String>?
  /// Id of a value of the scale `confidence`.
  public var confidence: Field<String>?
  /// Id of a value of the scale `impact`.
  public var impact: Field<String>?
  /// How far ahead it looks.
  public var horizon: Field<InlineText>?
}

/// An element of `judgements:`.
public struct JudgementFields: Sendable {
  /// The briefing's id.
  public var id: String?
  /// The judgement.
  public var text: Field<InlineText>?
  /// Id of a value of the scale `likelihood`.
  public var likelihood: Field<String>?
  /// Id of a value of the scale `confidence`.
  public var confidence: Field<String>?
  /// Sources.
  public var sources: [Portion<String>] = []
  /// The likelihood that it had before.
  public var changedFrom: Field<String>?
  /// Why it changed.
  public var changedBecause: Field<InlineText>?
  /// Its line in the file, counted from 1.
  public var line = 0
}

/// An element of `advice:`.
public struct AdviceFields: Sendable {
  /// The audiences that it is for; nil for all.
  public var audiences: [String]?
  /// What to do.
  public var action: Field<InlineText>?
  /// `now`, `this-week` or `later`.
  public var when: Field<String>?
  /// Who does it.
  public var by: Field<InlineText>?
  /// On what ground.
  public var basis: Field<InlineText>?
  /// Key judgements.
  public var judgements: [Portion<String>] = []
  /// Its line in the file, counted from 1.
  public var line = 0
}

/// An element of `sources:`.
public struct SourceFields: Sendable {
  /// The briefing's id.
  public var id: String?
  /// Its kind, one of the policy's.
  public var kind: Field<String>?
  /// Reliability and credibility.
  public var grade: Field<String>?
  /// What it is.
  public var description: Field<InlineText>?
  /// Its line in the file, counted from 1.
  public var line = 0
}

/// `withdrawal:`.
public struct WithdrawalFields: Sendable {
  /// When.
  public var date: Field<Day>?
  /// Why.
  public var reason: Field<InlineText>?
  /// What to do.
  public var action: Field<InlineText>?
  /// Whether the mapping is there at all.
  public var isGiven = false
}

/// An element of `revisions:`; date and kind of change go with the note.
public struct RevisionFields: Sendable {
  /// When.
  public var date: Field<Day>?
  /// What changed.
  public var note: Field<InlineText>?
  /// `substantial` or `minor`.
  public var change: Field<String>?
  /// Its line in the file, counted from 1.
  public var line = 0
}

/// `translation:`.
public struct TranslationFields: Sendable {
  /// The source language.
  public var of: Field<String>?
  /// The date of the source's version that it follows.
  public var revision: Field<Day>?
}
