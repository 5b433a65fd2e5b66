import Edition
import Template

/// What changed, newest first and by month: what a reader who was here before wants to know.
struct ChangesPage {
  /// How many changes are listed; what is older stands in the archive.
  private static let limit = 10 * Paging.size

  let press: Press
  let shelf: Shelf
  private let changes: ArraySlice<Change>
  private let paging: Paging

  private var words: Words { shelf.words }

  init(press: Press, shelf: Shelf) {
    self.press = press
    self.shelf = shelf
    changes = shelf.changes.prefix(ChangesPage.limit)
    paging = ChangesPage.paging(shelf)
  }

  /// How the changes of `shelf` are cut into pages.
  static func paging(_ shelf: Shelf) -> Paging {
    Paging(folder: "changes/", total: min(limit, shelf.changes.count))
  }

  /// All pages.
  func pages() throws(TemplateFault) -> [Page] {
    let months = months
    var pages: [Page] = []
    for number in 1...paging.count { pages.append(try page(number, months)) }
    return pages
  }

  private func page(_ number: Int, _ months: Value) throws(TemplateFault) -> Page {
    var frame = Frame(
      language: shelf.language,
      path: "\(Address.pathPart(shelf.language))/\(paging.folder(of: number))",
      title: paging.title(words["changesTitle"], page: number, words))
    frame.description = words["changesLead"]
    let shown = changes[paging.range(of: number)]
    frame.labels = shown.map { shelf.entries[$0.place].briefing.banner }
    frame.versions = press.shelves.map { other in
      // The notes of one language may be more than those of another.
      let paging = ChangesPage.paging(other)
      return Frame.Version(
        language: other.language, name: press.name(of: other.language),
        path: Address.pathPart(other.language) + "/"
          + paging.folder(of: min(number, paging.count)))
    }
    if number > 1 {
      frame.crumbs = [Frame.Crumb(name: words["changesTitle"], path: paging.folder)]
    }
    frame.section = "changes"
    return try press.page(
      "changes", frame,
      [
        "lead": .text(words["changesLead"]),
        "filters": .list(shown.isEmpty ? [] : [months]),
        "months": .list(cut(shown)),
        "pages": .list(paging.links(from: number)),
      ])
  }

  /// Links to the months, each with how much changed in it.
  private var months: Value {
    var months: [(name: String, path: String, count: Int)] = []
    for (index, change) in changes.enumerated() {
      let name = words.month(change.day)
      if months.last?.name != name {
        let page = paging.folder(of: index / Paging.size + 1)
        months.append((name, "\(page)#\(ChangesPage.anchor(change))", 0))
      }
      months[months.count - 1].count += 1
    }
    return .record([
      "name": .text(words["byMonth"]),
      "isLong": .flag(months.count > ArchivePage.fewLinks),
      "links": .list(
        months.map { month in
          .record([
            "name": .text(month.name), "path": .text(month.path),
            "count": .text(words.count("changes", month.count)), "isThis": .flag(false),
          ])
        }),
    ])
  }

  private static func anchor(_ change: Change) -> String {
    "_\(change.day.description.prefix(7))"
  }

  private func cut(_ changes: ArraySlice<Change>) -> [Value] {
    let writer = FieldWriter(
      library: press.library, words: words,
      place: TextPlace(up: "", language: shelf.language), anchors: [])
    var months: [(name: String, anchor: String, changes: [Value])] = []
    for change in changes {
      let name = words.month(change.day)
      if months.last?.name != name { months.append((name, ChangesPage.anchor(change), [])) }
      months[months.count - 1].changes.append(value(change, writer))
    }
    return months.map {
      .record([
        "name": .text($0.name), "anchor": .text($0.anchor), "changes": .list($0.changes),
      ])
    }
  }

  /// The fields of the partial `change`.
  private func value(_ change: Change, _ writer: FieldWriter) -> Value {
    let language = shelf.entries[change.place].briefing.language
    var note = Value.none
    if case .revised(let revision) = change.what { note = writer.unlinked(revision.note) }
    return .record([
      "day": .text(words.date(change.day)),
      "dayISO": .text(change.day.description),
      "what": .text(words[key(change.what)]),
      "note": note,
      "noteLanguage": language == shelf.language ? .none : .text(language),
      "card": shelf.cards[change.place],
    ])
  }

  private func key(_ what: Change.What) -> String {
    switch what {
    case .issued(replaces: false): "change.new"
    case .issued(replaces: true): "change.replaces"
    case .revised(let revision):
      revision.change.flatMap { words.text(ifAny: "change.\($0)") == nil ? nil : "change.\($0)" }
        ?? "change.revised"
    case .withdrawn: "stateWithdrawn"
    case .expired: "stateExpired"
    }
  }
}
