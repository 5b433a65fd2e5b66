internal import JSON

/// What the bar of a page offers: the other editions, the other languages, the author's view.
public struct PreviewBar: Hashable, Sendable {
  /// A place to go to.
  public struct Choice: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// Its path, seen from the root of the server.
    public var path: String
    /// Whether it is the one that is shown.
    public var isHere: Bool
    /// Whether the page is there too.
    public var isThere: Bool

    /// A place to go to.
    public init(_ name: String, path: String, isHere: Bool = false, isThere: Bool = true) {
      self.name = name
      self.path = path
      self.isHere = isHere
      self.isThere = isThere
    }
  }

  /// The number of the build that the page is of.
  public var build: Int
  /// The editions.
  public var editions: [Choice]
  /// The languages.
  public var languages: [Choice]
  /// The author's view.
  public var author: Choice?

  /// A bar.
  public init(
    build: Int, editions: [Choice], languages: [Choice] = [], author: Choice? = nil
  ) {
    self.build = build
    self.editions = editions
    self.languages = languages
    self.author = author
  }

  /// The bar as its script reads it.
  var json: JSON {
    .members([
      "build": .number(build),
      "editions": .array(editions.map(PreviewBar.json)),
      "languages": .array(languages.map(PreviewBar.json)),
      "author": author.map(PreviewBar.json),
    ])
  }

  private static func json(_ choice: Choice) -> JSON {
    .members([
      "name": .string(choice.name), "href": .string(RequestPath.encoded(choice.path)),
      "here": .bool(choice.isHere), "there": .bool(choice.isThere),
    ])
  }
}
