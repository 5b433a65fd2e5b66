import Calendar
import Edition
import JSON

/// The feed as JSON Feed 1.1.
struct JSONFeed {
  let feed: FeedItems

  /// The file.
  var page: Page {
    let language = feed.shelf.language
    let publisher = feed.policy.publisher
    let json: JSON = .members([
      "version": "https://jsonfeed.org/version/1.1",
      "title": .string(feed.title),
      "home_page_url": .string(feed.home),
      "feed_url": .string(feed.home + "feed.json"),
      "language": .string(language),
      "authors": [
        .members([
          "name": .string(publisher.name[language]),
          "url": publisher.url.map { .string($0) },
        ])
      ],
      "items": .array(feed.items.map(item)),
    ])
    return Page(path: feed.folder + "feed.json", bytes: json.bytes(pretty: true))
  }

  private func item(_ item: FeedItems.Item) -> JSON {
    let briefing = item.entry.briefing
    let tags = feed.policy.topics.filter { topic in
      briefing.topics.contains { $0.value == topic.id }
    }
    return .members([
      "id": .string(item.address),
      "url": .string(item.address),
      "title": .string(item.title),
      "content_text": .string(item.summary.isEmpty ? item.title : item.summary),
      "date_published": .string("\(briefing.issued)T00:00:00Z"),
      "date_modified": .string("\(item.entry.changed)T00:00:00Z"),
      "language": .string(briefing.language),
      "tags": tags.isEmpty ? nil : .array(tags.map { .string($0.name[feed.shelf.language]) }),
    ])
  }
}
