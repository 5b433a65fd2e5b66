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
    var found: [(time: Int, value: Value)] = []
    for place in subject.current {
      let briefing = shelf.entries[place].briefing
      for advice in briefing.advice {
        let time = ["now", "this-week"].firstIndex(of: advice.when?.value ?? "") ?? 2
        guard time < 2 else { continue }
        let fields: [String: Value] = [
          "when": .text(shelf.words.name(of: advice.when?.value ?? "none", in: "when")),
          "isNow": .flag(time == 0),
          "action": writer.unlinked(advice.action),
          "language": briefing.language == shelf.language ? .none : .text(briefing.language),
          "card": shelf.cards[place],
        ]
        found.append((time, .record(fields)))
      }
    }
    let ordered = found.filter { $0.time == 0 } + found.filter { $0.time == 1 }
    return ordered.prefix(6).map(\.value)
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
