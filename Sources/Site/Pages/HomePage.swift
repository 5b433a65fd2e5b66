import Calendar
import Edition
import Template

/// The home page of one language: what is going on, what to do, and the ways in.
struct HomePage {
  private static let latest = 6

  let press: Press
  let shelf: Shelf
  private let history: LevelHistory
  private let timeline: Chart?

  init(press: Press, shelf: Shelf) {
    let library = press.library
    self.press = press
    self.shelf = shelf
    history = LevelHistory(shelf.entries, until: library.edition.asOf)
    timeline =
      Timeline(
        history, library.scales[.threatLevel], until: library.edition.asOf, words: shelf.words)?
      .chart
  }

  /// The page in the folder of its language, or in the edition's where `isRoot`.
  func page(isRoot: Bool = false) throws(TemplateFault) -> Page {
    let words = shelf.words
    let policy = press.library.edition.policy
    let folder = Address.pathPart(shelf.language) + "/"
    var frame = Frame(
      language: shelf.language, path: isRoot ? "" : folder, title: policy.title[shelf.language])
    frame.description = words.fill(
      "homeDescription",
      [
        "publisher": policy.publisher.name[shelf.language],
        "audience": policy.audience.name[shelf.language],
      ])
    frame.labels = shelf.entries.map(\.briefing.banner)
    frame.versions = isRoot ? [] : press.versions { "\($0)/" }
    frame.linkedData = LinkedData.site(press.library, language: shelf.language)
    return try press.page("home", frame, fields(frame))
  }

  /// The files of the page's charts, in the folder of its language.
  var files: [Page] {
    let folder = Address.pathPart(shelf.language) + "/"
    return [timeline, RegionMap(press, shelf, up: "")?.chart].compactMap { $0?.csv(in: folder) }
  }

  private func fields(_ frame: Frame) -> Fields {
    let board = LevelBoard(press, shelf)
    // Since when the highest level has been what it is.
    let since = history.since(board.entry?.level)
    // The files of the charts lie in the language's folder, also where the page is the edition's.
    let folder = frame.path.isEmpty ? frame.up : ""
    return [
      "board": .list(board.rows.map(\.value)),
      "highestFor": .text(board.highestFor(shelf.words)),
      "highest": .list(board.named.map(\.source)),
      "ladder": press.cardWriter(shelf).ladder(board.entry),
      "topLevel": press.cardWriter(shelf).level(board.entry?.level),
      "levelFrom": board.card,
      "levelRegions": .list(board.entry.map { writer.links(.regions, $0.briefing) } ?? []),
      "since": since.map { .text(shelf.words.date($0)) } ?? .none,
      "sinceISO": .text(since?.description ?? ""),
      "doNow": .list(doNow),
      "latest": .list(latest),
      "topics": .list(press.links(.topics, shelf)),
      "sectors": .list(press.links(.sectors, shelf)),
      "regions": .list(press.links(.regions, shelf)),
      "map": RegionMap(press, shelf, up: frame.up)?.chart.value(at: folder) ?? .none,
      "charts": .list([timeline?.value(at: folder)].compactMap(\.self)),
      // Where there is a board, it is the way in by topic.
      "hasConcerns": .flag(
        Vocabulary.allCases.contains {
          ($0 != .topics || board.rows.isEmpty) && !shelf.subjects(of: $0).isEmpty
        }),
      "total": .text(shelf.words.count("briefings", shelf.entries.count)),
    ]
  }

  /// Writes what is on this page and no card.
  private var writer: FieldWriter {
    FieldWriter(
      library: press.library, words: shelf.words,
      place: TextPlace(up: "./", language: shelf.language), anchors: [])
  }

  /// What the briefings that hold today and have the highest levels say to do now; one each.
  private var doNow: [Value] {
    let writer = writer
    let order = shelf.current.sorted { a, b in
      let (x, y) = (shelf.entries[a].level?.height ?? 0, shelf.entries[b].level?.height ?? 0)
      return (y, a) < (x, b)
    }
    return order.lazy.compactMap { place -> Value? in
      let briefing = shelf.entries[place].briefing
      guard let advice = briefing.advice.first(where: { $0.when?.value == "now" }) else {
        return nil
      }
      return .record([
        "action": writer.unlinked(advice.action),
        "by": advice.by.map(writer.unlinked) ?? .none,
        "language": briefing.language == shelf.language ? .none : .text(briefing.language),
        "card": shelf.cards[place],
      ])
    }.prefix(3).map(\.self)
  }

  private var latest: [Value] {
    shelf.entries.indices.lazy.filter { place in
      switch shelf.entries[place].standing {
      case .current, .withdrawn: true
      case .expired, .superseded: false
      }
    }.prefix(HomePage.latest).map { shelf.cards[$0] }
  }
}
