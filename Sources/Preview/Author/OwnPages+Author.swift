internal import Template

extension OwnPages {
  /// The author's view of a briefing.
  public func author(_ page: AuthorPage) -> [UInt8] {
    self.page(
      "author",
      [
        "title": .text(page.path),
        "summary": .text(page.summary),
        "banner": value(page.banner),
        "audiences": .list(page.audiences.map(value)),
        "portions": .list(
          page.portions.enumerated().map { index, portion in
            // Several portions may stand on a line; an id may stand on a page once.
            let isFirst = index == 0 || page.portions[index - 1].line != portion.line
            return value(portion, isFirst: isFirst, page.audiences)
          }),
      ])
  }

  /// The list of briefings that the author's view begins with.
  public func authors(_ title: String, banner: AuthorPage.Mark, briefings: [Listed]) -> [UInt8] {
    let rows = briefings.map { briefing -> Value in
      .record([
        "mark": value(briefing.mark), "title": .text(briefing.title),
        "path": .text(briefing.path), "href": .text(RequestPath.encoded(briefing.page)),
        "note": .text(briefing.note),
      ])
    }
    return page(
      "authors", ["title": .text(title), "banner": value(banner), "briefings": .list(rows)])
  }

  /// A briefing in a list.
  public struct Listed: Hashable, Sendable {
    /// Its path in the publication.
    public var path: String
    /// The path of its author's view, seen from the root of the server.
    public var page: String
    /// Its title at full classification.
    public var title: String
    /// Its classification.
    public var mark: AuthorPage.Mark
    /// What it is: id, language, status.
    public var note: String

    /// A briefing in a list.
    public init(
      path: String, page: String, title: String, mark: AuthorPage.Mark, note: String
    ) {
      self.path = path
      self.page = page
      self.title = title
      self.mark = mark
      self.note = note
    }
  }

  private func value(_ mark: AuthorPage.Mark) -> Value {
    .record([
      "text": .text(mark.text),
      "class": .text(mark.level.map { "level-\($0)" } ?? "level-none"),
      // One stroke a step, for those who do not see the colours.
      "steps": .list(Array(repeating: .flag(true), count: (mark.level ?? 0) + 1)),
    ])
  }

  private func value(_ audience: AuthorPage.Audience) -> Value {
    .record([
      "name": .text(audience.name),
      "href": audience.page.map { .text(RequestPath.encoded($0)) } ?? Value.none,
      "note": .text(audience.note),
    ])
  }

  private func value(
    _ portion: AuthorPage.Portion, isFirst: Bool, _ audiences: [AuthorPage.Audience]
  ) -> Value {
    .record([
      "isFirst": .flag(isFirst),
      "line": .number(portion.line),
      "name": .text(portion.name),
      "mark": value(portion.mark),
      "rule": .text(portion.rule),
      "text": .text(portion.text),
      "class": .text(portion.name.hasPrefix("heading") ? "heading" : ""),
      "outcomes": .list(
        zip(audiences, portion.outcomes).map { audience, outcome in
          .record([
            "audience": .text(audience.name), "kind": .text(outcome.kind.rawValue),
            "sign": .text(OwnPages.sign(outcome.kind)), "word": .text(outcome.word),
            "detail": .text(outcome.detail),
          ])
        }),
      "spans": .list(
        portion.spans.map { span in
          .record([
            "mark": value(span.mark), "text": .text(span.text),
            "substitute": span.substitute.map { .text($0) } ?? Value.none,
          ])
        }),
    ])
  }

  /// A sign for how much an audience gets, so that it can be seen without colours.
  private static func sign(_ kind: AuthorPage.Outcome.Kind) -> String {
    switch kind {
    case .reads: "●"
    case .substitute, .partly: "◐"
    case .version: "◑"
    case .token: "▬"
    case .nothing: "○"
    }
  }
}
