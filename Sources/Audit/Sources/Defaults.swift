/// The labels of what has no mark of its own.
struct Defaults: Sendable {
  /// A marked heading, whose section has its label.
  struct Section: Sendable {
    var depth: Int
    var label: Int?
  }

  /// The document's `unmarked:`, if it has one.
  var unmarked: Int?
  /// The document's `classification:`.
  var classification: Int

  /// The label of an unmarked portion: that of the innermost labelled thing around it, or
  /// `unmarked` joined with the headings above it, or `classification`.
  func label(at stand: Stand, in sections: [Section], _ labels: inout LabelBook) -> Int {
    if let label = stand.label { return label }
    guard let unmarked else { return classification }
    return sections.compactMap(\.label).reduce(unmarked) { labels.join($0, $1) }
  }
}
