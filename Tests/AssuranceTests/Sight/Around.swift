/// What stands around a portion, as far as its label depends on it (section 2 of the marking
/// language).
struct Around {
  /// The label of the innermost labelled thing, with all around it joined in.
  var enclosing: Mark?
  /// Whether that is the default of something without a mark.
  var enclosesByDefault = false
  /// Marks of the headings in whose sections the scope stands.
  var outer: [Mark] = []
  /// Headings above, in this scope.
  var sections: [(level: Int, mark: Mark?)] = []

  /// The surroundings within something labelled, by a mark of its own or not.
  func inside(_ label: Mark, isMarked: Bool = true) -> Around {
    Around(
      enclosing: label,
      enclosesByDefault: !isMarked && (enclosing == nil || enclosesByDefault))
  }

  /// The surroundings within something that has a scope and no label.
  var inNewScope: Around {
    Around(
      enclosing: enclosing, enclosesByDefault: enclosesByDefault,
      outer: outer + sections.compactMap(\.mark))
  }

  /// Comes to a heading, which ends the sections of its own level and below.
  mutating func leaveSections(of level: Int) { sections.removeAll { $0.level >= level } }

  /// Goes on below a heading.
  mutating func pass(heading level: Int, mark: Mark?) { sections.append((level, mark)) }
}
