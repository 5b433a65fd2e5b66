import BuiltIn
import Diagnostics
import Edition

@testable import Audit

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
    try findings(in: editions.map { ($0, try Reading.pages($1)) }, of: files)
  }

  /// What the audit finds in these files, by audience, of this publication.
  ///
  /// - Parameter sharing: whether what stands in several files is looked through once, and texts are
  ///   kept that are needed twice.
  static func findings(
    in editions: [(reader: String, pages: [String: [UInt8]])], of files: Files,
    sharing: Bool = true
  ) throws -> [Diagnostic] {
    let theme = BuiltInTheme.files.map { (path: $0.key, bytes: $0.value) }
      .sorted { $0.path < $1.path }
    let all = Dictionary(
      files.all.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    let sources = AuditSources(
      policy: files.policy, paths: Array(files.briefings.keys),
      themes: Dictionary(uniqueKeysWithValues: editions.map { ($0.reader, theme) })
    ) { all[$0].map(AuditedSource.read) ?? .missing }
    let built = editions.map { reader, pages in
      AuditedEdition(audience: reader, paths: Array(pages.keys)) { pages[$0] }
    }
    var auditor = Auditor(sources, asOf: World.date(World.today))
    if !sharing { (auditor.sharing, auditor.keeping) = (1, 0) }
    return auditor.findings(in: built, isWhole: true, on: Alone())
  }
}
