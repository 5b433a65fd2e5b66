import Edition
import Template

/// The page of a topic, sector or region: its current level, the advice that stands, its briefings.
struct SubjectPage {
  /// How many briefings a page lists at most.
  static let size = 60

  let press: Press
  let shelf: Shelf
  let subject: Subject

  /// The pages: more than one where there are many briefings.
  func pages() throws(TemplateFault) -> [Page] {
    let slices = subject.entries.slices(of: SubjectPage.size)
    var pages: [Page] = []
    for (index, slice) in slices.enumerated() {
      pages.append(try page(index + 1, of: slices.count, slice))
    }
    return pages
  }

  private func page(
    _ number: Int, of count: Int, _ places: ArraySlice<Int>
  ) throws(TemplateFault) -> Page {
    let words = shelf.words
    let name = subject.term.name[shelf.language]
    let title =
      number == 1
      ? name : words.fill("pageTitle", ["title": name, "n": String(number)])
    let folder = { (language: String) in
      "\(language)/\(subject.path)" + (number == 1 ? "" : "page-\(number)/")
    }
    var frame = Frame(
      language: shelf.language, path: folder(Address.pathPart(shelf.language)), title: title)
    frame.description = words.fill("subjectDescription", ["name": name])
    frame.labels = subject.entries.map { shelf.entries[$0].briefing.banner }
    frame.crumbs = [
      Frame.Crumb(
        name: words[subject.vocabulary.rawValue], path: "\(subject.vocabulary.rawValue)/")
    ]
    frame.versions = press.versions(folder)
    frame.section = subject.vocabulary.rawValue
    return try press.page("subject", frame, fields(number, of: count, places, name))
  }

  private func fields(
    _ number: Int, of count: Int, _ places: ArraySlice<Int>, _ name: String
  ) -> [String: Value] {
    let words = shelf.words
    let now = places.filter { shelf.entries[$0].isCurrent }
    let past = places.filter { !shelf.entries[$0].isCurrent }
    let isFirst = number == 1
    return [
      "name": .text(name),
      "vocabulary": .text(words["one.\(subject.vocabulary.rawValue)"]),
      "isFirst": .flag(isFirst),
      "level": isFirst ? press.cardWriter(shelf).level(level) : .none,
      "ladder": press.cardWriter(shelf).ladder(
        isFirst ? subject.highest.map { shelf.entries[$0] } : nil),
      "levelFrom": isFirst ? subject.highest.map { shelf.cards[$0] } ?? .none : .none,
      "advice": .list(isFirst ? advice : []),
      "current": .list(now.map { shelf.cards[$0] }),
      "past": .list(past.map { shelf.cards[$0] }),
      "currentCount": .text(words.count("briefings", subject.current.count)),
      "pastCount": .text(
        words.count("briefings", subject.entries.count - subject.current.count)),
      "timeline": isFirst ? timeline : .none,
      "pages": .list(count == 1 ? [] : (1...count).map { link(to: $0, from: number) }),
    ]
  }

  private var level: Reading? { subject.highest.flatMap { shelf.entries[$0].level } }

  /// The advice of its briefings that hold today, what has to be done now first; six at most.
  private var advice: [Value] {
    let writer = FieldWriter(
      library: press.library, words: shelf.words,
      place: TextPlace(up: "", language: shelf.language), anchors: [])
    return (standing("now") + standing("this-week")).prefix(6).map { place, advice in
      let language = shelf.entries[place].briefing.language
      return .record([
        "when": .text(shelf.words.name(of: advice.when?.value ?? "none", in: "when")),
        "isNow": .flag(advice.when?.value == "now"),
        "action": writer.unlinked(advice.action),
        "language": language == shelf.language ? .none : .text(language),
        "card": shelf.cards[place],
      ])
    }
  }

  /// The first six pieces of advice for `time`, with the places of their briefings.
  private func standing(_ time: String) -> [(place: Int, advice: Advice)] {
    var found: [(place: Int, advice: Advice)] = []
    for place in subject.current where found.count < 6 {
      let advice = shelf.entries[place].briefing.advice
      found += advice.filter { $0.when?.value == time }.map { (place, $0) }
    }
    return found
  }

  private var timeline: Value {
    let library = press.library
    let history = LevelHistory(
      subject.entries.map { shelf.entries[$0] }, until: library.edition.asOf)
    return Timeline(
      history, library.scales[.threatLevel], until: library.edition.asOf, words: shelf.words,
      id: "_line")?.value ?? .none
  }

  private func link(to number: Int, from here: Int) -> Value {
    .record([
      "number": .number(number),
      "path": .text(subject.path + (number == 1 ? "" : "page-\(number)/")),
      "isThis": .flag(number == here),
    ])
  }
}

extension Array {
  /// The elements in slices of `size`; one empty slice where there are none.
  fileprivate func slices(of size: Int) -> [ArraySlice<Element>] {
    isEmpty
      ? [[]] : stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}
