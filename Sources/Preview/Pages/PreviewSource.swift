/// What a preview shows: pages and files by path. A server knows nothing else of a publication.
public protocol PreviewSource: Sendable {
  /// What is at `path`, seen from the root of the server: empty for the first page, without a `/`
  /// at its beginning.
  func content(at path: String) -> PreviewContent
}

/// What is at a path.
public enum PreviewContent: Hashable, Sendable {
  /// A file, whose name tells its media type.
  case file([UInt8])
  /// A page, to which the bar is added.
  case page([UInt8], PreviewBar)
  /// A page that says that what was asked for is not there.
  case missing([UInt8], PreviewBar)
  /// It is at another path.
  case moved(String)
  /// Nothing.
  case nothing
}
