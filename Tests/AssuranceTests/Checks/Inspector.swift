import Audit
import BuiltIn
import Diagnostics
import Edition

/// Audits editions of random publications, in memory.
struct Inspector {
  private struct Alone: AuditCrew {
    func map<Element: Sendable, Result: Sendable>(
      _ elements: [Element], _ work: @Sendable (Element) -> Result
    ) -> [Result] { elements.map(work) }
  }

  /// What the audit finds in the pages made of `editions`, by audience, of this publication.
  static func findings(
    in editions: [(reader: String, edition: Edition)], of files: Files
  ) throws -> [Diagnostic] {
    let theme = BuiltInTheme.files.map { (path: $0.key, bytes: $0.value) }
      .sorted { $0.path < $1.path }
    let all = Dictionary(
      files.all.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    let sources = AuditSources(
      policy: files.policy, paths: Array(files.briefings.keys),
      themes: Dictionary(uniqueKeysWithValues: editions.map { ($0.reader, theme) })
    ) { all[$0] }
    let built = try editions.map { reader, edition in
      let pages = try Reading.pages(edition)
      return AuditedEdition(audience: reader, paths: Array(pages.keys)) { pages[$0] }
    }
    return Auditor(sources, asOf: World.date(World.today))
      .findings(in: built, isWhole: true, on: Alone())
  }
}
