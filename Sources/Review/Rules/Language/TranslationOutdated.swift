internal import Diagnostics
internal import Manuscript

/// A translation of a version of its original that has been revised since.
struct TranslationOutdated: Rule {
  let about = RuleDescription(
    code: "translation/outdated", severity: .warning,
    summary: "a translation that is older than its original")

  func review(_ library: Library, _ report: inout Report) {
    for pair in library.pairs {
      let front = pair.translation.front
      guard let follows = front.translation.revision?.versions.first else { continue }
      let original = pair.original.front
      let revised = original.revisions.flatMap { $0.date?.versions.map(\.value) ?? [] }.max()
      guard let revised = [original.issued, revised].compactMap(\.self).max(),
        follows.value < revised
      else { continue }
      report.add(
        at: Place(pair.translation.path, line: follows.line),
        "a translation of the version of \(follows.value); \(pair.original.path) was revised on "
          + "\(revised)",
        help: "bring it up to date, then change the date")
    }
  }
}
