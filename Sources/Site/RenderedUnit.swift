internal import Search

/// What a unit of a site gives.
public struct RenderedUnit: Sendable {
  /// Its files.
  public var pages: [Page]
  /// For a briefing, its language and what the search is to know of it.
  let found: (language: String, document: SearchDocument)?

  init(_ pages: [Page], found: (language: String, document: SearchDocument)? = nil) {
    self.pages = pages
    self.found = found
  }
}
