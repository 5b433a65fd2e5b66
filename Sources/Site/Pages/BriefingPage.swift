import Edition
import Markdown
import Template

/// The page of one briefing, in the order in which a reader needs it.
struct BriefingPage {
  let press: Press
  let entry: Entry
  let shelf: Shelf
  /// Its body as it was parsed.
  let document: Node
  private let body: Body
  private let writer: FieldWriter
  private let frame: Frame
  private let matrix: ImpactMatrix?
  private let likelihoods: Value?

  private var briefing: Briefing { entry.briefing }
  private var words: Words { shelf.words }
  private var library: Library { press.library }

  init(_ press: Press, _ entry: Entry, _ shelf: Shelf) {
    self.press = press
    self.entry = entry
    self.shelf = shelf
    matrix = ImpactMatrix(entry, press.library, shelf.words)
    likelihoods = press.likelihoods.chart(of: entry)
    frame = BriefingFrame(press: press, entry: entry, shelf: shelf).frame
    document = Parser.parse(entry.briefing.body.utf8)
    body = BodyWriter.body(
      document, in: press.library, words: shelf.words, place: frame.place)
    writer = FieldWriter(
      library: press.library, words: shelf.words, place: frame.place, anchors: body.anchors)
  }

  /// The page.
  func page() throws(TemplateFault) -> Page {
    var fields = opening
    fields.merge(parts)
    return try press.page(
      entry.standing == .withdrawn ? "withdrawn" : "briefing", frame, fields)
  }

  /// The file of the page's charts, where there are any.
  var file: Page? {
    guard matrix != nil || likelihoods != nil else { return nil }
    return AssessmentTable(entry: entry, library: library, words: words).page
  }

  /// The folder of a briefing, relative to the edition's.
  static func folder(of entry: Entry) -> String {
    "\(Address.pathPart(entry.briefing.language))/briefings/\(entry.slug)/"
  }

  /// Title, standing, level and dates.
  private var opening: Fields {
    let cards = CardWriter(
      library, language: shelf.language, words: words, names: press.languageNames)
    let heading = briefing.title
    return [
      "id": .text(briefing.id),
      "kind": .text(words.name(of: briefing.kind, in: "kind")),
      "heading": writer.html(heading),
      "ownBanner": .text(library.banners.banner(briefing.banner, in: shelf.language).text),
      "isDraft": .flag(briefing.status == .draft),
      "isCurrent": .flag(entry.isCurrent),
      "issued": .text(words.date(briefing.issued)),
      "issuedISO": .text(briefing.issued.description),
      "changed": entry.changed > briefing.issued ? .text(words.date(entry.changed)) : .none,
      "changedISO": .text(entry.changed.description),
      "expires": briefing.expires.map { .text(words.date($0)) } ?? .none,
      "expiredOn": expiredOn,
      "supersededBy": supersededBy,
      "supersedes": briefing.supersedes.map { link(to: $0) } ?? .none,
      "withdrawal": withdrawal,
      "level": cards.level(entry.level),
      "ladder": cards.ladder(entry),
      "levelMark": mark(briefing.threat.level),
      "topics": .list(writer.links(.topics, briefing)),
      "sectors": .list(writer.links(.sectors, briefing)),
      "regions": .list(writer.links(.regions, briefing)),
      "contact": writer.html(ifAny: briefing.contact),
    ]
  }

  private var parts: Fields {
    let assessment = AssessmentFields(entry: entry, library: library, writer: writer)
    let action = AdviceFields(entry: entry, words: words, writer: writer)
    let history = HistoryFields(entry: entry, shelf: shelf, writer: writer)
    let grounds = Set(body.grounds.compactMap(\.self))
    let hasTerms = Vocabulary.allCases.contains { !$0.ids(of: briefing).isEmpty }
    let hasKnown = !assessment.facts.isEmpty || !briefing.vulnerabilities.isEmpty
    let publisher = library.edition.policy.publisher
    return [
      "hasSummaryBox": .flag(
        briefing.summary != nil || !assessment.meaning.isEmpty || !action.first.isEmpty),
      "hasWhere": .flag(hasTerms),
      "hasKnown": .flag(hasKnown),
      "hasPair": .flag(hasTerms || hasKnown),
      "hasText": .flag(!body.html.isEmpty),
      "unknowns": body.unknowns.isEmpty ? .none : .html(body.unknowns),
      "hasContact": .flag(briefing.contact != nil || publisher.contact != nil),
      "summary": writer.html(ifAny: briefing.summary),
      "meaning": .list(assessment.meaning),
      "facts": .list(assessment.facts),
      "vulnerabilities": .list(briefing.vulnerabilities.map(writer.html)),
      "judgements": .list(assessment.judgements),
      "explainsLikelihood": .flag(!(library.scales[.likelihood]?.versions ?? []).isEmpty),
      "matrix": matrix?.value ?? .none,
      "charts": .list([likelihoods].compactMap(\.self)),
      "doNow": .list(action.first),
      "adviceGroups": .list(action.groups),
      "contents": contents,
      "body": .html(body.html),
      "hasWithheld": .flag(!body.grounds.isEmpty),
      "grounds": .list(
        library.edition.policy.grounds.filter { grounds.contains($0.id) }
          .map { .text($0.name[shelf.language]) }),
      "revisions": .list(history.revisions),
      "sources": .list(history.sources),
      "related": .list(briefing.related.compactMap(library.has).map { link(to: $0) }),
      "translation": translation,
    ]
  }

  private var contents: Value {
    guard body.headings.count > 2 else { return .list([]) }
    return .list(
      body.headings.map { heading in
        .record([
          "anchor": .text(Address.encoded(heading.anchor)),
          "html": .html(heading.html),
          "isNested": .flag(heading.isNested),
        ])
      })
  }

  private var expiredOn: Value {
    guard entry.standing != .withdrawn, let day = briefing.expires, day < library.edition.asOf
    else {
      return .none
    }
    return .text(words.date(day))
  }

  private var supersededBy: Value {
    guard case .superseded(let id, _) = entry.standing else { return .none }
    return link(to: id)
  }

  private var withdrawal: Value {
    guard entry.standing == .withdrawn else { return .none }
    let notice = briefing.withdrawal
    return .record([
      "date": notice?.date.map { .text(words.date($0)) } ?? .none,
      "dateISO": .text(notice?.date?.description ?? ""),
      "hasNotice": .flag(notice?.reason != nil || notice?.action != nil),
      "reason": writer.html(ifAny: notice?.reason),
      "action": writer.html(ifAny: notice?.action),
    ])
  }

  /// Of which version this is a translation, in words.
  private var translation: Value {
    guard let translation = briefing.translation else { return .none }
    let language = words.name(of: translation.of, in: "language")
    guard let revision = translation.revision else {
      return .text(words.fill("translationOf", ["language": language]))
    }
    return .text(
      words.fill(
        "translationOfVersion", ["language": language, "date": words.date(revision)]))
  }

  /// The fields of a link to another briefing.
  private func link(to id: String) -> Value {
    guard let place = shelf.place(of: id) else { return .none }
    return shelf.cards[place]
  }

  private func mark(_ field: MarkedText?) -> Value {
    guard library.edition.policy.audience.showsMarks, let mark = field?.mark else { return .none }
    return .text(mark)
  }
}
