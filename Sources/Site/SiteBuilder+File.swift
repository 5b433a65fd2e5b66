public import Template

extension SiteBuilder {
  /// The file at `path`, byte for byte as in all files; nil where the site has none. Only the unit
  /// that it is part of is rendered; a file of the search index takes all briefings of its language.
  public func file(at path: String) throws(TemplateFault) -> Page? {
    guard let unit = Unit.holding(path, of: press) else { return nil }
    if let page = try render(unit).pages.first(where: { $0.path == path }) { return page }
    guard case .search(let number) = unit else { return nil }
    var briefings: [RenderedUnit] = []
    for (place, entry) in press.library.entries.enumerated()
    where entry.briefing.language == press.shelves[number].language {
      briefings.append(try render(.briefing(place)))
    }
    return searchIndex(of: briefings).first { $0.path == path }
  }

  /// The languages of the site with their own names, in their order.
  public var languages: [(code: String, name: String)] {
    press.shelves.map { ($0.language, press.name(of: $0.language)) }
  }
}

extension Unit {
  /// The unit that a file at `path` would be part of.
  fileprivate static func holding(_ path: String, of press: Press) -> Unit? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 1, parts[0].hasSuffix(".html") { return .root }
    let number = press.shelves.firstIndex { Address.pathPart($0.language) == parts[0] }
    guard let number, parts.count > 1 else { return .files }
    let shelf = press.shelves[number]
    guard parts.count > 2 else { return .front(shelf: number) }
    switch parts[1] {
    case "briefings":
      return press.library.entries.firstIndex {
        $0.slug == parts[2] && $0.briefing.language == shelf.language
      }.map { .briefing($0) }
    case "search": return press.options.search ? .search(shelf: number) : nil
    case "changes": return .archive(shelf: number)
    case "archive":
      guard parts.count > 3 else { return .archive(shelf: number) }
      return shelf.years.firstIndex { String($0.year) == parts[2] }
        .map { .year(shelf: number, $0) }
    default:
      guard let vocabulary = Vocabulary(rawValue: String(parts[1])) else {
        return .front(shelf: number)
      }
      let subjects = shelf.subjects(of: vocabulary)
      guard parts.count > 3 else {
        return subjects.isEmpty ? nil : .index(shelf: number, vocabulary)
      }
      return subjects.firstIndex { Address.pathPart($0.term.id) == parts[2] }
        .map { .subject(shelf: number, vocabulary, $0) }
    }
  }
}
