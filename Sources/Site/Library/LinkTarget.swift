/// Where a link of the body leads, seen from the page it stands on.
struct LinkTarget: Hashable, Sendable {
  /// The address.
  var address: String
  /// The language of what is there, where it is not that of the page.
  var language: String?
}

extension Library {
  /// Where `url` leads from `place`; nil where it leads nowhere that a link may lead.
  ///
  /// - Parameter anchors: the anchors of the page.
  func target(of url: String, from place: TextPlace, anchors: Set<String>) -> LinkTarget? {
    if url.utf8.first == UInt8(ascii: "#") {
      let anchor = String(url.dropFirst())
      let decoded = Address.decoded(anchor)
      guard anchors.contains(anchor) || anchors.contains(decoded) else { return nil }
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
    guard let entry = entry(String(id), in: place.language) else { return nil }
    let anchor = Address.encoded(reference.dropFirst(id.count))
    let language = entry.briefing.language
    return LinkTarget(
      address: place.up + entry.path(from: place.language) + anchor,
      language: language == place.language ? nil : language)
  }
}
