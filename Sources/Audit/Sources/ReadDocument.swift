internal import Calendar

/// A briefing as the audit reads it.
struct ReadDocument: Sendable {
  /// Its path in the publication.
  var path: String
  var id: String = ""
  /// `draft`, `published` or `withdrawn`.
  var status: String = ""
  /// Positions of the audiences it is for; nil is all.
  var audiences: Set<Int>?
  /// Not before this day, for anybody.
  var embargo: Day?
  /// Not before this day, by position of the audience.
  var embargoes: [Int: Day] = [:]
  /// Whom a compilation is released to beside those cleared for the classification; nil where the
  /// document is no compilation.
  var releaseTo: Set<Int>?
  /// Number of the label of the whole.
  var classification = 0
  var labels: LabelBook
  /// Fields and body.
  var passages: [Passage] = []
  /// Shown wherever the document is: administrative fields.
  var plain: [SourceText] = []
  /// Shown nowhere: remarks, comments, names of files.
  var hidden: [SourceText] = []
  /// Values of vocabularies: which one, the passage that says it, the id.
  var uses: [(vocabulary: String, passage: Int, id: String)] = []
}
