import Edition
import Template

/// All briefings by year of issue: a page that leads to the years, and for each year its list, which
/// plain links narrow down to one kind.
struct ArchivePage {
  /// How many of the newest the first page shows.
  private static let newest = 20
  /// As many links of a filter stand open; more than these are folded up.
  static let fewLinks = 8

  let press: Press
  let shelf: Shelf

  private var words: Words { shelf.words }

  /// The page that leads to the years and shows the newest.
  func front() throws(TemplateFault) -> Page {
    var frame = frame("archive/", title: words["archive"])
    frame.description = words["archiveLead"]
    let newest = shelf.years.first
    let shown = (newest?.entries ?? []).prefix(ArchivePage.newest)
    frame.labels = labels(shown)
    return try press.page(
      "archive", frame,
      [
        "lead": .text(words["archiveLead"]),
        "filters": .list([years(here: nil)].compactMap(\.self)),
        "months": .list(months(shown)),
        "year": newest.map { .text(String($0.year)) } ?? .none,
        "all": newest.map { .text("archive/\($0.year)/") } ?? .none,
        "pages": .list([]),
      ])
  }

  /// All pages of the `index`th of the shelf's years.
  func pages(ofYear index: Int) throws(TemplateFault) -> [Page] {
    let lists = shelf.archiveLists(ofYear: index, kinds: press.library.edition.policy.kinds)
    var pages: [Page] = []
    for list in lists {
      let filters = [years(here: list.year), kinds(lists, here: list)].compactMap(\.self)
      for number in 1...list.paging.count {
        pages.append(try page(number, of: list, filters))
      }
    }
    return pages
  }

  private func page(
    _ number: Int, of list: ArchiveList, _ filters: [Value]
  ) throws(TemplateFault) -> Page {
    let paging = list.paging
    let ofYear = words.fill("archiveOf", ["year": String(list.year)])
    let name = list.kind.map { "\(ofYear): \(words.name(of: $0, in: "kind"))" } ?? ofYear
    var frame = frame(
      paging.folder(of: number), title: paging.title(name, page: number, words))
    frame.description = frame.title
    frame.crumbs = [Frame.Crumb(name: words["archive"], path: "archive/")]
    if list.kind != nil || number > 1 {
      frame.crumbs.append(Frame.Crumb(name: ofYear, path: "archive/\(list.year)/"))
    }
    let shown = list.entries[paging.range(of: number)]
    frame.labels = labels(shown)
    return try press.page(
      "archive", frame,
      [
        "lead": .text(words.count("briefings", list.entries.count)),
        "filters": .list(filters),
        "months": .list(months(shown)),
        "year": .text(String(list.year)),
        "all": .none,
        "pages": .list(paging.links(from: number)),
      ])
  }

  private func frame(_ folder: String, title: String) -> Frame {
    var frame = Frame(
      language: shelf.language, path: "\(Address.pathPart(shelf.language))/\(folder)", title: title)
    frame.versions = press.versions { "\($0)/\(folder)" }
    frame.section = "archive"
    return frame
  }

  private func labels(_ entries: ArraySlice<Int>) -> [String] {
    entries.map { shelf.entries[$0].briefing.banner }
  }

  /// Briefings in the order of their issue, cut into months.
  private func months(_ entries: ArraySlice<Int>) -> [Value] {
    var months: [(name: String, cards: [Value])] = []
    for place in entries {
      let name = words.month(shelf.entries[place].briefing.issued)
      if months.last?.name != name { months.append((name, [])) }
      months[months.count - 1].cards.append(shelf.cards[place])
    }
    return months.map { .record(["name": .text($0.name), "cards": .list($0.cards)]) }
  }
}

// MARK: - Filters

extension ArchivePage {
  private func years(here: Int?) -> Value? {
    filter(
      words["years"],
      shelf.years.map { year, entries in
        (String(year), "archive/\(year)/", entries.count, year == here)
      })
  }

  private func kinds(_ lists: [ArchiveList], here: ArchiveList) -> Value? {
    guard lists.count > 1 else { return nil }
    return filter(
      words["kinds"],
      lists.map { list in
        let name = list.kind.map { words.name(of: $0, in: "kind") } ?? words["allKinds"]
        return (name, list.paging.folder, list.entries.count, list.kind == here.kind)
      })
  }

  /// The fields of a row of the partial `filters`; nil where there is nothing to choose from.
  private func filter(
    _ name: String, _ links: [(name: String, path: String, count: Int, isThis: Bool)]
  ) -> Value? {
    guard !links.isEmpty else { return nil }
    return .record([
      "name": .text(name),
      "isLong": .flag(links.count > ArchivePage.fewLinks),
      "links": .list(
        links.map { link in
          .record([
            "name": .text(link.name), "path": .text(link.path),
            "count": .text(words.count("briefings", link.count)),
            "isThis": .flag(link.isThis),
          ])
        }),
    ])
  }
}
