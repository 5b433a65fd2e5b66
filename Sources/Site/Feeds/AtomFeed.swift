import Calendar
import Edition

/// The feed as Atom (RFC 4287).
struct AtomFeed {
  let feed: FeedItems
  /// The day that stands in for the last change where there are no items.
  let asOf: Day

  /// The file.
  var page: Page {
    var xml = Markup()
    let language = feed.shelf.language
    xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    xml.raw("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
    xml.attribute("xml:lang", language)
    xml.raw(">\n")
    element("title", feed.title, to: &xml)
    element("id", feed.home, to: &xml)
    link("self", "application/atom+xml", feed.home + "feed.xml", to: &xml)
    link("alternate", "text/html", feed.home, to: &xml)
    element("updated", time(feed.items.first?.entry.changed ?? asOf), to: &xml)
    xml.raw("<author>")
    element("name", feed.policy.publisher.name[language], to: &xml)
    xml.raw("</author>\n")
    for item in feed.items { entry(item, to: &xml) }
    xml.raw("</feed>\n")
    return Page(path: feed.folder + "feed.xml", bytes: xml.bytes)
  }

  private func entry(_ item: FeedItems.Item, to xml: inout Markup) {
    xml.raw("<entry")
    if item.entry.briefing.language != feed.shelf.language {
      xml.attribute("xml:lang", item.entry.briefing.language)
    }
    xml.raw(">\n")
    element("title", item.title, to: &xml)
    element("id", item.address, to: &xml)
    link("alternate", "text/html", item.address, to: &xml)
    element("published", time(item.entry.briefing.issued), to: &xml)
    element("updated", time(item.entry.changed), to: &xml)
    for topic in feed.policy.topics
    where item.entry.briefing.topics.contains(where: { $0.value == topic.id }) {
      xml.raw("<category")
      xml.attribute("term", topic.id)
      xml.attribute("label", topic.name[feed.shelf.language])
      xml.raw("/>\n")
    }
    element("summary", item.summary, to: &xml)
    xml.raw("</entry>\n")
  }

  private func element(_ name: StaticString, _ text: String, to xml: inout Markup) {
    xml.raw("<")
    xml.raw(name)
    xml.raw(">")
    xml.text(text)
    xml.raw("</")
    xml.raw(name)
    xml.raw(">\n")
  }

  private func link(
    _ relation: String, _ type: String, _ address: String, to xml: inout Markup
  ) {
    xml.raw("<link")
    xml.attribute("rel", relation)
    xml.attribute("type", type)
    xml.attribute("href", address)
    xml.raw("/>\n")
  }

  private func time(_ day: Day) -> String { "\(day)T00:00:00Z" }
}
