internal import Marking

/// A text's mark, and those within it, as translations are compared by.
struct MarkedText: Sendable {
  /// What the text is.
  var kind: Passage.Kind
  /// Its label.
  var label: Label
  /// The labels of its inline marks.
  var spans: Set<Label>
  /// Its line in the file, counted from 1.
  var line: Int

  /// Those of a briefing; revisions are each language's own.
  static func texts(in paper: Paper) -> [MarkedText] {
    paper.passages.compactMap { passage in
      if passage.kind == .revision { return nil }
      return MarkedText(
        kind: passage.kind, label: passage.label,
        spans: passage.text.hasMarks ? Set(passage.text.labels(within: passage.label)) : [],
        line: passage.line)
    }
  }
}
