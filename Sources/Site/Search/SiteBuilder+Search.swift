public import Search

extension SiteBuilder {
  /// The files of the search index, for each language those of its briefings; none where the site
  /// has no search.
  ///
  /// - Parameters:
  ///   - units: what all the site's units gave.
  ///   - crew: whose threads the work is done on.
  public func searchIndex(of units: [RenderedUnit], on crew: some Crew = Alone()) -> [Page] {
    guard press.options.search else { return [] }
    let found = Dictionary(grouping: units.compactMap(\.found), by: \.language)
    return press.shelves.flatMap { shelf in
      let folder = SearchPage.folder(shelf.language)
      let index = SearchIndex(
        (found[shelf.language] ?? []).map(\.document), in: SearchLanguage(shelf.language),
        filters: SearchPage.filters)
      return index.files(on: crew).map { Page(path: folder + $0.name, bytes: $0.bytes) }
    }
  }
}
