import Edition

/// What feeds of one language tell of, newest change first.
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
  let items: [Item]

  /// The items of `shelf`; nil where there is no absolute address to give them.
  init?(_ library: Library, _ shelf: Shelf) {
    guard let base = library.edition.policy.audience.baseURL else { return nil }
    self.shelf = shelf
    policy = library.edition.policy
    baseURL = base
    items = shelf.entries.prefix(FeedItems.limit).map { entry in
      let withdrawn = entry.standing == .withdrawn
      let notice = entry.briefing.withdrawal?.reason.map { InlineText.plain($0.value) }
      return Item(
        entry: entry,
        title: withdrawn
          ? shelf.words.fill("feedWithdrawn", ["title": entry.plainTitle]) : entry.plainTitle,
        summary: withdrawn ? notice ?? "" : entry.plainSummary,
        address: base + BriefingPage.folder(of: entry))
    }
  }

  /// The address of the language's folder.
  var home: String { "\(baseURL)\(Address.pathPart(shelf.language))/" }

  /// The folder of the feeds, relative to the edition's.
  var folder: String { "\(Address.pathPart(shelf.language))/" }
}
