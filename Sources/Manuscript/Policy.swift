public import Edition
public import Marking

/// What `publication.yml` says: who publishes, for whom, and with which words.
public struct Policy: Sendable {
  /// How many audiences there can be: as many as the rules of `check` tell apart.
  public static let mostAudiences = 64

  /// The publication's title.
  public var title = Names("")
  /// Who publishes.
  public var publisher = Publisher(name: Names(""))
  /// Language codes, the default first.
  public var languages: [String] = []
  /// The marks.
  public var scheme = MarkingScheme(levels: [])
  /// Levels, lowest first, in the scheme's order.
  public var levels: [NamedMark] = []
  /// Compartments in the scheme's order.
  public var compartments: [NamedMark] = []
  /// Groups in the scheme's order.
  public var groups: [NamedMark] = []
  /// Grounds on which text is withheld.
  public var grounds: [Term] = []
  /// Audiences in the policy's order.
  public var audiences: [Audience] = []
  /// Scales by id.
  public var scales: [String: Scale] = [:]
  /// Vocabularies by the policy's key: `topics`, `sectors`, `regions`, `interests`.
  public var vocabularies: [String: [Term]] = [:]
  /// Kinds of briefing.
  public var kinds = ["assessment", "advisory", "alert", "bulletin"]
  /// From this value of the scale `threat-level` on, each audience has to find advice.
  public var adviceContract: String?
  /// Texts that may stand in parentheses at the start of a block.
  public var words: Set<String> = []
  /// What the policy says of single rules of `check`.
  public var checks: [CheckSetting] = []
  /// In a released publication: the audience that it was released to.
  public var released: String?

  /// An empty policy.
  public init() {}

  /// The audience called `id`.
  public func audience(_ id: String) -> Audience? { audiences.first { $0.id == id } }
}

/// An entry of `checks:`: how much findings of one rule weigh.
public struct CheckSetting: Sendable {
  /// What is made of the rule's findings.
  public enum Weight: String, Sendable, CaseIterable { case off, note, warning }

  /// The rule's code.
  public var code: String
  /// What is made of its findings.
  public var weight: Weight
  /// Its line in the policy, counted from 1.
  public var line: Int
}

/// A kind of reader, and how its edition is made.
public struct Audience: Sendable {
  /// Its id, also the name of its folder.
  public var id: String
  /// Its name.
  public var name: Names
  /// What it may know.
  public var clearance: Clearance
  /// How withheld portions show.
  public var redaction: EditionAudience.Redaction
  /// Whether a withheld span is a token in its sentence, instead of taking the portion with it.
  public var inlineTokens: Bool
  /// Whether portions carry their marks.
  public var showsMarks: Bool
  /// Absolute address of the edition.
  public var baseURL: String?
}
