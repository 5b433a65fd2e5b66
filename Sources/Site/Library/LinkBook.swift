import Edition
import Markdown

/// Where a link of a text leads, seen from the page it stands on.
struct LinkTarget: Hashable, Sendable {
  /// The address.
  var address: String
  /// The language of what is there, where it is not that of the page.
  var language: String?
}

/// What texts may refer to: the briefings and the images of the edition.
struct LinkBook: Sendable {
  /// All briefings, in the order of the edition.
  let entries: [Entry]
  /// The portion marks that texts may start with.
  let marks: PortionMarks
  /// The places in `entries` of the language versions of a briefing, by id.
  private let places: [String: [Int]]
  private let assets: [String: Asset]
  /// The anchors of each entry, worked out when a link leads to one.
  private let anchors: [Once<Set<String>>]

  init(_ entries: [Entry], _ assets: [Asset], _ marks: PortionMarks) {
    self.entries = entries
    self.marks = marks
    anchors = entries.map { _ in Once() }
    places = Dictionary(grouping: entries.indices) { entries[$0].briefing.id }
    self.assets = Dictionary(assets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The ids of all briefings, in no order.
  var ids: some Sequence<String> { places.keys }

  /// The places of the versions of the briefing called `id`, in the order of the edition.
  func places(of id: String) -> [Int] { places[id] ?? [] }

  /// The place of the version of `id` in `language`, or else of the first there is.
  func place(of id: String, in language: String) -> Int? {
    let all = places(of: id)
    return all.first { entries[$0].briefing.language == language } ?? all.first
  }

  /// A published image, named by the destination that an image of the body has.
  func asset(for destination: String) -> Asset? {
    let prefix = "../../../assets/"
    guard destination.hasPrefix(prefix) else { return nil }
    return assets[String(destination.dropFirst(prefix.count))]
  }

  /// Where `url` leads from `place`; nil where it leads nowhere that a link may lead.
  ///
  /// - Parameter anchors: the anchors of the page.
  func target(of url: String, from place: TextPlace, anchors: Set<String>) -> LinkTarget? {
    if url.utf8.first == UInt8(ascii: "#") {
      let anchor = String(url.dropFirst())
      guard HeadingAnchors.has(anchor, among: anchors) else { return nil }
      return LinkTarget(address: Address.encoded(url))
    }
    switch Address.scheme(of: url) {
    case nil: return nil
    case "briefing"?: return briefing(url.dropFirst("briefing:".count), from: place)
    case _?: return LinkTarget(address: Address.encoded(url))
    }
  }

  private func briefing(_ reference: Substring, from place: TextPlace) -> LinkTarget? {
    let id = reference.prefix { $0 != "#" }
    guard let index = self.place(of: String(id), in: place.language) else { return nil }
    let anchor = anchor(reference.dropFirst(id.count), in: index)
    let language = entries[index].briefing.language
    return LinkTarget(
      address: place.up + entries[index].path(from: place.language) + anchor,
      language: language == place.language ? nil : language)
  }

  /// `fragment` where a heading of the entry has that anchor; another version of it may not.
  private func anchor(_ fragment: Substring, in index: Int) -> String {
    guard fragment.utf8.count > 1 else { return "" }
    let wanted = Address.decoded(String(fragment.dropFirst()))
    let once = anchors[index]
    let known = once {
      Set(marks.anchors(of: Parser.parse(entries[index].briefing.body.utf8)))
    }
    return known.contains(wanted) ? Address.encoded("#" + wanted) : ""
  }
}
