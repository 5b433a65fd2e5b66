/// What the author's view shows of a briefing: its full text, the mark of each portion in the
/// margin, and what each audience gets of it. Plain texts: nothing here decides anything.
public struct AuthorPage: Hashable, Sendable {
  /// The briefing's path in the publication.
  public var path: String
  /// What it is: id, language, status, downgrades in force.
  public var summary: String
  /// Its classification, which the page carries as its banner.
  public var banner: Mark
  /// The audiences.
  public var audiences: [Audience]
  /// The portions, by line.
  public var portions: [Portion]

  /// A page of these parts.
  public init(
    path: String, summary: String, banner: Mark, audiences: [Audience], portions: [Portion]
  ) {
    self.path = path
    self.summary = summary
    self.banner = banner
    self.audiences = audiences
    self.portions = portions
  }

  /// A label as it is shown.
  public struct Mark: Hashable, Sendable {
    /// The label, such as `S//BRAVO`.
    public var text: String
    /// The place of its level on the ladder, from 0; nil where it is on none.
    public var level: Int?

    /// A mark.
    public init(_ text: String, level: Int?) {
      self.text = text
      self.level = level
    }
  }

  /// An audience.
  public struct Audience: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// The path of the briefing in its edition; nil where it is not there.
    public var page: String?
    /// What it gets of the briefing as a whole, in a few words.
    public var note: String

    /// An audience.
    public init(_ name: String, page: String?, note: String) {
      self.name = name
      self.page = page
      self.note = note
    }
  }

  /// A portion.
  public struct Portion: Hashable, Sendable {
    /// Its line in the file, counted from 1.
    public var line: Int
    /// What it is: `paragraph`, `threat.actor`.
    public var name: String
    /// Its label.
    public var mark: Mark
    /// The rule that gave the label.
    public var rule: String
    /// Its text at full classification.
    public var text: String
    /// What each audience gets, in their order.
    public var outcomes: [Outcome]
    /// The marked spans in it.
    public var spans: [Span]

    /// A portion.
    public init(
      line: Int, name: String, mark: Mark, rule: String, text: String, outcomes: [Outcome],
      spans: [Span]
    ) {
      self.line = line
      self.name = name
      self.mark = mark
      self.rule = rule
      self.text = text
      self.outcomes = outcomes
      self.spans = spans
    }
  }

  /// What an audience gets of a portion.
  public struct Outcome: Hashable, Sendable {
    /// How much of it.
    public enum Kind: String, Hashable, Sendable {
      case reads, substitute, partly, version, token, nothing
    }

    /// How much of it.
    public var kind: Kind
    /// The same in a word or two.
    public var word: String
    /// What it reads instead, or why it does not read it; empty where there is no more to say.
    public var detail: String

    /// An outcome.
    public init(_ kind: Kind, word: String, detail: String) {
      self.kind = kind
      self.word = word
      self.detail = detail
    }
  }

  /// A marked span in a text.
  public struct Span: Hashable, Sendable {
    /// Its label.
    public var mark: Mark
    /// What it marks.
    public var text: String
    /// What others read instead.
    public var substitute: String?

    /// A span.
    public init(mark: Mark, text: String, substitute: String?) {
      self.mark = mark
      self.text = text
      self.substitute = substitute
    }
  }
}
