public import Edition
public import Search
public import Template

/// Makes the site of one edition.
///
/// A site falls into units that do not depend on each other: the caller may render them in any order
/// and on any thread, and gets the same bytes. Every byte comes from the edition, the theme and the
/// options; no clock, locale or file is asked.
public struct SiteBuilder: Sendable {
  let press: Press
  private let units: [Unit]
  private let releasedMarkdown: @Sendable (Briefing) -> [UInt8]

  /// Prepares what the pages of a site share.
  ///
  /// - Parameters:
  ///   - earlier: the builder of the edition before a change, with the same theme and options. What
  ///     the change does not touch is taken from it; the pages are the same with it and without.
  ///   - crew: the threads that prepare it.
  ///   - releasedMarkdown: gives the released Markdown of a briefing, which is published beside its
  ///     page as `index.md`.
  public init(
    edition: Edition, theme: Theme, options: SiteOptions = SiteOptions(),
    after earlier: SiteBuilder? = nil, on crew: some Crew = Alone(),
    releasedMarkdown: @escaping @Sendable (Briefing) -> [UInt8]
  ) {
    press = Press(edition, theme, options, after: earlier?.press, on: crew)
    units = Unit.all(of: press)
    self.releasedMarkdown = releasedMarkdown
  }

  /// How many units the site has.
  public var unitCount: Int { units.count }

  /// What the unit at `index` gives, counted from 0 to `unitCount`.
  public func render(unit index: Int) throws(TemplateFault) -> RenderedUnit {
    try render(units[index])
  }

  /// What a unit gives.
  func render(_ unit: Unit) throws(TemplateFault) -> RenderedUnit {
    guard case .briefing(let place) = unit else { return RenderedUnit(try pages(of: unit)) }
    return try briefing(press.library.entries[place])
  }

  private func pages(of unit: Unit) throws(TemplateFault) -> [Page] {
    switch unit {
    case .files: files
    case .root: try root()
    case .front(let shelf): try front(press.shelves[shelf])
    case .index(let shelf, let vocabulary):
      try IndexPage(press: press, shelf: press.shelves[shelf], vocabulary: vocabulary).pages()
    case .subject(let number, let vocabulary, let place):
      try subject(press.shelves[number], vocabulary, place)
    case .archive(let shelf):
      [try ArchivePage(press: press, shelf: press.shelves[shelf]).front()]
        + (try ChangesPage(press: press, shelf: press.shelves[shelf]).pages())
    case .year(let shelf, let place):
      try ArchivePage(press: press, shelf: press.shelves[shelf]).pages(ofYear: place)
    case .search(let shelf): try search(press.shelves[shelf])
    case .briefing(let place): try briefing(press.library.entries[place]).pages
    }
  }

  /// The page of a briefing; nil where the edition has no such briefing.
  public func page(of id: String, in language: String) throws(TemplateFault) -> Page? {
    let entry = press.library.entries.first {
      $0.briefing.id == id && $0.briefing.language == language
    }
    guard let entry else { return nil }
    return try briefing(entry).pages.first
  }

  /// All files of the site.
  public func pages() throws(TemplateFault) -> [Page] {
    var rendered: [RenderedUnit] = []
    for unit in units.indices { rendered.append(try render(unit: unit)) }
    return rendered.flatMap(\.pages) + searchIndex(of: rendered)
  }
}

// MARK: - Units

extension SiteBuilder {
  private var files: [Page] {
    let edition = press.library.edition
    let texts = ServerTexts(edition: edition, isPreview: press.options.drafts)
    let images = edition.assets.map { asset in
      Page(path: "assets/\(Address.pathPart(asset.name))", bytes: asset.bytes)
    }
    var pages = press.assets + images + [texts.robots]
    if let security = texts.security { pages.append(security) }
    if let base = edition.policy.audience.baseURL {
      pages.append(Sitemap.page(press.folders, baseURL: base))
    }
    return pages
  }

  private func root() throws(TemplateFault) -> [Page] {
    guard let shelf = press.shelves.first else { return [] }
    let first =
      press.shelves.count > 1
      ? try PlainPages(press: press).languages(shelf)
      : try HomePage(press: press, shelf: shelf).page(isRoot: true)
    return [first, try PlainPages(press: press).notFound(shelf)]
  }

  private func front(_ shelf: Shelf) throws(TemplateFault) -> [Page] {
    var pages = [
      try HomePage(press: press, shelf: shelf).page(),
      try AboutPage(press: press, shelf: shelf).page(),
    ]
    if press.library.edition.policy.audience.redaction == .mark {
      pages.append(try PlainPages(press: press).withheld(shelf))
    }
    return pages + HomePage(press: press, shelf: shelf).files
      + feeds(FeedItems(press.library, shelf))
  }

  private func subject(
    _ shelf: Shelf, _ vocabulary: Vocabulary, _ place: Int
  ) throws(TemplateFault) -> [Page] {
    let subject = shelf.subjects(of: vocabulary)[place]
    return try SubjectPage(press: press, shelf: shelf, subject: subject).pages()
      + feeds(FeedItems(press.library, shelf, of: subject))
  }

  private func feeds(_ feed: FeedItems?) -> [Page] {
    guard let feed else { return [] }
    return [
      AtomFeed(feed: feed, asOf: press.library.edition.asOf).page, JSONFeed(feed: feed).page,
    ]
  }

  private func search(_ shelf: Shelf) throws(TemplateFault) -> [Page] {
    let page = SearchPage(press: press, shelf: shelf)
    return [try page.page()] + [page.description].compactMap(\.self)
  }

  private func briefing(_ entry: Entry) throws(TemplateFault) -> RenderedUnit {
    guard let shelf = press.shelf(for: entry.briefing.language) else { return RenderedUnit([]) }
    let page = BriefingPage(press, entry, shelf)
    let pages =
      [
        try page.page(),
        Page(
          path: BriefingPage.folder(of: entry) + "index.md", bytes: releasedMarkdown(entry.briefing)
        ),
        BriefingData(library: press.library, entry: entry).page,
      ] + [page.file].compactMap(\.self)
    guard press.options.search else { return RenderedUnit(pages) }
    let texts = SearchText.texts(of: entry, page.document, press.library, shelf.words)
    let card = SearchCard(entry: entry, library: press.library, words: shelf.words)
    let words = WordBag(texts, in: SearchLanguage(entry.briefing.language))
    return RenderedUnit(pages, found: (entry.briefing.language, card.document(words)))
  }
}
