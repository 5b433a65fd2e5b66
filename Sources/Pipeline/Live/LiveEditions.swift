internal import Manuscript
internal import Release
internal import Site

/// The editions of one state of a publication, each made when a page of it is asked for.
final class LiveEditions: Sendable {
  /// An edition, or what it is to be made of.
  private struct Slot: Sendable {
    var edition: LiveEdition?
    /// What has changed since `edition`.
    var changes = LivePublication.Changes()
  }

  private let publication: Publication
  /// The publication's briefings by id.
  private let sources: [String: [SourceBriefing]]
  private let themes: ThemeFolder
  private let settings: Settings
  private let slots: Guarded<[String: Slot]>

  /// The editions of `publication`, which came about from that of `earlier` by `changes`.
  init(
    of publication: Publication, _ themes: ThemeFolder, _ settings: Settings,
    after earlier: LiveEditions?, _ changes: LivePublication.Changes
  ) {
    self.publication = publication
    sources = Dictionary(grouping: publication.briefings, by: \.front.id)
    self.themes = themes
    self.settings = settings
    let before = earlier?.slots.withLock { $0 } ?? [:]
    slots = Guarded(
      before.mapValues { slot in
        var slot = slot
        slot.changes.formUnion(changes)
        return slot
      })
  }

  /// What is in the edition for `audience`, looked up briefing by briefing.
  func index(for audience: Audience) -> EditionIndex {
    let door = publication.door(for: audience, drafts: settings.drafts)
    return EditionIndex { [sources] id in (sources[id] ?? []).compactMap(door.candidate) }
  }

  /// The pages of the edition for `audience`.
  func site(for audience: Audience) -> SiteBuilder {
    slots.withLock { slots in
      let slot = slots[audience.id]
      if let edition = slot?.edition, slot?.changes.isEmpty ?? false { return edition.site }
      let edition = LiveEdition(
        of: publication, sources, for: audience, theme: themes.theme(for: audience.id),
        settings: settings, after: slot?.edition, slot?.changes ?? LivePublication.Changes())
      slots[audience.id] = Slot(edition: edition)
      return edition.site
    }
  }
}
