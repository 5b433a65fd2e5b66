import Edition
import JSON
import Template

/// What surrounds the contents of a page: where it is, what it is called, where else one can go.
struct Frame {
  /// The language of the page.
  var language: String
  /// The folder of the page, relative to the edition's: empty, or ending in `/`.
  var path: String
  /// The name of the file.
  var file = "index.html"
  /// What the page is called, without markup.
  var title: String
  /// What comes before the title in the browser's window and in search results; nil for nothing.
  var state: String?
  /// What is on it, in a sentence; empty where there is nothing to say.
  var description = ""
  /// The labels of what the page shows; the banner joins them.
  var labels: [String] = []
  /// The way to the page from the home page.
  var crumbs: [Crumb] = []
  /// The page in each language, its own among them.
  var versions: [Version] = []
  /// What the page says to search engines about its contents.
  var linkedData: JSON?
  /// The feeds of the page itself: their title and the folder they are in.
  var feed: (title: String, path: String)?
  /// Which part of the site is marked in the navigation.
  var section = ""
  /// Set where the page is shown at addresses that are not its own: the way to the edition's folder.
  var fixedRoot: String?

  /// A step on the way to a page.
  struct Crumb {
    var name: String
    /// Seen from the language's folder.
    var path: String
  }

  /// A page in another language, or what comes closest to it.
  struct Version {
    var language: String
    /// The language's own name.
    var name: String
    /// Its folder, relative to the edition's.
    var path: String
    /// What is there instead, in the other language's words; nil where it is the same page.
    var instead: String?
  }

  /// The way from the page to the edition's folder: `../` for each folder, or `./`.
  var root: String {
    if let fixedRoot { return fixedRoot }
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    return depth == 0 ? "./" : String(repeating: "../", count: depth)
  }

  /// The way from the page to the folder of its language.
  var up: String {
    let folder = Address.pathPart(language) + "/"
    guard fixedRoot == nil, path.hasPrefix(folder) else { return root + folder }
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") } - 1
    return depth == 0 ? "./" : String(repeating: "../", count: depth)
  }

  /// The place of texts on the page.
  var place: TextPlace { TextPlace(up: up, language: language) }

  /// The fields of the layout.
  func fields(_ library: Library) -> Fields {
    let policy = library.edition.policy
    let banner =
      policy.audience.showsBanner ? library.banners.join(labels, in: language) : nil
    return [
      "root": .text(root),
      "up": .text(up),
      "title": .text(title),
      "windowTitle": .text(windowTitle(policy.title[language])),
      "description": .text(description),
      "banner": .text(banner?.text ?? ""),
      "bannerClass": .text(banner?.level.map(Stylesheet.bannerClass) ?? ""),
      "crumbs": .list(
        crumbs.map { .record(["name": .text($0.name), "path": .text($0.path)]) }),
      "versions": .list(versions.count > 1 ? versions.map(version) : []),
      "canonical": file == "index.html"
        ? policy.audience.baseURL.map { .text($0 + path) } ?? .none : .none,
      "ownFeed": feed.map { feed in
        .record(["title": .text(feed.title), "path": .text(feed.path)])
      } ?? .none,
      "linkedData": linkedData.map { .html($0.bytes()) } ?? .none,
      "inTopics": .flag(section == Vocabulary.topics.rawValue),
      "inSectors": .flag(section == Vocabulary.sectors.rawValue),
      "inRegions": .flag(section == Vocabulary.regions.rawValue),
      "inArchive": .flag(section == "archive"),
      "inAbout": .flag(section == "about"),
      "inSearch": .flag(section == "search"),
    ]
  }

  /// What the browser's window is called: the page, then the site.
  private func windowTitle(_ site: String) -> String {
    let prefix = state.map { "\($0): " } ?? ""
    return title == site ? site : "\(prefix)\(title) – \(site)"
  }

  private func version(_ version: Version) -> Value {
    .record([
      "code": .text(version.language),
      "name": .text(version.name),
      "href": .text(root + version.path),
      "isThis": .flag(version.language == language),
      "instead": version.instead.map { .text($0) } ?? .none,
    ])
  }
}
