internal import Edition
internal import Manuscript
internal import Release
internal import Site

/// An audience's edition that is made again after a change, only as far as the change reaches.
struct LiveEdition: Sendable {
  /// A briefing that is in the edition.
  private struct Passage: Sendable {
    var released: Released
    /// The ids that the door asked about for it: as long as the briefings of these ids stay as they
    /// are, so does this.
    var asked: Set<String>
  }

  /// Gives the pages of the edition.
  let site: SiteBuilder
  private let passages: [String: Passage]

  /// The edition of `audience`.
  ///
  /// - Parameters:
  ///   - sources: the publication's briefings by id.
  ///   - earlier: the edition before `changes`; nil where everything is to be made anew.
  init(
    of publication: Publication, _ sources: [String: [SourceBriefing]], for audience: Audience,
    theme: Theme, settings: Settings, after earlier: LiveEdition?,
    _ changes: LivePublication.Changes
  ) {
    let door = publication.door(for: audience, drafts: settings.drafts)
    let parallel = Parallel(jobs: settings.jobs)
    if let earlier, !changes.isWhole {
      passages = LiveEdition.passages(
        earlier.passages, changes.briefings, publication, sources, door, parallel)
    } else {
      let candidates = parallel.map(publication.briefings) { door.candidate($0) }
        .compactMap(\.self)
      let versions = Dictionary(grouping: candidates, by: \.id)
      passages = LiveEdition.released(candidates, door, parallel) { versions[$0] ?? [] }
    }
    site = SiteBuilder(
      edition: door.edition(of: passages.values.map(\.released)), theme: theme,
      options: SiteOptions(drafts: settings.drafts),
      after: changes.isWhole || changes.isTheme ? nil : earlier?.site,
      releasedMarkdown: ReleasedMarkdown.file)
  }

  /// What goes through the door, by path. A briefing goes through anew where it has changed, and
  /// where the door asked about one that has changed, is new or is gone.
  private static func passages(
    _ before: [String: Passage], _ changes: Set<String>, _ publication: Publication,
    _ sources: [String: [SourceBriefing]], _ door: Door, _ parallel: Parallel
  ) -> [String: Passage] {
    let changed = publication.briefings.filter { changes.contains($0.path) }
    let candidates = parallel.map(changed) { door.candidate($0) }.compactMap(\.self)
    let ids = Set(
      candidates.map(\.id) + changes.compactMap { before[$0]?.released.briefing.id })
    let asking = Set(
      before.lazy.filter { !changes.contains($0.key) && !$0.value.asked.isDisjoint(with: ids) }
        .map(\.key))
    let again = publication.briefings.filter { asking.contains($0.path) }
    let all = candidates + parallel.map(again) { door.candidate($0) }.compactMap(\.self)
    var passages = before
    for path in changes { passages[path] = nil }
    let released = LiveEdition.released(all, door, parallel) { id in
      (sources[id] ?? []).compactMap(door.candidate)
    }
    passages.merge(released) { _, now in now }
    return passages
  }

  /// Settles the links of these candidates, and notes what the door asks for that.
  private static func released(
    _ candidates: [Candidate], _ door: Door, _ parallel: Parallel,
    versions: @escaping @Sendable (String) -> [Candidate]
  ) -> [String: Passage] {
    let passages = parallel.map(candidates) { candidate in
      // A change of another language's version can matter too, asked about or not.
      let asked = Guarded<Set<String>>([candidate.id])
      let index = EditionIndex { id in
        asked.withLock { _ = $0.insert(id) }
        return versions(id)
      }
      let released = door.release(candidate, among: index)
      return Passage(released: released, asked: asked.withLock { $0 })
    }
    return Dictionary(
      zip(candidates.map(\.path), passages), uniquingKeysWith: { first, _ in first })
  }
}
