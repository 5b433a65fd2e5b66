/// One piece of an SVG's markup, its references resolved.
enum SVGToken: Equatable {
  /// A start tag; `isClosed` where it ends with `/>`.
  case open(name: String, attributes: [Attribute], isClosed: Bool)
  /// An end tag.
  case close(name: String)
  /// Text between tags.
  case text(String)

  /// An attribute as written, its references resolved.
  struct Attribute: Equatable {
    var name: String
    var value: String
  }
}
