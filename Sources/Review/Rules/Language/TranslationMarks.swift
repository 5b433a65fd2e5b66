internal import Diagnostics
internal import Manuscript
internal import Marking

/// A translation that is marked otherwise than its original: one of the two shows too much.
struct TranslationMarks: Rule {
  let about = RuleDescription(
    code: "translation/marks", severity: .warning,
    summary: "a translation with other marks than its original", guardsVisibility: true)

  func review(_ library: Library, _ report: inout Report) {
    for pair in library.pairs {
      let one = library.marks[pair.original.path] ?? []
      let other = library.marks[pair.translation.path] ?? []
      guard let line = firstDifference(one, other, pair.translation) else { continue }
      report.add(
        at: Place(pair.translation.path, line: line),
        "marks that differ from those of \(pair.original.path), of which this is a translation",
        help: "mark both the same, portion by portion")
    }
  }

  /// Where the same texts follow each other: the first with another mark. Where a translator made
  /// other paragraphs: the first with a mark that the original does not have, or has and it lacks.
  private func firstDifference(
    _ one: [MarkedText], _ other: [MarkedText], _ translation: SourceBriefing
  ) -> Int? {
    if one.map(\.kind) == other.map(\.kind) {
      return zip(one, other).first {
        $0.label != $1.label || $0.spans != $1.spans
      }?.1.line
    }
    for (kind, key) in [(Passage.Kind.title, "title"), (.summary, "summary")] {
      let given = one.filter { $0.kind == kind }
      let versions = other.filter { $0.kind == kind }
      if given.count != versions.count { return translation.front.line(of: key, "translation") }
      if let pair = zip(given, versions).first(where: { $0.label != $1.label }) {
        return pair.1.line
      }
    }
    let known = Set(one.flatMap { [$0.label] + $0.spans })
    if let line = other.first(where: { !known.contains($0.label) })?.line { return line }
    let present = Set(other.flatMap { [$0.label] + $0.spans })
    return known.isSubset(of: present)
      ? nil : translation.front.line(of: "translation", "classification")
  }
}
