import Edition
import Template

/// The search page of one language, and its description for browsers.
struct SearchPage {
  let press: Press
  let shelf: Shelf

  /// The names of the filters; those that the policy has a vocabulary for, and the kind.
  static let filters = Vocabulary.allCases.map(\.rawValue) + ["kinds"]

  /// The folder of the page and of the index, relative to the edition's.
  static func folder(_ language: String) -> String { "\(Address.pathPart(language))/search/" }

  /// The page.
  func page() throws(TemplateFault) -> Page {
    let words = shelf.words
    var frame = Frame(
      language: shelf.language, path: SearchPage.folder(shelf.language), title: words["search"])
    frame.description = words["searchLead"]
    frame.labels = shelf.entries.map(\.briefing.banner)
    frame.versions = press.versions { "\($0)/search/" }
    frame.section = "search"
    return try press.page(
      "search", frame,
      [
        "searchScript": press.searchScript.map { .text($0) } ?? .none,
        "filters": .list(filters),
      ])
  }

  /// A list of choices for each vocabulary that the edition has something of.
  private var filters: [Value] {
    var filters = Vocabulary.allCases.map { vocabulary in
      let choices = shelf.subjects(of: vocabulary).map { subject in
        (subject.term.id, subject.term.name[shelf.language])
      }
      return (vocabulary.rawValue, shelf.words["one.\(vocabulary.rawValue)"], choices)
    }
    let kinds = press.library.edition.policy.kinds.map { kind in
      (kind, shelf.words.name(of: kind, in: "kind"))
    }
    filters.append(("kinds", shelf.words["one.kinds"], kinds))
    return filters.filter { $0.2.count > 1 }.map { name, label, choices in
      .record([
        "key": .text(name), "label": .text(label),
        "choices": .list(
          choices.map { .record(["id": .text($0.0), "name": .text($0.1)]) }),
      ])
    }
  }

  /// How browsers may offer the search (OpenSearch 1.1); nil where there is no absolute address.
  var description: Page? {
    let policy = press.library.edition.policy
    guard let base = policy.audience.baseURL else { return nil }
    let folder = SearchPage.folder(shelf.language)
    let title = policy.title[shelf.language]
    var markup = Markup()
    markup.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<OpenSearchDescription")
    markup.attribute("xmlns", "http://a9.com/-/spec/opensearch/1.1/")
    markup.raw(">\n")
    // The format allows a short name of 16 characters and a long one of 48.
    let short = title.unicodeScalars.count <= 16 ? title : shelf.words["search"]
    element("ShortName", String(short.unicodeScalars.prefix(16)), to: &markup)
    element("LongName", String(title.unicodeScalars.prefix(48)), to: &markup)
    element("Description", shelf.words["searchLead"], to: &markup)
    element("Language", shelf.language, to: &markup)
    element("InputEncoding", "UTF-8", to: &markup)
    markup.raw("<Url type=\"text/html\"")
    markup.attribute("template", "\(base)\(folder)?q={searchTerms}")
    markup.raw("/>\n</OpenSearchDescription>\n")
    return Page(path: folder + "opensearch.xml", bytes: markup.bytes)
  }

  private func element(_ name: StaticString, _ text: String, to markup: inout Markup) {
    markup.raw("<")
    markup.raw(name)
    markup.raw(">")
    markup.text(text)
    markup.raw("</")
    markup.raw(name)
    markup.raw(">\n")
  }
}
