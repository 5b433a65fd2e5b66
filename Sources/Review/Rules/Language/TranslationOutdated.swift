internal import Calendar
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
      guard let revised = latest(pair.original.front) else { continue }
      guard let follows = front.translation.revision?.versions.first else {
        // It may have a revision of its own that did the same.
        guard front.translation.of != nil, let own = latest(front), own < revised else { continue }
        report.add(
          at: Place(pair.translation.path, line: front.line(of: "translation")),
          "a translation that does not say which version it follows; \(pair.original.path) was "
            + "revised on \(revised)",
          help: "bring it up to date, then add 'revision: \(revised)'")
        continue
      }
      guard follows.value < revised
      else { continue }
      report.add(
        at: Place(pair.translation.path, line: follows.line),
        "a translation of the version of \(follows.value); \(pair.original.path) was revised on "
          + "\(revised)",
        help: "bring it up to date, then change the date")
    }
  }

  /// The day of a briefing's latest version.
  private func latest(_ front: FrontMatter) -> Day? {
    let revised = front.revisions.flatMap { $0.date?.versions.map(\.value) ?? [] }.max()
    return [front.issued, revised].compactMap(\.self).max()
  }
}
