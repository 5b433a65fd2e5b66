import Calendar
import Edition

/// A briefing with what pages other than its own show of it, worked out once.
final class Entry: Sendable {
  /// Its place in the edition.
  let index: Int
  let briefing: Briefing
  /// The name of its folder.
  let slug: String
  let standing: Standing
  /// The day it last changed in a way that readers are told of.
  let changed: Day
  /// Its threat level.
  let level: Reading?
  /// Its title and its summary as HTML without links.
  let title: [UInt8]
  let summary: [UInt8]
  let plainTitle: String
  let plainSummary: String

  init(
    _ briefing: Briefing, at index: Int, superseding: Standing?, on day: Day, scales: ScaleBook,
    html: (MarkedText) -> [UInt8]
  ) {
    self.briefing = briefing
    self.index = index
    slug = Address.pathPart(briefing.id.lowercased())
    standing = Standing(briefing, superseding: superseding, on: day)
    let dates = briefing.revisions.map(\.date) + [briefing.withdrawal?.date].compactMap(\.self)
    changed = dates.reduce(briefing.issued, max)
    level = scales.reading(.threatLevel, briefing.threat.level, on: briefing.issued)
    title = html(briefing.title)
    summary = briefing.summary.map(html) ?? []
    plainTitle = InlineText.plain(briefing.title.value)
    plainSummary = briefing.summary.map { InlineText.plain($0.value) } ?? ""
  }

  /// The entry `other` at another place in the edition.
  init(_ other: Entry, at index: Int) {
    self.index = index
    briefing = other.briefing
    slug = other.slug
    standing = other.standing
    changed = other.changed
    level = other.level
    title = other.title
    summary = other.summary
    plainTitle = other.plainTitle
    plainSummary = other.plainSummary
  }

  /// Whether it holds today.
  var isCurrent: Bool { standing == .current }

  /// Its folder, seen from the folder of `language`.
  func path(from language: String) -> String {
    language == briefing.language
      ? "briefings/\(slug)/" : "../\(Address.pathPart(briefing.language))/briefings/\(slug)/"
  }

  /// Newest change first; what changed on one day is ordered by its date of issue and its id.
  static func isNewer(_ a: Entry, _ b: Entry) -> Bool {
    if a.changed != b.changed { return a.changed > b.changed }
    if a.briefing.issued != b.briefing.issued { return a.briefing.issued > b.briefing.issued }
    return a.briefing.id < b.briefing.id
  }
}
