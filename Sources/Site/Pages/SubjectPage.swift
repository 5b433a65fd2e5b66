import Edition
import Template

/// The page of a topic, sector or region: its current level, the advice that stands, its briefings.
struct SubjectPage {
  let press: Press
  let shelf: Shelf
  let subject: Subject
  /// The labels of all its briefings, each once: the level and the timeline come from all of them.
  private let labels: Set<String>
  /// Which level stood when, and the same as a chart.
  private let history: LevelHistory
  private let timeline: Chart?

  private var words: Words { shelf.words }

  init(press: Press, shelf: Shelf, subject: Subject) {
    self.press = press
    self.shelf = shelf
    self.subject = subject
    labels = Set(subject.entries.map { shelf.entries[$0].briefing.banner })
    let library = press.library
    history = LevelHistory(
      subject.entries.map { shelf.entries[$0] }, until: library.edition.asOf)
    timeline =
      Timeline(
        history, library.scales[.threatLevel], until: library.edition.asOf, words: shelf.words)?
      .chart
  }

  /// The pages: more than one where there are many briefings.
  func pages() throws(TemplateFault) -> [Page] {
    var pages: [Page] = []
    for number in 1...subject.paging.count { pages.append(try page(number)) }
    if let timeline {
      pages.append(timeline.csv(in: "\(Address.pathPart(shelf.language))/\(subject.path)"))
    }
    return pages
  }

  private func page(_ number: Int) throws(TemplateFault) -> Page {
    let vocabulary = subject.vocabulary.rawValue
    let name = subject.term.name[shelf.language]
    let folder = { (language: String) in "\(language)/\(subject.paging.folder(of: number))" }
    var frame = Frame(
      language: shelf.language, path: folder(Address.pathPart(shelf.language)),
      title: subject.paging.title(name, page: number, words))
    frame.description = words.fill("subjectDescription", ["name": name])
    frame.labels = labels.sorted()
    frame.crumbs = [Frame.Crumb(name: words[vocabulary], path: "\(vocabulary)/")]
    if number > 1 { frame.crumbs.append(Frame.Crumb(name: name, path: subject.path)) }
    frame.versions = press.versions(folder)
    frame.section = vocabulary
    let policy = press.library.edition.policy
    if policy.audience.baseURL != nil {
      frame.feed = (FeedItems.title(policy, shelf, subject), subject.path)
    }
    var fields = listing(number)
    fields.merge(number == 1 ? opening : SubjectPage.noOpening)
    return try press.page("subject", frame, fields)
  }

  /// The briefings on page `number`, what holds today apart from what does not.
  private func listing(_ number: Int) -> Fields {
    let places = subject.entries[subject.paging.range(of: number)]
    let now = places.filter { shelf.entries[$0].isCurrent }
    let past = places.filter { !shelf.entries[$0].isCurrent }
    return [
      "name": .text(subject.term.name[shelf.language]),
      "vocabulary": .text(words["one.\(subject.vocabulary.rawValue)"]),
      "isFirst": .flag(number == 1),
      "current": .list(now.map { shelf.cards[$0] }),
      "past": .list(past.map { shelf.cards[$0] }),
      "currentCount": .text(words.count("briefings", subject.current.count)),
      "pastCount": .text(
        words.count("briefings", subject.entries.count - subject.current.count)),
      "pages": .list(subject.paging.links(from: number)),
    ]
  }

  /// What the first page says before the list: the level, the advice, how to reach the publisher.
  private var opening: Fields {
    let cards = press.cardWriter(shelf)
    let highest = subject.highest.map { shelf.entries[$0] }
    let since = history.since(highest?.level)
    let advice = StandingAdvice(press, shelf, of: subject)
    return [
      "level": cards.level(highest?.level),
      "ladder": cards.ladder(highest),
      "since": since.map { .text(words.date($0)) } ?? .none,
      "sinceISO": .text(since?.description ?? ""),
      "levelFrom": subject.highest.map { shelf.cards[$0] } ?? .none,
      "adviceTitle": .text(words["standingAdvice.\(subject.vocabulary.rawValue)"]),
      "adviceGroups": .list(advice.groups),
      "moreAdvice": advice.more == 0 ? .none : .text(words.count("moreAdvice", advice.more)),
      "charts": .list([timeline?.value()].compactMap(\.self)),
      "hasContact": .flag(press.library.edition.policy.publisher.contact != nil),
      "contact": .none,
    ]
  }

  /// The fields of `opening` on the pages that have none.
  private static let noOpening: Fields = [
    "level": .none, "ladder": .list([]), "since": .none,
    "sinceISO": .none, "levelFrom": .none, "adviceTitle": .none,
    "adviceGroups": .list([]), "moreAdvice": .none, "charts": .list([]),
    "hasContact": .flag(false), "contact": .none,
  ]

}
