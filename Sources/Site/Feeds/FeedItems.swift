import Edition

/// What the feeds of one folder tell of, newest change first: all briefings of a language, or those
/// of one subject.
struct FeedItems {
  /// How many items a feed holds.
  private static let limit = 50

  /// One briefing.
  struct Item {
    var entry: Entry
    var title: String
    var summary: String
    var address: String
  }

  let shelf: Shelf
  let policy: EditionPolicy
  let baseURL: String
  let title: String
  /// The folder of the feeds and of the page that they belong to, relative to the edition's.
  let folder: String
  let items: [Item]

  /// The items of `shelf`, or of `subject`; nil where there is no absolute address to give them.
  init?(_ library: Library, _ shelf: Shelf, of subject: Subject? = nil) {
    guard let base = library.edition.policy.audience.baseURL else { return nil }
    self.shelf = shelf
    policy = library.edition.policy
    baseURL = base
    title = FeedItems.title(policy, shelf, subject)
    folder = "\(Address.pathPart(shelf.language))/\(subject?.path ?? "")"
    let places = subject?.entries ?? Array(shelf.entries.indices.prefix(FeedItems.limit))
    items = places.prefix(FeedItems.limit).map { place in
      let entry = shelf.entries[place]
      let withdrawn = entry.standing == .withdrawn
      let notice = entry.briefing.withdrawal?.reason.map { InlineText.plain($0.value) }
      let summary = withdrawn ? notice ?? shelf.words["withdrawnTitle"] : entry.plainSummary
      return Item(
        entry: entry,
        title: withdrawn
          ? shelf.words.fill("feedWithdrawn", ["title": entry.plainTitle]) : entry.plainTitle,
        summary: summary.isEmpty ? FeedItems.bare(entry, shelf) : summary,
        address: base + BriefingPage.folder(of: entry))
    }
  }

  /// What a feed says of a briefing without a summary: its kind, and its level where it has one.
  private static func bare(_ entry: Entry, _ shelf: Shelf) -> String {
    let kind = shelf.words.name(of: entry.briefing.kind, in: "kind")
    guard let level = entry.level else { return kind }
    return "\(kind). \(shelf.words["threatLevel"]): \(level.value.name[shelf.language])."
  }

  /// What a feed is called: the site, and the subject that it is about.
  static func title(_ policy: EditionPolicy, _ shelf: Shelf, _ subject: Subject?) -> String {
    let site = policy.title[shelf.language]
    return subject.map { "\(site): \($0.term.name[shelf.language])" } ?? site
  }

  /// The address of the page that the feeds belong to.
  var home: String { baseURL + folder }
}
