import Edition
import Template

/// All briefings by year of issue: one page that leads to the years, and one a year.
struct ArchivePage {
  let press: Press
  let shelf: Shelf

  /// The page that leads to the years and shows the newest.
  func page() throws(TemplateFault) -> Page {
    let words = shelf.words
    let folder = { (language: String) in "\(language)/archive/" }
    var frame = Frame(
      language: shelf.language, path: folder(Address.pathPart(shelf.language)),
      title: words["archive"])
    frame.description = words["archiveLead"]
    frame.versions = press.versions(folder)
    frame.section = "archive"
    let newest = shelf.years.first
    frame.labels = labels(newest?.entries ?? [])
    return try press.page(
      "archive", frame,
      [
        "lead": .text(words["archiveLead"]),
        "years": .list(years(here: nil)),
        "year": newest.map { .text(String($0.year)) } ?? .none,
        "months": .list(months(Array((newest?.entries ?? []).prefix(20)))),
        "all": newest.map { .text("archive/\($0.year)/") } ?? .none,
        "isYear": .flag(false),
      ])
  }

  /// The page of the `index`th of the shelf's years.
  func page(year index: Int) throws(TemplateFault) -> Page {
    let words = shelf.words
    let (year, entries) = shelf.years[index]
    let folder = { (language: String) in "\(language)/archive/\(year)/" }
    var frame = Frame(
      language: shelf.language, path: folder(Address.pathPart(shelf.language)),
      title: words.fill("archiveOf", ["year": String(year)]))
    frame.description = frame.title
    frame.labels = labels(entries)
    frame.crumbs = [Frame.Crumb(name: words["archive"], path: "archive/")]
    frame.versions = press.versions(folder)
    frame.section = "archive"
    return try press.page(
      "archive", frame,
      [
        "lead": .text(words.count("briefings", entries.count)),
        "years": .list(years(here: year)),
        "year": .text(String(year)),
        "months": .list(months(entries)),
        "all": .none,
        "isYear": .flag(true),
      ])
  }

  private func labels(_ entries: [Int]) -> [String] {
    entries.map { shelf.entries[$0].briefing.banner }
  }

  private func years(here: Int?) -> [Value] {
    shelf.years.map { year, entries in
      .record([
        "year": .text(String(year)),
        "path": .text("archive/\(year)/"),
        "count": .text(shelf.words.count("briefings", entries.count)),
        "isThis": .flag(year == here),
      ])
    }
  }

  /// Briefings in the order of their issue, cut into months.
  private func months(_ entries: [Int]) -> [Value] {
    var months: [(name: String, cards: [Value])] = []
    for place in entries {
      let name = shelf.words.month(shelf.entries[place].briefing.issued)
      if months.last?.name != name { months.append((name, [])) }
      months[months.count - 1].cards.append(shelf.cards[place])
    }
    return months.map { .record(["name": .text($0.name), "cards": .list($0.cards)]) }
  }
}
