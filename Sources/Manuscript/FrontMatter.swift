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

  /// Who gets a compilation that together says more than each portion alone.
  public struct Compilation: Sendable {
    /// Audiences named in `release-to`.
    public var releaseTo: [String] = []
  }

  // Administrative fields, released where the document is.
  public var id = ""
  public var kind = ""
  public var language = ""
  public var status = Status.draft
  public var issued = Day(ordinal: 0)
  public var expires: Day?

  // Administrative fields that reach no edition.
  /// The classification in force; `writtenClassification` is the one written.
  public var classification: Label
  public var writtenClassification: Label
  public var unmarked: Label?
  public var compilation: Compilation?
  /// Audiences that the briefing is for; nil for all.
  public var audiences: [String]?
  /// The first day for all audiences, and for some.
  public var embargo: Day?
  public var embargoes: [String: Day] = [:]

  // Fields with labels.
  public var title: Field<InlineText>?
  public var summary: Field<InlineText>?
  public var threat = ThreatFields()
  public var interests: [Portion<String>] = []
  public var vulnerabilities: [Portion<InlineText>] = []
  public var topics: [Portion<String>] = []
  public var sectors: [Portion<String>] = []
  public var regions: [Portion<String>] = []
  public var judgements: [JudgementFields] = []
  public var advice: [AdviceFields] = []
  public var sources: [SourceFields] = []
  public var related: [Portion<String>] = []
  public var supersedes: Field<String>?
  public var withdrawal = WithdrawalFields()
  public var revisions: [RevisionFields] = []
  public var translation = TranslationFields()
  public var contact: Field<InlineText>?
  /// In a released publication: the banner for display.
  public var banner: String?
}

/// `threat:`.
public struct ThreatFields: Sendable {
  public var level: Field<String>?
  public var actor: Field<InlineText>?
  public var intent: Field<InlineText>?
  public var capability: Field<InlineText>?
  public var likelihood: Field<String>?
  public var confidence: Field<String>?
  public var impact: Field<String>?
  public var horizon: Field<InlineText>?
}

/// An element of `judgements:`.
public struct JudgementFields: Sendable {
  public var id: String?
  public var text: Field<InlineText>?
  public var likelihood: Field<String>?
  public var confidence: Field<String>?
  public var sources: [Portion<String>] = []
  public var changedFrom: Field<String>?
  public var changedBecause: Field<InlineText>?
  public var line = 0
}

/// An element of `advice:`.
public struct AdviceFields: Sendable {
  /// The audiences that it is for; nil for all.
  public var audiences: [String]?
  public var action: Field<InlineText>?
  public var when: Field<String>?
  public var by: Field<InlineText>?
  public var basis: Field<InlineText>?
  public var judgements: [Portion<String>] = []
  public var line = 0
}

/// An element of `sources:`.
public struct SourceFields: Sendable {
  public var id: String?
  public var kind: Field<String>?
  public var grade: Field<String>?
  public var description: Field<InlineText>?
}

/// `withdrawal:`.
public struct WithdrawalFields: Sendable {
  public var date: Field<Day>?
  public var reason: Field<InlineText>?
  public var action: Field<InlineText>?
  public var isGiven = false
}

/// An element of `revisions:`; date and kind of change go with the note.
public struct RevisionFields: Sendable {
  public var date: Field<Day>?
  public var note: Field<InlineText>?
  public var change: Field<String>?
  public var line = 0
}

/// `translation:`.
public struct TranslationFields: Sendable {
  public var of: Field<String>?
  public var revision: Field<Day>?
}
